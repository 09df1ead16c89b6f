import type { OpenDatabase } from '../db/open.ts'
import { openWithTables } from '../db/open-with-tables.ts'
import { CASE_FORMAT, CASE_TABLES } from './case-tables.ts'

/** Opens the file of a case with its own key; to write, it is made when it is not there. */
export function openCaseFile(
  file: string,
  key: Buffer,
  how: { readonly readonly: boolean },
): Promise<OpenDatabase> {
  return openWithTables(file, key, { format: CASE_FORMAT, tables: CASE_TABLES }, how)
}
