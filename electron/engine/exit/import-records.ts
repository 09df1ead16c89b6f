import { AppError } from '#shared/errors.ts'
import type { RegisterName } from '#shared/records/record.ts'
import { DEFAULT_SETTINGS } from '#shared/registers/settings/settings.schema.ts'
import type { Instant } from '#shared/time/instant.ts'
import { ukDayOf } from '#shared/time/plain-date.ts'
import { shown } from '../archive/bag-source.ts'
import type { OpenDatabase } from '../db/open.ts'
import type { Progress } from '../pdf/write-record.ts'
import { kinds } from '../records/kinds.ts'
import { readLookups } from '../records/lookups.ts'
import { writeLinks, writeRow } from '../records/store.ts'
import { exactJson } from './exact-json.ts'
import { type ChangedAt, changeOf } from './import-trail.ts'
import type { JsonLine } from './json-lines.ts'
import { issueOf, type Material } from './material.ts'
import { WHOLE_FILES } from './whole-files.ts'

/** Records written in one transaction. */
const BATCH = 200

/** Writes a revision and moves the chain on. */
export type Append = (register: RegisterName, record: string, body: string) => void

export type Taking = {
  readonly now: Instant
  readonly changedAt: ChangedAt
  /** Begins the trail anew with the records as they are; null where the trail was brought along. */
  readonly append: Append | null
  readonly progress: Progress
}

/**
 * Writes every record of an archive with all that is derived from it: lists, dates, links and what it is found by.
 * Throws a sentence that names the record that is not as its register has them.
 */
export async function importRecords(
  { db, raw }: OpenDatabase,
  material: Material,
  { now, changedAt, append, progress }: Taking,
): Promise<number> {
  let records = 0
  const lastBody = raw
    .prepare<[string, string], string | null>(
      'select body from revisions where register = ? and record = ? order by seq desc limit 1',
    )
    .pluck()
  for (const [register, kind] of Object.entries(kinds) as [RegisterName, (typeof kinds)[RegisterName]][]) {
    // What later registers show the names of was written before them.
    const lookups = await readLookups(db, ukDayOf(now))
    for await (const batch of batches(linesOf(material, register))) {
      const read = batch.map((line) => readRecord(register, line))
      await db.transaction().execute(async (into) => {
        for (const one of read) {
          const { record, line } = one
          const body = append ? ownBody(one) : bodyInTrail(lastBody.get(register, record.id), register, line)
          append?.(register, record.id, body)
          const at = changedAt.get(changeOf(register, record.id)) ?? now
          await writeRow(into, kind, record, body, at, lookups)
          await writeLinks(into, kind, record)
        }
      })
      records += batch.length
      await progress(records, material.counts.records, 'Bringing in the records')
    }
  }
  return records
}

/** A register always has settings. */
async function* linesOf({ records }: Material, register: RegisterName): AsyncGenerator<JsonLine> {
  let found = 0
  for await (const line of records(register)) {
    found += 1
    yield line
  }
  if (register !== 'settings' || found > 0) return
  yield { number: 1, value: DEFAULT_SETTINGS, text: exactJson(DEFAULT_SETTINGS) }
}

async function* batches(lines: AsyncIterable<JsonLine>): AsyncGenerator<readonly JsonLine[]> {
  let batch: JsonLine[] = []
  for await (const line of lines) {
    batch.push(line)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

type Read = { readonly line: JsonLine; readonly record: { readonly id: string } }

/** A record as its register has it; what is kept is the line, which leaves nothing of it out. */
function readRecord(register: RegisterName, line: JsonLine): Read {
  const parsed = kinds[register].schema.safeParse(line.value)
  if (!parsed.success) throw wrong(register, line, issueOf(parsed.error))
  return { line, record: parsed.data }
}

/** Its body as the program writes it; a record of an older version stays as it was kept. */
function ownBody({ record, line }: Read): string {
  return JSON.stringify(exactJson(record) === line.text ? record : line.value)
}

/** The body that the trail holds, so that record and trail agree to the letter. */
function bodyInTrail(body: string | null | undefined, register: RegisterName, line: JsonLine): string {
  if (body === null) return JSON.stringify(line.value)
  if (body !== undefined && exactJson(JSON.parse(body)) === line.text) return body
  throw wrong(register, line, 'It is not what its last revision holds.')
}

function wrong(register: RegisterName, { number, value }: JsonLine, why: string): AppError {
  const given = value as { readonly id?: unknown } | null
  const id = typeof given?.id === 'string' ? ` (${shown(given.id)})` : ''
  return new AppError('rule', `${WHOLE_FILES.records(register)}, line ${number}${id}: ${why}`)
}
