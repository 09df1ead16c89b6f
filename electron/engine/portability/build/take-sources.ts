import { basename, join } from 'node:path'
import { describeTable, nameOfTable, shortened } from '#shared/portability/describe-table.ts'
import type { ExportSource, ExportTable, LeftOut } from '#shared/portability/export.ts'
import type { SourceValue, ValueType } from '#shared/portability/source.ts'
import { tableKeys } from '#shared/portability/keys.ts'
import type { Progress } from '../../pdf/write-record.ts'
import type { ExportRow, TableToWrite } from '../formats/table-to-write.ts'
import { openSource } from '../sources/open-source.ts'
import type { ExportJob, JobSource } from './export-job.ts'
import { seeFile } from './file-seen.ts'
import { refuseEmpty, refuseNothing, refuseOtherForm, refuseUndecided } from './refusals.ts'
import { type RowSpool, startSpool } from './row-spool.ts'
import { type TakenTable, takeTable } from './take-table.ts'

/** What the sources of an export gave. */
export type TakenSources = {
  readonly tables: readonly TableToWrite[]
  readonly leftOut: readonly LeftOut[]
  readonly sources: readonly ExportSource[]
}

type Taken = {
  readonly taken: TakenTable
  readonly spool: RowSpool
  readonly source: ExportSource
}

/** Reads every source once, puts the kept rows down in the work folder, and says what they are and what was left out. */
export async function takeSources(
  { sources }: Pick<ExportJob, 'sources'>,
  workFolder: string,
  step: Progress,
): Promise<TakenSources> {
  const all: Taken[] = []
  for (const [index, source] of sources.entries())
    all.push(await takeOne(source, join(workFolder, `rows-${index}`), step))
  refuseNothing(all.map(({ taken }) => taken))
  const keys = tableKeys(sources.map(({ use, mapping }) => nameOfTable(mapping, use)))
  const tables = all.flatMap(({ taken, spool }, index): TableToWrite[] => {
    const { use, mapping } = sources[index]!
    if (taken.kept.length === 0) return []
    const table = describeTable(keys[index]!, nameOfTable(mapping, use), taken)
    return [{ table, rows: () => typedRows(spool, table, step) }]
  })
  const leftOut = all.flatMap(({ taken }, index) => leftOutOf(taken, sources[index]!))
  return { tables, leftOut, sources: all.map(({ source }) => source) }
}

/** What was left out of a table, as the export tells it: by the system and the table. */
export function leftOutOf(
  { plan, columns, counts }: TakenTable,
  { use, mapping, system }: JobSource,
): LeftOut[] {
  const table = nameOfTable(mapping, use)
  const source = shortened([system, table].filter((part) => part !== '').join(', '))
  return plan.leftOut(columns, counts).map((one) => ({ ...one, source, column: shortened(one.column) }))
}

async function takeOne(from: JobSource, spoolPath: string, step: Progress): Promise<Taken> {
  const { use, mapping, system } = from
  const seen = await seeFile(use.path, step)
  const spool = await startSpool(spoolPath)
  let taken: TakenTable
  const source = await openSource(use.path, use.options)
  try {
    refuseOtherForm(source.form, from)
    taken = await takeTable(source, use, mapping, {
      keep: spool.add,
      most: null,
      check: (columns, plan) => refuseUndecided(columns, plan, from),
      step,
    })
  } finally {
    await spool.end()
    await source.close()
  }
  await seen.checkUnchanged()
  refuseEmpty(taken, from)
  return {
    taken,
    spool,
    source: {
      fileName: shortened(basename(use.path)),
      form: source.form,
      bytes: seen.bytes,
      sha256: seen.sha256,
      table: shortened(use.table),
      system: shortened(system),
      mapping: mapping.id,
      rows: taken.rows,
      rowsKept: taken.own,
    },
  }
}

/** The rows of a table as its columns have them; a stop is noticed between batches. */
async function* typedRows(
  spool: RowSpool,
  { columns, rows, called }: ExportTable,
  step: Progress,
): AsyncGenerator<readonly ExportRow[]> {
  const casts = columns.map(({ type }) => CASTS[type])
  let written = 0
  for await (const batch of spool.rows()) {
    // Rows from before a column was met for the first time have nothing in it.
    for (const row of batch)
      for (let at = 0; at < casts.length; at += 1) row[at] = casts[at]!(row[at] ?? null)
    yield batch
    written += batch.length
    await step(written, rows + 1, `Writing “${called}”: ${written.toLocaleString('en-GB')} rows`)
  }
}

const asText = (value: SourceValue) => (value === null || typeof value === 'string' ? value : String(value))
const asNumber = (value: SourceValue) => (value === null ? null : Number(value))

/** What each type makes of a value that was seen when the type was found, so that it fits. */
const CASTS: Readonly<Record<ValueType, (value: SourceValue) => SourceValue>> = {
  text: asText,
  date: asText,
  dateTime: asText,
  integer: asNumber,
  number: asNumber,
  boolean: (value) => (value === null ? null : String(value) === 'true'),
}
