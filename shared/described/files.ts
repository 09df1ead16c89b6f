import type { FileEntry } from './kept-fields.ts'
import type { AnyDescribed, AnyRecord } from './register.ts'

/** Whether records of a register can have files attached. */
export function keepsFiles({ fields }: AnyDescribed): boolean {
  return Object.values(fields).some(({ kind }) => kind === 'files')
}

/** The files attached to a record, whichever field they stand in. */
export function filesIn({ fields }: AnyDescribed, record: AnyRecord): readonly FileEntry[] {
  return Object.entries(fields).flatMap(([key, { kind }]) =>
    kind === 'files' ? (record[key] as readonly FileEntry[]) : [],
  )
}
