import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, screen } from 'electron'
import { z } from 'zod'
import { log } from './log.ts'
import { START_PAGE } from './pages.ts'
import { isSupportedElectron, UNSUPPORTED_NOTICE } from './runtime.ts'
import { SAFE_PREFERENCES, workbenchSession } from './security.ts'

/** A neutral title: what is in a register never shows in a task bar or a window list. */
const TITLE = isSupportedElectron(process.versions.electron)
  ? 'DPO Workbench'
  : `DPO Workbench (${UNSUPPORTED_NOTICE})`

const Place = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() })
type Place = z.infer<typeof Place>

/** Makes the window, where it stood last time. */
export async function openWindow(): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    title: TITLE,
    width: 1400,
    height: 900,
    ...lastPlace(),
    minWidth: 480,
    minHeight: 400,
    show: false,
    webPreferences: {
      ...SAFE_PREFERENCES,
      session: workbenchSession(),
      preload: join(__dirname, '..', 'preload', 'index.cjs'),
    },
  })
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => window.show())
  window.on('close', () => rememberPlace(window.getNormalBounds()))
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log('the page ended and is loaded anew', { reason })
    if (reason !== 'clean-exit') window.webContents.reload()
  })
  // A page that loads itself anew meanwhile breaks this load off, which is no fault.
  await window.loadURL(START_PAGE).catch(({ code }) => log('the first load was broken off', { code }))
  return window
}

function placeFile(): string {
  return join(app.getPath('userData'), 'window.json')
}

function lastPlace(): Place | undefined {
  try {
    const place = Place.parse(JSON.parse(readFileSync(placeFile(), 'utf8')))
    return isOnScreen(place) ? place : undefined
  } catch {
    return undefined
  }
}

function isOnScreen({ x, y, width, height }: Place): boolean {
  const { workArea } = screen.getDisplayMatching({ x, y, width, height })
  return (
    x >= workArea.x && y >= workArea.y && x < workArea.x + workArea.width && y < workArea.y + workArea.height
  )
}

function rememberPlace(place: Place): void {
  try {
    writeFileSync(placeFile(), JSON.stringify(place))
  } catch {
    log('the place of the window could not be kept')
  }
}
