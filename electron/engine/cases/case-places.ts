import { join } from 'node:path'
import { filesOf } from '../registerFile/folder.ts'

/** Where the file of a case is. Ids are made by the engine, so they are safe as names. */
export const fileOfCase = (folder: string, request: string) => join(filesOf(folder).cases, `${request}.db`)

/** Where the copy of a case is that all backups share: the newest, for a case only grows. */
export const copyOfCase = (folder: string, request: string) =>
  join(filesOf(folder).casesCopy, `${request}.db`)

/** The parts of a database in the WAL mode, as endings of its name. */
export const DATABASE_PARTS = ['', '-wal', '-shm'] as const
