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

/**
 * Starts the engine, gives every window of ours a line to it, and starts it anew when it dies. It starts once
 * the first window stands: beside each other both would be slower, and what the page asks meanwhile waits in it.
 */
export function runEngine(
  home: string,
  windowStands: Promise<unknown>,
  greet: (engine: EngineProcess) => void,
): EngineProcess {
  const windows = new Set<WebContents>()
  let earlyDeaths = 0
  let whenEnded: (() => void) | undefined
  let host: EngineHost | undefined
  const engine: EngineProcess = {
    control: (message) => host?.control(message),
    kill: () => host?.kill(),
    shutDown,
  }
  void windowStands.then(replace, replace)

  ipcMain.on('engine-line', ({ sender, senderFrame }) => {
    if (!isOurPage(senderFrame)) return log('refused a line to a foreign page')
    if (!windows.has(sender)) sender.once('destroyed', () => windows.delete(sender))
    windows.add(sender)
    if (host) connect(host, sender)
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
    const fresh = start()
    host = fresh
    greet(engine)
    windows.forEach((window) => connect(fresh, window))
  }

  function connect(engineHost: EngineHost, window: WebContents): void {
    const { port1, port2 } = new MessageChannelMain()
    engineHost.connect(port1)
    window.postMessage('engine-line', null, [port2])
  }

  function shutDown(): Promise<void> {
    const ending = host
    whenEnded = () => undefined
    if (!ending) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        log('the engine did not end in time')
        ending.kill()
        resolve()
      }, SHUTDOWN_LIMIT_MS)
      whenEnded = () => {
        clearTimeout(timer)
        resolve()
      }
      ending.control({ control: 'shutdown' })
    })
  }
}

// The engine logs sentences of its own making, without what people typed; each of its lines is kept as it is.
function logOutput(text: string): void {
  for (const line of text.split('\n')) if (line.trim()) log('engine', { line: line.slice(0, 500) })
}
