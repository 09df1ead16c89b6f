import { app, type Session, session, type WebContents, type WebPreferences } from 'electron'
import { connections } from './connections.ts'
import { log } from './log.ts'
import { APP_ORIGIN, START_PAGE } from './pages.ts'

/** What every window of ours runs with; nothing else can be asked for. */
export const SAFE_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const satisfies WebPreferences

/** Closes what Chromium would open by itself and sets its language; has to happen before the app is ready. */
export function hardenProcess(): void {
  enableSandbox()
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'no-pings',
  ])
    app.commandLine.appendSwitch(name)
  // Dates in fields read day first, whatever the machine's language.
  app.commandLine.appendSwitch('lang', 'en-GB')
  // The last fence, below the session's: no host name resolves.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.on('session-created', guardSession)
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
}

// Chromium cannot sandbox what root runs, and refuses `enableSandbox` beside `--no-sandbox`: that flag is for
// tests in a container, and the program that is handed out does not start with it.
function enableSandbox(): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  else if (app.isPackaged) app.exit(1)
}

/** The session all windows share: in memory only, so nothing of a page is left on disk. */
export function workbenchSession(): Session {
  return session.fromPartition('workbench')
}

function guardSession(guarded: Session): void {
  guarded.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  guarded.setPermissionCheckHandler(() => false)
  guarded.setDevicePermissionHandler(() => false)
  guarded.setSpellCheckerEnabled(false)
  guarded.on('will-download', (event) => event.preventDefault())

  guarded.webRequest.onBeforeRequest(({ url, resourceType }, answer) => {
    const allowed = isAllowed(url, resourceType)
    if (!allowed) {
      connections.refused += 1
      log('refused a request', { scheme: url.slice(0, url.indexOf(':')), resourceType })
    }
    answer({ cancel: !allowed })
  })
  guarded.webRequest.onCompleted(({ url, resourceType }) => {
    if (!isAllowed(url, resourceType)) connections.made += 1
  })
}

function isAllowed(url: string, resourceType: string): boolean {
  if (url.startsWith(`${APP_ORIGIN}/`)) return true
  if (url.startsWith('blob:') || url.startsWith('data:')) return resourceType === 'image'
  return url.startsWith('devtools://') && !app.isPackaged
}

// A window forgets what it showed by loading its own page anew; there is nowhere else to go.
function isReload(url: string): boolean {
  return url === START_PAGE || url.startsWith(`${START_PAGE}#`)
}

function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => isReload(event.url) || event.preventDefault())
  contents.on('will-frame-navigate', (event) => isReload(event.url) || event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
