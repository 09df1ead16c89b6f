import { Request, type Push, type Reply } from '#shared/rpc/wire.ts'
import { dispatch } from './rpc/dispatch.ts'
import type { Engine } from './start.ts'

/** The little that a MessagePort, a child's channel and a test have in common. */
export type Port = {
  onMessage(listener: (message: unknown) => void): void
  postMessage(message: Reply | Push): void
}

/** Answers what comes in at a port; what is not a request is passed by. */
export function serve(engine: Engine, port: Port): () => void {
  port.onMessage((message) => {
    const request = Request.safeParse(message)
    if (request.success) void dispatch(engine, request.data).then((reply) => port.postMessage(reply))
  })
  return engine.subscribe((push) => port.postMessage(push))
}
