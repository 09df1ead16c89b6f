import { statSync } from 'node:fs'
import { ipcMain } from 'electron'
import { z } from 'zod'
import { DROP_CHANNEL } from '#shared/rpc/drops.ts'
import { log } from './log.ts'
import { isOurPage } from './pages.ts'

const Paths = z.array(z.string().min(1).max(4096)).max(1000)

/** Listens to what people let fall on a window; the result gives the last drop, once. */
export function hearDrops(): () => readonly string[] {
  let dropped: readonly string[] = []
  ipcMain.on(DROP_CHANNEL, ({ senderFrame }, message: unknown) => {
    const paths = Paths.safeParse(message)
    if (isOurPage(senderFrame) && paths.success) dropped = paths.data
    else log('refused a drop', { sender: isOurPage(senderFrame) })
  })
  return () => {
    const taken = dropped
    dropped = []
    return taken
  }
}

/** Tells files, folders and everything else apart; a folder opens everything below it. */
export function sortDropped(paths: readonly string[]): {
  readonly files: string[]
  readonly folders: string[]
  readonly others: string[]
} {
  const kinds = paths.map((path) => ({ path, kind: kindOf(path) }))
  const of = (wanted: Kind) => kinds.filter(({ kind }) => kind === wanted).map(({ path }) => path)
  return { files: of('file'), folders: of('folder'), others: of('other') }
}

type Kind = 'file' | 'folder' | 'other'

function kindOf(path: string): Kind {
  try {
    const found = statSync(path)
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other'
  } catch {
    // What is gone, or may not be looked at, cannot be taken in either.
    return 'other'
  }
}
