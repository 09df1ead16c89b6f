import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import { AppError } from '#shared/errors.ts'
import { ColumnRule } from '#shared/portability/column-rule.ts'
import { proposeColumn } from '#shared/portability/propose.ts'
import { SourceForm, type SourceLook } from '#shared/portability/source.ts'
import { type Findable, findByReference } from './find-record.ts'
import type { Call } from './with-register.ts'

const MAPPINGS: Findable = { register: 'mappings', one: 'mapping', several: 'Several mappings' }

/** The id of the mapping with a reference or an id. */
export const findMapping = (call: Call, wanted: string) => findByReference(call, MAPPINGS, wanted)

const { shape } = ColumnRule

/** A column of it; what is left out is undecided. */
const Rule = z.object({
  column: shape.column,
  called: shape.called.default(''),
  about: shape.about.default(''),
  whose: shape.whose.default(null),
  provenance: shape.provenance.default(null),
  basis: shape.basis.default(null),
  means: shape.means.default(null),
})

/** A mapping as a file holds it. */
const MappingFile = z.object({
  name: z.string().trim().min(1).max(500),
  /** The system of the library by its name. */
  system: z.string().default(''),
  form: SourceForm,
  table: z.string().default(''),
  called: z.string().default(''),
  matchColumns: z.array(z.string()).default([]),
  rowsNamingOthers: z.enum(['cutCells', 'cutRow']).default('cutRow'),
  columns: z.array(Rule).min(1).max(5_000),
})
export type MappingFile = z.infer<typeof MappingFile>

/** What a look at a file proposes, as a file to be corrected; the lawful bases are left to be decided. */
export function mappingOfLook({ fileName, form, table, columns }: SourceLook): MappingFile {
  const name = table === '' ? fileName : `${fileName}, ${table}`
  return {
    name,
    system: '',
    form,
    table,
    called: table,
    matchColumns: [],
    rowsNamingOthers: 'cutRow',
    columns: columns.map(({ name: column, samples }) =>
      Rule.parse({ ...proposeColumn(column, samples), column }),
    ),
  }
}

/** A mapping from a file; refuses what is none, naming the place. */
export async function readMappingFile(path: string): Promise<MappingFile> {
  const text = await readFile(resolve(path), 'utf8').catch((error: unknown) => {
    throw new AppError('not-found', `There is no file at ${path}.`, { cause: error })
  })
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch (error) {
    throw new AppError('invalid', `${path} is not JSON.`, { cause: error })
  }
  const parsed = MappingFile.safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new AppError('invalid', `${path} is no mapping: ${issue?.path.join('.')}: ${issue?.message}`)
}

/** Keeps a mapping, new or in the place of the one named, and gives what it is called. */
export async function saveMappingFile(
  call: Call,
  { system, columns, ...given }: MappingFile,
  wanted: string | null,
): Promise<{ readonly id: string; readonly reference: string; readonly name: string }> {
  const before = wanted === null ? null : await findMapping(call, wanted)
  const { id } = await call('portability.saveMapping', {
    ...given,
    id: before as never,
    systemId: (await systemNamed(call, system)) as never,
    activityId: null,
    columns,
  })
  const { record } = await call('records.get', { register: 'mappings', id })
  const { reference, name } = record as { reference: string; name: string }
  return { id, reference, name }
}

async function systemNamed(call: Call, name: string): Promise<string | null> {
  if (name.trim() === '') return null
  const systems = await call('vocabulary.list', { vocabulary: 'systems' })
  const found = systems.find((system) => system.name.toLowerCase() === name.trim().toLowerCase())
  if (found) return found.id
  const names = systems.map((system) => `“${system.name}”`).join(', ')
  throw new AppError(
    'not-found',
    `There is no system called “${name}” in the library. It has: ${names || 'none'}.`,
  )
}
