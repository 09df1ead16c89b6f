import type { Stats } from 'node:fs'
import { lstat, readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { AppError } from '#shared/errors.ts'
import { shown } from '#shared/shown.ts'

/** A file on the disk that is to be brought in. */
export type FoundFile = {
  /** Where it is. */
  readonly file: string
  /** Its name with the chosen folder it was found in, fit to be shown. */
  readonly path: string
  readonly name: string
  readonly bytes: number
  /** Why it cannot be taken in; null where it can. */
  readonly because: string | null
}

const LINK = 'It is a link to another place. Links are not followed: bring in the file it points to.'
const NO_FILE = 'It is not a file but a device or the like.'
/** Why a file that is there cannot be taken in. */
export const UNREADABLE =
  'It could not be read from the disk: this account may not open it, or the disk is damaged.'

/**
 * Every file that was chosen and every one below a chosen folder, by name. Links are not followed; they, and what else
 * cannot be taken in, are given with the reason. Throws where something that was chosen is not there.
 */
export async function* walk(chosen: readonly string[]): AsyncGenerator<FoundFile> {
  for (const one of chosen) {
    const file = resolve(one)
    const found = await statOf(file)
    const name = shown(basename(file)) || 'Disk'
    if (found.isDirectory()) yield* below(file, name)
    else yield fileAt(file, name, found.size, found.isFile() ? null : NO_FILE)
  }
}

/** Throws a `storage` error where something that was chosen is not there. */
export async function refuseMissing(chosen: readonly string[]): Promise<void> {
  for (const one of chosen) await statOf(resolve(one))
}

async function statOf(file: string): Promise<Stats> {
  const found = await stat(file).catch(() => null)
  if (found) return found
  throw new AppError('storage', `“${shown(basename(file))}” is not there any more. Choose it again.`, {
    reason: 'missing',
  })
}

async function* below(folder: string, path: string): AsyncGenerator<FoundFile> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null)
  if (!entries) return yield fileAt(folder, path, 0, 'The folder cannot be opened by this account.')
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    const file = join(folder, entry.name)
    const inside = `${path}/${shown(entry.name)}`
    if (entry.isDirectory()) yield* below(file, inside)
    else if (entry.isSymbolicLink()) yield fileAt(file, inside, 0, LINK)
    else if (!entry.isFile()) yield fileAt(file, inside, 0, NO_FILE)
    else {
      const found = await lstat(file).catch(() => null)
      yield fileAt(file, inside, found?.size ?? 0, found ? null : UNREADABLE)
    }
  }
}

const fileAt = (file: string, path: string, bytes: number, because: string | null): FoundFile => ({
  file,
  path,
  name: path.slice(path.lastIndexOf('/') + 1),
  bytes,
  because,
})
