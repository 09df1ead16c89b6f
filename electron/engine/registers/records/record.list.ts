import type { RecordFilter, RecordGroupKey, RecordRow, RecordSort } from '#shared/described/list.ts'
import type { DescribedName } from '#shared/described/names.ts'
import { described } from '#shared/described/all.ts'
import { fieldOf, referencesOf } from '#shared/described/parts.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { type Naming, textOf } from '#shared/described/words.ts'
import { Instant } from '#shared/time/instant.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { namingOf } from '../../described/naming.ts'
import { filteredRecords, sortedRecords } from '../../described/record.query.ts'
import type { ReadDb } from '../../db/schema.ts'
import type { Lookups } from '../../records/lookups.ts'
import type { Remember } from '../../memory.ts'

export type ListQuestion = {
  readonly register: DescribedName
  readonly filter: RecordFilter
  readonly sort: readonly RecordSort[]
  readonly groupBy: RecordGroupKey | null
  readonly offset: number
  readonly limit: number
}

/** One window of a list. Which records match, and in what order, is asked once and remembered until something changes. */
export async function listRecords(
  db: ReadDb,
  remember: Remember,
  lookups: () => Promise<Lookups>,
  question: ListQuestion,
): Promise<{ total: number; rows: RecordRow[] }> {
  const { register, filter, sort, groupBy, offset, limit } = question
  const ids = await remember(JSON.stringify(['records.list', register, filter, sort, groupBy]), async () => {
    const query = filteredRecords(db.selectFrom('records').select('id'), register, filter)
    return (await sortedRecords(query, sort, groupBy).execute()).map(({ id }) => id)
  })
  const wanted = ids.slice(offset, offset + limit)
  if (wanted.length === 0) return { total: ids.length, rows: [] }
  const found = await db.selectFrom('records').selectAll().where('id', 'in', wanted).execute()
  const byId = new Map(found.map((row) => [row.id, row]))
  const rows = wanted.flatMap((id) => byId.get(id) ?? [])
  const records = rows.map(({ body }) => JSON.parse(body) as AnyRecord)
  const description = described(register)
  const known = await lookups()
  const nameOf = await namingOf(
    db,
    known,
    records.flatMap((record) => referencesOf(description, record)),
  )
  return {
    total: ids.length,
    rows: rows.map((row, index) => ({
      id: row.id,
      reference: row.reference,
      name: row.name,
      organisation: row.organisation,
      owner: row.owner,
      cells: cellsOf(register, records[index]!, nameOf, known.today),
      dueOn: row.due_on === null ? null : PlainDate.parse(row.due_on),
      pausedSince: row.paused_since === null ? null : PlainDate.parse(row.paused_since),
      isClosed: row.closed === 1,
      errors: row.errors,
      warnings: row.warnings,
      notes: row.notes,
      updatedAt: Instant.parse(row.updated_at),
    })),
  }
}

/** What a cell of a list shows at most; the record shows the rest. */
const LONGEST_CELL = 300

function cellsOf(
  register: DescribedName,
  record: AnyRecord,
  nameOf: Naming,
  today: PlainDate,
): Record<string, string> {
  const description = described(register)
  const { list, worked } = description
  const cells = list.map((key) => [
    key,
    textOf(fieldOf(description, key)!, record[key], nameOf).slice(0, LONGEST_CELL),
  ])
  if (worked) cells.push([worked.key, worked.text(record, today)])
  return Object.fromEntries(cells) as Record<string, string>
}
