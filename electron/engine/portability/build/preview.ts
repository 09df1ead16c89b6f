import { basename } from 'node:path'
import { describeTable, nameOfTable } from '#shared/portability/describe-table.ts'
import { tableKeys } from '#shared/portability/keys.ts'
import { typed } from '#shared/portability/value-types.ts'
import { checksOf, PROVENANCE_WORDS } from '#shared/portability/words.ts'
import { placeOf } from '#shared/portability/column-names.ts'
import type { PortabilityPreview } from '#shared/registers/portability/portability.contract.ts'
import type { Progress } from '../../pdf/write-record.ts'
import type { ExportRow } from '../formats/table-to-write.ts'
import { openSource } from '../sources/open-source.ts'
import type { JobSource } from './export-job.ts'
import { refuseNobodysRows, refuseOtherForm } from './refusals.ts'
import { leftOutOf } from './take-sources.ts'
import { type TakenTable, takeTable } from './take-table.ts'

/** Rows that are read of each source where not all are. */
const FIRST_ROWS = 5_000
/** Rows that are shown of each table. */
const SAMPLE_ROWS = 50

type Seen = {
  readonly taken: TakenTable
  readonly sample: readonly ExportRow[]
  readonly notes: readonly string[]
}

/** What an export would hold, by the same rules by which it is built; nothing is written. */
export async function previewExport(
  sources: readonly JobSource[],
  all: boolean,
  step: Progress,
): Promise<PortabilityPreview> {
  const seen: Seen[] = []
  for (const source of sources) seen.push(await look(source, all, step))
  const keys = tableKeys(sources.map(({ use, mapping }) => nameOfTable(mapping, use)))
  const tables = seen.flatMap(({ taken, sample }, index) => {
    const { use, mapping } = sources[index]!
    if (taken.kept.length === 0) return []
    const table = describeTable(keys[index]!, nameOfTable(mapping, use), taken)
    return [{ ...table, sample: sample.map((row) => textsOf(row, taken)) }]
  })
  const leftOut = seen.flatMap(({ taken }, index) => leftOutOf(taken, sources[index]!))
  const provenances = tables.flatMap(({ columns }) => columns.map(({ provenance }) => provenance))
  const checks = [
    ...checksOf(leftOut.map(({ reason }) => reason)),
    ...provenances.flatMap((one) => PROVENANCE_WORDS[one].check ?? []),
  ]
  return {
    tables,
    leftOut,
    undecided: seen.flatMap(({ taken }, source) =>
      taken.plan.undecided(taken.columns).map((one) => ({ source, ...one })),
    ),
    sources: seen.map(({ taken: { rows, own, counts, flagged } }) => ({
      rows,
      kept: own,
      others: counts.others + counts.naming,
      unclear: counts.unclear,
      flagged,
    })),
    isWhole: seen.every(({ taken }) => taken.isWhole),
    notes: [...new Set([...seen.flatMap(({ notes }) => notes), ...checks])],
  }
}

async function look(from: JobSource, all: boolean, step: Progress): Promise<Seen> {
  const { use, mapping } = from
  const sample: ExportRow[] = []
  const source = await openSource(use.path, use.options)
  try {
    refuseOtherForm(source.form, from)
    const taken = await takeTable(source, use, mapping, {
      keep: (row) => {
        if (sample.length < SAMPLE_ROWS) sample.push(row)
      },
      most: all ? null : FIRST_ROWS,
      check: (columns) => refuseNobodysRows(columns, from),
      step,
    })
    return { taken, sample, notes: [...source.notes(), ...missingColumns(from, taken)] }
  } finally {
    await source.close()
  }
}

/** Columns that a mapping counts on and the file lacks. */
function missingColumns({ use, mapping }: JobSource, { columns }: TakenTable): readonly string[] {
  return mapping.matchColumns
    .filter((name) => placeOf(columns, name) < 0)
    .map((name) => `“${name}”, which says whose row it is, is not in “${basename(use.path)}”.`)
}

/** A row as its reader will see it; a late column has nothing in the rows before. */
const textsOf = (row: ExportRow, { types }: TakenTable) =>
  types.map((type, at) => {
    const value = typed(row[at] ?? null, type)
    return value === null ? null : String(value)
  })
