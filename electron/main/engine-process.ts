import { ipcMain, MessageChannelMain, type WebContents } from 'electron'
import type { ControlMessage } from '#shared/rpc/control.ts'
import { type EngineHost, startEngineHost } from './engine-host.ts'
import { log } from './log.ts'
import { isOurPage } from './pages.ts'

const SHUTDOWN_LIMIT_MS = 5000
const STEADY_AFTER_MS = 5000
const PAUSE_WHEN_UNSTEADY_MS = 2000

/** The engine as the shell sees it: always one, whichever it is. */
export type EngineProcess = {
  control(message: ControlMessage): void
  /** Lets the engine close its register, and waits for its end. */
  shutDown(): Promise<void>
  kill(): void
}

/** Starts the engine, gives every window of ours a line to it, and starts it anew when it dies. */
export function runEngine(home: string, greet: (engine: EngineProcess) => void): EngineProcess {
  const windows = new Set<WebContents>()
  let earlyDeaths = 0
  let whenEnded: (() => void) | undefined
  let host = start()
  const engine: EngineProcess = {
    control: (message) => host.control(message),
    kill: () => host.kill(),
    shutDown,
  }
  greet(engine)

  ipcMain.on('engine-line', ({ sender, senderFrame }) => {
    if (!isOurPage(senderFrame)) return log('refused a line to a foreign page')
    windows.add(sender)
    sender.once('destroyed', () => windows.delete(sender))
    connect(sender)
  })
  return engine

  function start(): EngineHost {
    const steady = setTimeout(() => (earlyDeaths = 0), STEADY_AFTER_MS)
    return startEngineHost({
      options: { home, windowed: true },
      onOutput: logOutput,
      onExit: (code) => {
        clearTimeout(steady)
        if (whenEnded) return whenEnded()
        log('the engine ended and is started anew', { code: code ?? 'signal' })
        earlyDeaths += 1
        setTimeout(replace, earlyDeaths > 3 ? PAUSE_WHEN_UNSTEADY_MS : 0)
      },
    })
  }

  function replace(): void {
    if (whenEnded) return
    host = start()
    greet(engine)
    windows.forEach(connect)
  }

  function connect(window: WebContents): void {
    const { port1, port2 } = new MessageChannelMain()
    host.connect(port1)
    window.postMessage('engine-line', null, [port2])
  }

  function shutDown(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        log('the engine did not end in time')
        host.kill()
        resolve()
      }, SHUTDOWN_LIMIT_MS)
      whenEnded = () => {
        clearTimeout(timer)
        resolve()
      }
      host.control({ control: 'shutdown' })
    })
  }
}

// The engine logs sentences of its own making, without what people typed; each of its lines is kept as it is.
function logOutput(text: string): void {
  for (const line of text.split('\n')) if (line.trim()) log('engine', { line: line.slice(0, 500) })
}
