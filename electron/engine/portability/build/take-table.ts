import { basename } from 'node:path'
import { placeOf } from '#shared/portability/column-names.ts'
import {
  isFilled,
  type KeptColumn,
  planTable,
  type RowCounts,
  type TablePlan,
} from '#shared/portability/plan-table.ts'
import type { SourceUse, SourceValue, ValueType } from '#shared/portability/source.ts'
import { startTypes, type TypesSeen } from '#shared/portability/value-types.ts'
import { AppError } from '#shared/errors.ts'
import type { Mapping } from '#shared/registers/mappings/mapping.register.ts'
import type { Progress } from '../../pdf/write-record.ts'
import type { ExportRow } from '../formats/table-to-write.ts'
import type { OpenSource } from '../sources/source.ts'

/** What was taken of a table, rows apart. */
export type TakenTable = {
  readonly plan: TablePlan
  /** The columns of the file, and those that go into the export. */
  readonly columns: readonly string[]
  readonly kept: readonly KeptColumn[]
  readonly types: readonly ValueType[]
  /** For each kept column, in how many of the kept rows nothing stands. */
  readonly empty: readonly number[]
  readonly counts: RowCounts
  /** Rows read, rows kept, and kept rows that say something of others too. */
  readonly rows: number
  readonly own: number
  readonly flagged: number
  /** Whether the table was read to its end. */
  readonly isWhole: boolean
}

/** How a table is taken: where kept rows go, and how far it is read; null to its end. */
export type Taking = {
  readonly keep: (row: ExportRow) => Promise<void> | void
  readonly most: number | null
  /** Called each time columns are met; throws where the table cannot be taken. */
  readonly check: (columns: readonly string[], plan: TablePlan) => void
  readonly step: Progress
}

/**
 * Reads a table once and hands on what portability covers of the person's rows, cell by cell as the file has it.
 * Memory does not grow with the table. Throws `rule` where columns that come late make the earlier ones ambiguous.
 */
export async function takeTable(
  source: OpenSource,
  use: SourceUse,
  mapping: Mapping,
  { keep, most, check, step }: Taking,
): Promise<TakenTable> {
  const plan = planTable(mapping, use)
  const doing = `Reading ${basename(use.path)}`
  let reading = startReading(plan, [])
  let isWhole = true
  for await (const batch of source.read(use.table)) {
    if (batch.columns.length !== reading.columns.length || reading.rows === 0) {
      check(batch.columns, plan)
      reading = widened(reading, plan, batch.columns)
    }
    for (const { values } of batch.rows) {
      if (most !== null && reading.rows >= most) {
        isWhole = false
        break
      }
      const row = takeRow(reading, values)
      const waiting = row && keep(row)
      if (waiting) await waiting
    }
    await step(reading.rows, reading.rows + 1, `${doing}: ${reading.rows.toLocaleString('en-GB')} rows`)
    if (!isWhole) break
  }
  const { columns, kept, types, empty, rows, own, flagged, others, unclear, naming, filled } = reading
  const counts = { others, unclear, naming, filled }
  return { plan, columns, kept, types: types.types(), empty, counts, rows, own, flagged, isWhole }
}

/** Columns of the file by which rows are told apart. */
export function matchPlaces(mapping: Pick<Mapping, 'matchColumns'>, columns: readonly string[]): number {
  return mapping.matchColumns.filter((name) => placeOf(columns, name) >= 0).length
}

/** A table while it is read. */
type Reading = {
  readonly columns: readonly string[]
  readonly kept: readonly KeptColumn[]
  /** Places of the columns that are not kept. */
  readonly notKept: readonly number[]
  readonly judge: ReturnType<TablePlan['judge']>
  readonly flags: ReturnType<TablePlan['flags']>
  readonly types: TypesSeen
  readonly empty: number[]
  readonly filled: number[]
  rows: number
  own: number
  flagged: number
  others: number
  unclear: number
  naming: number
}

const NOTHING = { rows: 0, own: 0, flagged: 0, others: 0, unclear: 0, naming: 0 }

function startReading(plan: TablePlan, columns: readonly string[]): Reading {
  const kept = plan.kept(columns)
  const places = new Set(kept.map(({ at }) => at))
  return {
    ...NOTHING,
    columns,
    kept,
    notKept: columns.flatMap((_, at) => (places.has(at) ? [] : [at])),
    judge: plan.judge(columns),
    flags: plan.flags(columns),
    types: startTypes(kept.length),
    empty: kept.map(() => 0),
    filled: columns.map(() => 0),
  }
}

/** The same table with columns that were met late: the rows so far have nothing in them. */
function widened(before: Reading, plan: TablePlan, columns: readonly string[]): Reading {
  const { types: _, empty: __, filled: ___, ...next } = startReading(plan, columns)
  if (before.kept.some(({ at }, index) => next.kept[index]?.at !== at))
    throw new AppError(
      'rule',
      'Columns that come late in this file are called like earlier ones, so that they cannot be told apart. Export it again with a name for each column.',
    )
  const { rows, own, flagged, others, unclear, naming } = before
  const added = next.kept.slice(before.kept.length)
  return {
    ...next,
    rows,
    own,
    flagged,
    others,
    unclear,
    naming,
    types:
      added.length === 0 && before.kept.length > 0 ? before.types : wider(before.types, next.kept.length),
    empty: [...before.empty, ...added.map(() => own)],
    filled: columns.map((_, at) => before.filled[at] ?? 0),
  }
}

/** Types seen so far for the first columns, and from here on for all. */
function wider(before: TypesSeen, width: number): TypesSeen {
  const narrow = before.types().length
  const rest = startTypes(width - narrow)
  return {
    see(values) {
      before.see(values)
      rest.see(values.slice(narrow))
    },
    types: () => [...before.types(), ...rest.types()],
  }
}

/** What is kept of a row; null where it is none of the person's. */
function takeRow(reading: Reading, values: readonly SourceValue[]): ExportRow | null {
  reading.rows += 1
  const whose = reading.judge(values)
  if (whose !== 'own') {
    reading[whose] += 1
    return null
  }
  reading.own += 1
  for (const at of reading.notKept) if (isFilled(values[at])) reading.filled[at]! += 1
  const row = reading.kept.map(({ at }) => values[at] ?? null)
  for (let at = 0; at < row.length; at += 1) if (row[at] === null) reading.empty[at]! += 1
  reading.types.see(row)
  if (reading.flags(values)) reading.flagged += 1
  return row
}
