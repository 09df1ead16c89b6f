import { AppError } from '#shared/errors.ts'
import type { Input, Output, ProcedureName } from '#shared/rpc/contract.ts'
import type { Push } from '#shared/rpc/wire.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { endSession, sessionStore } from './session.ts'

/** Asks the engine once; throws `AppError` when it says no. */
export async function call<P extends ProcedureName>(
  procedure: P,
  input: Input<P>,
  asAt?: PlainDate,
): Promise<Output<P>> {
  const reply = await window.engine.call(procedure, input, asAt)
  if (reply.ok) return reply.value as Output<P>
  const error = AppError.fromWire(reply.error)
  if (sessionStore.get().phase === 'open') {
    if (error.reason === 'engine-restarted' || error.code === 'locked') endSession('engine-restarted')
  }
  throw error
}

/** Listens to what the engine says unasked; the result stops listening. */
export function onPush(listener: (push: Push) => void): () => void {
  return window.engine.onPush(listener)
}

/** What the person sees of an error: its own sentence, or a calm one when the fault is the program's. */
export function sentenceOf(error: unknown): string {
  if (error instanceof AppError && error.code !== 'bug') return error.message
  return 'Something went wrong in the program. Nothing that was saved is lost; the log names the fault.'
}
