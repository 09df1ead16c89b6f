import { type RawBuilder, sql } from 'kysely'
import type { RegisterName } from '#shared/records/record.ts'
import { fold } from './kind.ts'

/**
 * The ids of a register's records whose text holds each of the words typed, wherever in it they stand, as a
 * query to put behind `id in`; null when nothing was typed. It reads the narrow search table, never the records.
 */
export function matchingWords(register: RegisterName, typed: string): RawBuilder<string> | null {
  const words = fold(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return null
  const held = words.map((word) => sql<boolean>`instr(text, ${word}) > 0`)
  return sql<string>`select record from search where register = ${register} and ${sql.join(held, sql` and `)}`
}
