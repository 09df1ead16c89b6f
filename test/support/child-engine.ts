import { fork } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AppError } from '#shared/errors.ts'
import type { Input, Output, ProcedureName } from '#shared/rpc/contract.ts'
import type { Push, Reply } from '#shared/rpc/wire.ts'

const ENTRY = fileURLToPath(new URL('../../electron/engine/entry.node.ts', import.meta.url))

/** Saves each child half of its start; outside of any folder that a test looks into. */
const COMPILED = join(tmpdir(), 'dpo-test-compiled')

export type ChildEngine = Awaited<ReturnType<typeof startChildEngine>>

/** The engine as the program starts it where it is a Node child, in a process of its own that a test may kill. */
export async function startChildEngine(options: { home: string; env?: Record<string, string> }) {
  const child = fork(ENTRY, [JSON.stringify({ home: options.home, windowed: false })], {
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const output: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => output.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => output.push(chunk))
  const exited = once(child, 'exit')
  const waiting = new Map<number, (reply: Reply) => void>()
  let lastId = 0

  child.on('message', ({ message }: { message: Reply | Push }) => {
    if ('event' in message) return
    waiting.get(message.id)?.(message)
    waiting.delete(message.id)
  })
  child.send({ line: 1, open: true })

  /** Sends a request without waiting; the promise never settles when the engine is killed first. */
  function ask(procedure: ProcedureName, input: unknown): { id: number; reply: Promise<Reply> } {
    const id = ++lastId
    const reply = new Promise<Reply>((resolve) => waiting.set(id, resolve))
    if (child.connected) child.send({ line: 1, message: { id, procedure, input } }, () => undefined)
    return { id, reply }
  }

  const call = async <P extends ProcedureName>(procedure: P, input: Input<P>): Promise<Output<P>> => {
    const reply = await ask(procedure, input).reply
    if (!reply.ok) throw AppError.fromWire(reply.error)
    return reply.value as Output<P>
  }

  return {
    ask,
    pid: child.pid!,
    call,
    /** What the engine wrote to its log. */
    log: () => Buffer.concat(output).toString(),
    async kill(): Promise<void> {
      child.kill('SIGKILL')
      await exited
    },
    /** Asks the engine to close the register and end. */
    async stop(): Promise<void> {
      child.send({ control: 'shutdown' })
      await exited
    },
  }
}
