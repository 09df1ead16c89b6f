import { sql } from 'kysely'
import type { RegisterName } from '#shared/records/record.ts'
import type { ReadDb, RecordTableName } from '../../db/schema.ts'
import { kinds } from '../../records/kinds.ts'
import { matchingWords } from '../../records/matching-words.ts'

type Question = {
  readonly register: RegisterName
  readonly text: string
  readonly including: readonly string[]
  readonly limit: number
}

/** Records to choose from, by title; those already chosen are among them. */
export async function optionsOf(db: ReadDb, { register, text, including, limit }: Question) {
  const { table } = kinds[register]
  let query = titles(db, table, register)
  const ids = matchingWords(register, text)
  if (ids) query = query.where(sql<boolean>`id in (${ids})`)
  const found = await query.orderBy('title').limit(limit).execute()
  const missing = including.filter((id) => !found.some((one) => one.id === id))
  if (missing.length === 0) return found
  return [...found, ...(await titles(db, table, register).where('id', 'in', missing).execute())]
}

function titles(db: ReadDb, table: RecordTableName, register: RegisterName) {
  const query = db.selectFrom(table as 'records').select(['id', 'title'])
  return table === 'records' ? query.where('register', '=', register) : query
}
