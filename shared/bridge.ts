import type { PlainDate } from './time/plain-date.ts'
import type { Push, Reply } from './rpc/wire.ts'

/** The one door between a window and the rest of the program (`window.engine`). */
export type EngineBridge = {
  /** Asks the engine; never rejects. */
  call(procedure: string, input: unknown, asAt?: PlainDate): Promise<Reply>
  /** Asks the shell for what only it can do; never rejects. */
  shell(procedure: string, input: unknown): Promise<Reply>
  /** Listens to what the engine says unasked; the result stops listening. */
  onPush(listener: (push: Push) => void): () => void
}
