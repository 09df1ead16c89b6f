import { access, constants, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '#shared/errors.ts'
import { storageError } from '../db/storage-error.ts'

/** The files of a register: a folder whose name ends in `.dpo`. */
export function filesOf(folder: string) {
  return {
    folder,
    keys: join(folder, 'keys.json'),
    database: join(folder, 'register.db'),
    /** The files that records attach; there only once a file was attached. */
    documents: join(folder, 'documents.db'),
    /** One encrypted file for each case, under a key of its own; there only once a case has documents. */
    cases: join(folder, 'cases'),
    backups: join(folder, 'backups'),
    /** One copy of the documents for all backups: documents never change. */
    documentsCopy: join(folder, 'backups', 'documents.db'),
    casesCopy: join(folder, 'backups', 'cases'),
  }
}

/** What a person calls the register: the folder's name without its ending. */
export function nameOfRegister(folder: string): string {
  return basename(folder).replace(/\.dpo$/i, '')
}

/** Makes the folder of a new register; refuses one that holds anything. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(dirname(folder), { recursive: true })
    // Made by itself: on a read-only disk a recursive `mkdir` says that something is missing.
    if (!(await isThere(folder))) await mkdir(folder)
    if ((await readdir(folder)).length > 0)
      throw new AppError(
        'storage',
        `${basename(folder)} already exists and is not empty. Choose another name.`,
        { reason: 'already-exists' },
      )
    await mkdir(filesOf(folder).backups)
  } catch (error) {
    throw storageError(error, folder)
  }
}

/** Takes back a folder whose register could not be made. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}

/** Says plainly when a path is not a register. */
export async function refuseOtherFolders(folder: string): Promise<void> {
  const { database, keys } = filesOf(folder)
  for (const file of [folder, keys, database]) {
    try {
      await stat(file)
    } catch (error) {
      throw file === folder
        ? storageError(error, folder)
        : new AppError('storage', `${basename(folder)} is not a register: it has no ${basename(file)}.`, {
            reason: 'missing',
            cause: error,
          })
    }
  }
}

/** Whether there is anything at a path. */
export async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

/** Whether this account may write in the folder. */
export async function isWritable(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
