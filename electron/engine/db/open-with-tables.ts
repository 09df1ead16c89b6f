import { basename } from 'node:path'
import { AppError } from '#shared/errors.ts'
import { closeDatabase, openEncrypted, type OpenDatabase } from './open.ts'

/** The tables of a database that has no migrations: a newer program may add to them and count `format` on. */
export type FileTables = {
  readonly format: number
  readonly tables: string
  /** What has to be said before there are tables. */
  readonly before?: (opened: OpenDatabase) => void
}

/**
 * Opens an encrypted database beside the register's; to write, it is made when it is not there. Throws a `storage`
 * error a person can act on.
 */
export async function openWithTables(
  file: string,
  key: Buffer,
  { format, tables, before }: FileTables,
  { readonly }: { readonly readonly: boolean },
): Promise<OpenDatabase> {
  const opened = openEncrypted(file, key, { readonly })
  const { raw } = opened
  try {
    const found = raw.pragma('user_version', { simple: true }) as number
    if (found > format)
      throw new AppError(
        'storage',
        `${basename(file)} was written by a newer version of DPO Workbench. This version leaves it alone; install the newer one to open it.`,
        { reason: 'newer-schema' },
      )
    if (found === 0 && !readonly) {
      before?.(opened)
      raw.transaction(() => raw.exec(`${tables} pragma user_version = ${format}`))()
    }
    return opened
  } catch (error) {
    await closeDatabase(opened)
    throw error
  }
}
