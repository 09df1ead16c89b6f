import { join } from 'node:path'
import { app, BrowserWindow, dialog, powerMonitor } from 'electron'
import { declareAppProtocol, serveApp } from './app-protocol.ts'
import { type EngineProcess, runEngine } from './engine-process.ts'
import { hearDrops } from './drops.ts'
import { createGrants } from './grants.ts'
import { log, openLog } from './log.ts'
import { setMenu } from './menu.ts'
import { openRecentRegisters } from './recent.ts'
import { hardenProcess, workbenchSession } from './security.ts'
import { answerShellCalls } from './shell-calls.ts'
import { shellHandlers } from './shell-handlers.ts'
import { openWindow } from './window.ts'

process.on('uncaughtException', giveUp)
hardenProcess()
declareAppProtocol()
if (app.requestSingleInstanceLock()) void app.whenReady().then(open).catch(giveUp)
else app.quit()

async function open(): Promise<void> {
  const home = app.getPath('userData')
  const logFolder = join(home, 'logs')
  openLog(logFolder)
  log('started', { version: app.getVersion(), electron: process.versions.electron })

  const grants = createGrants((grant) => engine.control(grant))
  serveApp(workbenchSession(), join(__dirname, '..', 'renderer'))
  answerShellCalls(shellHandlers({ grants, recent: openRecentRegisters(home), takeDropped: hearDrops() }))
  const window = openWindow()
  // A new engine knows nothing of what its predecessor was allowed.
  const engine = runEngine(home, window, (fresh) => grants.all().forEach((grant) => fresh.control(grant)))
  setMenu(engine, logFolder)
  lockWithTheSystem(engine)
  closeTidily(engine)
  await window
}

function lockWithTheSystem(engine: EngineProcess): void {
  const lock = () => engine.control({ control: 'lock', because: 'system' })
  powerMonitor.on('lock-screen', lock)
  powerMonitor.on('suspend', lock)
}

function closeTidily(engine: EngineProcess): void {
  let closed = false
  app.on('window-all-closed', () => app.quit())
  app.on('second-instance', () => {
    const window = BrowserWindow.getAllWindows()[0]
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void engine.shutDown().then(() => {
      closed = true
      app.quit()
    })
  })
}

/** Ends with one sentence: Electron's own box would show a stack trace, and go on half alive. */
function giveUp(error: Error): void {
  const place = error.stack?.split('\n')[1]?.trim()
  log('the shell failed', { error: error.name, place })
  dialog.showErrorBox(
    'DPO Workbench cannot go on',
    'A fault in the program was written to its log. What was saved in a register is safe.',
  )
  app.exit(1)
}
