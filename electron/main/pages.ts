import type { WebFrameMain } from 'electron'

/** Where the program's own pages live. */
export const APP_SCHEME = 'app'
export const APP_ORIGIN = 'app://workbench'
export const START_PAGE = `${APP_ORIGIN}/index.html`

/** Whether a message comes from the top frame of a page we ship (Electron's security rule 17). */
export function isOurPage(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && frame.url.startsWith(`${APP_ORIGIN}/`)
}
