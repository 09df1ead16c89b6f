import { join } from 'node:path'
import { app, MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron'
import { type ReaderAnswer, ReaderCall, type ReaderMode } from '#shared/reading/hosting.ts'

/** The engine that is hosted beside: what it says, and what it is told, with a line if there is one. */
export type HostedEngine = {
  on(event: 'message', listener: (message: unknown) => void): unknown
  once(event: 'exit', listener: () => void): unknown
  postMessage(message: ReaderAnswer, ports?: MessagePortMain[]): void
}

type Reader = { readonly child: UtilityProcess; readonly memory: number }

const WATCH_EVERY = 500

const programOf = (mode: ReaderMode) => (mode === 'binder' ? 'binder.cjs' : 'reader.cjs')

/**
 * Starts readers for an engine in a utility process, which may start none itself, and joins each to it by a line of
 * their own. A reader that takes more memory than it was given is ended, and so are all of them with their engine.
 */
export function hostReaders(engine: HostedEngine, programs = __dirname): void {
  const readers = new Map<number, Reader>()
  let watch: NodeJS.Timeout | undefined

  engine.on('message', (raw) => {
    const call = ReaderCall.safeParse(raw).data
    if (call?.reader === 'start') start(call)
    else if (call) readers.get(call.id)?.child.kill()
  })
  engine.once('exit', () => {
    clearInterval(watch)
    for (const { child } of readers.values()) child.kill()
  })

  function start({ id, mode, memory }: Extract<ReaderCall, { reader: 'start' }>): void {
    const child = utilityProcess.fork(join(programs, programOf(mode)), [mode], {
      serviceName: 'DPO Workbench reader',
      // What a parser writes may quote the file, so nobody keeps it. No environment: it needs none.
      stdio: 'ignore',
      env: {},
    })
    readers.set(id, { child, memory })
    watch ??= setInterval(endLargeOnes, WATCH_EVERY)
    child.once('spawn', () => {
      const { port1, port2 } = new MessageChannelMain()
      child.postMessage({ line: 'open' }, [port1])
      engine.postMessage({ reader: 'started', id, pid: child.pid! }, [port2])
    })
    child.once('exit', () => {
      readers.delete(id)
      if (readers.size === 0) {
        clearInterval(watch)
        watch = undefined
      }
      engine.postMessage({ reader: 'ended', id })
    })
  }

  function endLargeOnes(): void {
    const used = new Map(
      app.getAppMetrics().map(({ pid, memory }) => [pid, memory.workingSetSize * 1024] as const),
    )
    for (const { child, memory } of readers.values())
      if ((used.get(child.pid ?? 0) ?? 0) > memory) child.kill()
  }
}
