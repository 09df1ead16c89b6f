import { fork } from 'node:child_process'
import { join } from 'node:path'
import { app, type MessagePortMain, utilityProcess } from 'electron'
import type { ControlMessage } from '#shared/rpc/control.ts'
import { hostReaders } from './reader-host.ts'
import { isSupportedElectron } from './runtime.ts'

/** One running engine, however it is hosted. */
export type EngineHost = {
  /** Gives the engine one end of a window's line. */
  connect(port: MessagePortMain): void
  control(message: ControlMessage): void
  kill(): void
}

/** What an engine is started with, and who hears of its end and its words. */
export type EngineStart = {
  readonly options: { readonly home: string; readonly windowed: true }
  readonly onExit: (code: number | null) => void
  readonly onOutput: (text: string) => void
}

/** Starts an engine where this Electron can host one: the only place that knows the difference. */
export function startEngineHost(start: EngineStart): EngineHost {
  return isSupportedElectron(process.versions.electron) ? inUtilityProcess(start) : inNodeChild(start)
}

/** A utility process; a window's port goes straight to it. */
function inUtilityProcess({ options, onExit, onOutput }: EngineStart): EngineHost {
  const child = utilityProcess.fork(join(__dirname, 'engine.cjs'), [JSON.stringify(options)], {
    serviceName: 'DPO Workbench engine',
    stdio: 'pipe',
  })
  hostReaders(child)
  child.once('exit', onExit)
  child.stdout?.on('data', (chunk) => onOutput(String(chunk)))
  child.stderr?.on('data', (chunk) => onOutput(String(chunk)))
  return {
    connect: (port) => child.postMessage({ line: 'open' }, [port]),
    control: (message) => child.postMessage(message),
    kill: () => child.kill(),
  }
}

/**
 * A child of the Node 24 that started the app, straight from its sources: the database library needs a newer
 * Node-API than an old Electron has. A Node child cannot be given a port, so the lines share its one channel.
 */
function inNodeChild({ options, onExit, onOutput }: EngineStart): EngineHost {
  const child = fork(
    join(app.getAppPath(), 'electron', 'engine', 'entry.node.ts'),
    [JSON.stringify(options)],
    { execPath: process.env.DPO_NODE ?? 'node', execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  )
  const lines = new Map<number, MessagePortMain>()
  let lastLine = 0
  child.once('error', (error) => onOutput(error.message))
  child.once('close', onExit)
  child.stdout?.on('data', (chunk) => onOutput(String(chunk)))
  child.stderr?.on('data', (chunk) => onOutput(String(chunk)))
  child.on('message', ({ line, message }: { line: number; message: unknown }) =>
    lines.get(line)?.postMessage(message),
  )

  function send(message: object): void {
    // An engine that has just died is about to be replaced; what was meant for it is answered by the window's side.
    if (child.connected) child.send(message, () => undefined)
  }
  return {
    connect(port) {
      const line = ++lastLine
      lines.set(line, port)
      send({ line, open: true })
      port.on('message', ({ data }) => send({ line, message: data }))
      port.once('close', () => {
        lines.delete(line)
        send({ line, open: false })
      })
      port.start()
    },
    control: send,
    kill: () => child.kill('SIGKILL'),
  }
}
