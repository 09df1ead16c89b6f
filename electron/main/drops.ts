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

/** Tells files from folders and devices: a folder would open everything below it. */
export function sortDropped(paths: readonly string[]): {
  readonly files: string[]
  readonly others: string[]
} {
  return { files: paths.filter(isFile), others: paths.filter((path) => !isFile(path)) }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    // What is gone, or may not be looked at, cannot be attached either.
    return false
  }
}
