import type { ExportForm, ExportTable } from '#shared/portability/export.ts'
import { AppError } from '#shared/errors.ts'
import { findBag } from '../../archive/bag-reader.ts'
import type { BagSource, Problem } from '../../archive/bag-source.ts'
import { reasonOf } from '../../archive/verification-report.ts'
import type { Progress } from '../../pdf/write-record.ts'
import { checkCsvs } from './check-csvs.ts'
import type { CsvForm } from './csv-form.ts'
import type { FormToCheck, Place } from './form-to-check.ts'
import { jsonForm } from './json-form.ts'
import { startRowHash } from './row-hash.ts'
import { rowDifference, type ReadForm } from './same-rows.ts'
import { tableDifference } from './same-tables.ts'
import { startTold } from './told.ts'
import { xmlForm } from './xml-form.ts'

/** One thing that was looked at in the files of an export. */
export type FormatCheck = {
  readonly name: string
  readonly ok: boolean
  readonly problems: readonly Problem[]
  /** What was found where all is well, as a sentence. */
  readonly says: string
}

/** A table as its files hold it, by the form that was read first. */
export type CheckedTable = {
  readonly table: ExportTable
  readonly forms: readonly ExportForm[]
  /** Guarded cells of each column of the CSV; null where there is none. */
  readonly guarded: readonly number[] | null
}

/**
 * Reads the tables of an export back out of the archive in every form and holds each against the schema that lies beside it,
 * and the forms against one another. Each fault names file and row. Memory does not grow with the rows; `step` is told how
 * many were read. Throws `rule` where the archive is no bag.
 */
export async function checkFormats(
  source: BagSource,
  step: Progress = async () => {},
): Promise<FormatCheck[]> {
  const bag = findBag(source.entries)
  if (!bag) throw new AppError('rule', 'The archive is no bag: there is no bagit.txt.')
  return (await checkTables({ source, bag }, step)).checks
}

/** The same for a bag that was found already, with its tables. */
export async function checkTables(
  place: Place,
  step: Progress,
): Promise<{ readonly checks: FormatCheck[]; readonly tables: readonly CheckedTable[] }> {
  const checks: FormatCheck[] = []
  const add = (name: string, problems: readonly Problem[], says: string) =>
    checks.push({ name, ok: problems.length === 0, problems, says })
  const found = filesOf(place)
  add('Files of the tables', found.problems, `${found.keys.length} tables, each in ${found.forms.join(', ')}`)
  const csvs = found.forms.includes('csv') ? await checkCsvs(place, found.keys, add) : NONE
  const tables: CheckedTable[] = []
  for (const key of found.keys) {
    const read: ReadForm[] = []
    for (const form of found.forms) {
      const one = await readForm(form, () => openForm(form, place, key, csvs), { add, key, step })
      if (one) read.push(one)
    }
    if (read.length > 1) add(`Table ${key}`, await differences(read), sameSays(read))
    const guarded = csvs.get(key)?.counts.map((column) => column.guarded) ?? null
    if (read[0]) tables.push({ table: read[0].form.table, forms: found.forms, guarded })
  }
  return { checks, tables }
}

const NONE: ReadonlyMap<string, CsvForm> = new Map()

type Add = (name: string, problems: readonly Problem[], says: string) => void

const FORMS: readonly ExportForm[] = ['json', 'csv', 'xml']

/** Which tables there are, and in which forms; told is what is missing and what belongs to none. */
function filesOf({ bag }: Place): {
  readonly keys: readonly string[]
  readonly forms: readonly ExportForm[]
  readonly problems: readonly Problem[]
} {
  const names = [...bag.files.keys()]
  const keysOf = (form: ExportForm) =>
    names.flatMap((name) => new RegExp(`^data/${form}/([^/]+)\\.${form}$`, 'u').exec(name)?.[1] ?? [])
  const forms = FORMS.filter((form) => keysOf(form).length > 0)
  const keys = [...new Set(forms.flatMap(keysOf))].toSorted()
  const expected = new Set(forms.flatMap((form) => expectedFiles(form, keys)))
  const ours = names.filter((name) => /^data\/(?:json|csv|xml|schema)\//u.test(name) && name !== ABOUT_SCHEMA)
  const missing = [...expected].filter((name) => !bag.files.has(name))
  const stray = ours.filter((name) => !expected.has(name))
  return {
    keys,
    forms,
    problems: [
      ...missing.map((about) => ({ about, detail: 'It is missing.' })),
      ...stray.map((about) => ({ about, detail: 'It belongs to no table.' })),
      ...(keys.length === 0 ? [{ about: 'data', detail: 'There is no table.' }] : []),
    ],
  }
}

const ABOUT_SCHEMA = 'data/schema/about.schema.json'

function expectedFiles(form: ExportForm, keys: readonly string[]): readonly string[] {
  if (form === 'json')
    return keys.flatMap((key) => [`data/json/${key}.json`, `data/schema/${key}.schema.json`])
  if (form === 'xml') return keys.flatMap((key) => [`data/xml/${key}.xml`, `data/xml/${key}.xsd`])
  const files = keys.flatMap((key) => [`data/csv/${key}.csv`, `data/csv/${key}.csv-metadata.json`])
  return [...files, 'data/csv/datapackage.json']
}

async function openForm(
  form: ExportForm,
  place: Place,
  key: string,
  csvs: ReadonlyMap<string, FormToCheck>,
): Promise<FormToCheck | null> {
  if (form === 'json') return jsonForm(place, key)
  if (form === 'xml') return xmlForm(place, key)
  return csvs.get(key) ?? null
}

/** So many rows are read between two tellings. */
const ROWS_A_STEP = 5_000

/** Reads one form to its end; null where it is not as its schema says, which is told. */
async function readForm(
  kind: ExportForm,
  open: () => Promise<FormToCheck | null>,
  { add, key, step }: { readonly add: Add; readonly key: string; readonly step: Progress },
): Promise<ReadForm | null> {
  const name = `${key}.${kind}`
  const about = `data/${kind}/${key}.${kind}`
  let form: FormToCheck | null
  try {
    form = await open()
  } catch (error) {
    add(name, [{ about: schemaOf(kind, key), detail: reasonOf(error) }], '')
    return null
  }
  if (!form) return null
  const told = startTold(about)
  const hash = startRowHash(form.table.columns)
  let count = 0
  try {
    for await (const batch of form.rows(told)) {
      hash.add(batch)
      if (Math.floor(count / ROWS_A_STEP) < Math.floor((count + batch.length) / ROWS_A_STEP))
        await step(count, form.table.rows, `Checking ${about}`)
      count += batch.length
    }
  } catch (error) {
    told.say(reasonOf(error))
  }
  add(name, told.problems(), `${count} rows, each as ${schemaOf(kind, key)} says`)
  return told.hasAny() ? null : { form, hash: hash.digest(), isCsv: kind === 'csv' }
}

function schemaOf(kind: ExportForm, key: string): string {
  if (kind === 'json') return `data/schema/${key}.schema.json`
  return kind === 'xml' ? `data/xml/${key}.xsd` : 'data/csv/datapackage.json'
}

async function differences([first, ...others]: readonly ReadForm[]): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  for (const other of others) {
    const difference = tableDifference(first!.form, other.form) ?? (await rowDifference(first!, other))
    if (difference !== null) problems.push({ about: other.form.file, detail: difference })
  }
  return problems
}

function sameSays(read: readonly ReadForm[]): string {
  return `the same columns and rows in ${read.map(({ form }) => form.file.split('/')[1]).join(', ')}`
}
