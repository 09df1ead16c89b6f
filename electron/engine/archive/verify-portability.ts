import { inFours } from '#shared/in-fours.ts'
import { z } from 'zod'
import { aboutSchema as aboutJsonSchema } from '#shared/portability/about.ts'
import { ExportColumn, ExportForm, ExportTable } from '#shared/portability/export.ts'
import { type CheckedTable, checkTables } from '../portability/check/check-formats.ts'
import type { Place } from '../portability/check/form-to-check.ts'
import { wholeJson } from '../portability/check/read-place.ts'
import { schemaReader } from '../portability/check/schema-reader.ts'
import type { Reader } from './bag-reader.ts'
import type { Problem } from './bag-source.ts'
import { PORTABILITY_FILES, portabilityFingerprint } from './portability-bag.ts'
import type { Hashes } from './tag-files.ts'
import { reasonOf, type Report } from './verification-report.ts'

/**
 * What an export to take along promises beyond its manifests: each table in each form is as the schemas in the archive say,
 * the forms hold the same rows, `about.json` names these tables, and the fingerprint, to be compared with the one in the note
 * to the new controller or with the request.
 */
export async function checkPortability(reader: Reader, hashes: Hashes, report: Report): Promise<void> {
  const { checks, tables } = await checkTables(reader, async () => {})
  for (const { name, problems, says } of checks) report.add(name, problems, says)
  const about = await aboutProblems(reader, checks.every(({ ok }) => ok) ? tables : null)
  report.add('Statement', about, `about.json is as its schema says and names ${tables.length} tables`)
  const payload = [...hashes].flatMap(([name, { digests }]) =>
    digests.sha256 ? [{ name, sha256: digests.sha256 }] : [],
  )
  const groups = inFours(portabilityFingerprint(payload))
  report.add('Fingerprint', [], `${groups} (compare it with the transfer note or the request)`)
}

/** What is read of `about.json` here; its schema says the rest. */
const About = z.object({
  forms: z.array(ExportForm),
  tables: z.array(
    ExportTable.extend({
      columns: z.array(ExportColumn.extend({ guardedInCsv: z.int().nullable() })),
      files: z.record(ExportForm, z.string().nullable()),
    }),
  ),
})

/** The patterns of a schema: one that is made to do harm could be tried for ever. */
function patternsOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(key === 'pattern' && typeof value === 'string' ? [value] : []),
    ...(key === 'patternProperties' ? Object.keys(value as object) : []),
    ...patternsOf(value),
  ])
}

const KNOWN_PATTERNS: ReadonlySet<string> = new Set(patternsOf(aboutJsonSchema()))

/** What is wrong with the statement; the tables are compared where they could all be read. */
async function aboutProblems(
  place: Place,
  tables: readonly CheckedTable[] | null,
): Promise<readonly Problem[]> {
  const { about, aboutSchema } = PORTABILITY_FILES
  const problem = (name: string, detail: string): readonly Problem[] => [{ about: name, detail }]
  try {
    const given = await wholeJson(place, about)
    const schema = await wholeJson(place, aboutSchema).catch((error: unknown) => reasonOf(error))
    if (typeof schema !== 'object' || schema === null) return problem(aboutSchema, `${schema as string}`)
    const unknown = patternsOf(schema).find((pattern) => !KNOWN_PATTERNS.has(pattern))
    if (unknown !== undefined) return problem(aboutSchema, `A pattern of it is not known here: ${unknown}`)
    const validate = schemaReader().compile(schema)
    if (!validate(given)) {
      const [error] = validate.errors ?? []
      return problem(
        about,
        `It is not as its schema says: ${error?.instancePath ?? ''} ${error?.message ?? ''}.`,
      )
    }
    const parsed = About.safeParse(given)
    if (!parsed.success) return problem(about, 'It does not say which tables there are.')
    return tables === null ? [] : tableProblems(parsed.data, tables).map((detail) => ({ about, detail }))
  } catch (error) {
    return problem(about, reasonOf(error))
  }
}

function tableProblems({ tables, forms }: z.infer<typeof About>, found: readonly CheckedTable[]): string[] {
  const details: string[] = []
  const names = (list: readonly { readonly key: string }[]) =>
    list
      .map(({ key }) => key)
      .toSorted()
      .join(', ') || 'none'
  if (names(tables) !== names(found.map(({ table }) => table)))
    details.push(`It names the tables ${names(tables)}; there are ${names(found.map(({ table }) => table))}.`)
  for (const { table, forms: lying, guarded } of found) {
    const named = tables.find(({ key }) => key === table.key)
    if (!named) continue
    if (named.rows !== table.rows)
      details.push(`It says ${named.rows} rows of ${table.key}; there are ${table.rows}.`)
    const isIn = (form: ExportForm) => lying.includes(form)
    if (
      ExportForm.options.some(
        (form) => isIn(form) !== (named.files[form] !== null) || isIn(form) !== forms.includes(form),
      )
    )
      details.push(`It names other forms of ${table.key} than there are.`)
    const columns = JSON.stringify(named.columns.map(({ key, type }) => [key, type]))
    if (columns !== JSON.stringify(table.columns.map(({ key, type }) => [key, type])))
      details.push(`It names other columns of ${table.key}, or other types, than there are.`)
    else if (guarded && named.columns.some(({ guardedInCsv }, at) => guardedInCsv !== guarded[at]))
      details.push(`It says another number of guarded cells of ${table.key} than there are.`)
  }
  return details
}
