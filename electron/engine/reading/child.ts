import type { ReaderMode } from '#shared/reading/hosting.ts'

/** How a reader process is started: its program, what for, and the memory it may use, in bytes. */
export type ChildStart = { readonly entry: string; readonly mode: ReaderMode; readonly memory: number }

/** A reader process, however it is hosted. Listening gives the function that ends the listening. */
export type Child = {
  isAlive(): boolean
  /** Done when the message was taken, so that much is not heaped up on this side; fails when the process is gone. */
  tell(message: object): Promise<void>
  hear(listener: (message: unknown) => void): () => void
  whenEnded(listener: () => void): () => void
  /** The memory it uses in bytes where the system tells it cheaply (Linux), else 0. */
  memory(): Promise<number>
  kill(): void
  /** Lets go of it: it ends by itself. */
  close(): void
}
