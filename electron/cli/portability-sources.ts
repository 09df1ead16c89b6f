import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { AppError } from '#shared/errors.ts'
import type { SourceUse } from '#shared/portability/source.ts'
import { findMapping, readMappingFile, saveMappingFile } from './portability-mapping.ts'
import type { Call } from './with-register.ts'

/** Which files an export is made from, as they are typed. */
export type SourceOptions = {
  readonly source: readonly string[]
  readonly mapping?: readonly string[]
  readonly mappingFile?: string
  readonly person: readonly string[]
  readonly onlyThisPerson: boolean
}

const OPTIONS = { encoding: null, delimiter: null } as const

/** The sources of an export, each with its mapping. */
export async function sourcesFrom(call: Call, options: SourceOptions): Promise<SourceUse[]> {
  const { source, mapping: wanted = [], mappingFile, person, onlyThisPerson } = options
  if (wanted.length > 1 && wanted.length !== source.length)
    throw new AppError('invalid', 'Give one mapping for all sources, or one for each in their order.')
  const saved =
    mappingFile === undefined ? null : await saveMappingFile(call, await readMappingFile(mappingFile), null)
  const uses: SourceUse[] = []
  for (const [index, typed] of source.entries()) {
    const { path, table } = placeOf(typed)
    const named = wanted.length > 1 ? wanted[index] : wanted[0]
    const mapping = saved?.id ?? (named === undefined ? null : await findMapping(call, named))
    const found = mapping === null ? await knownMapping(call, path, table) : { mapping, table: table ?? '' }
    uses.push({
      path,
      table: found.table,
      options: OPTIONS,
      mapping: found.mapping as SourceUse['mapping'],
      person: [...person],
      holdsOnlyThePerson: onlyThisPerson,
    })
  }
  return uses
}

/** A path and, behind the last hash, a table; a file that is really called so is taken as it is. */
function placeOf(typed: string): { readonly path: string; readonly table: string | null } {
  const at = typed.lastIndexOf('#')
  if (at <= 0 || existsSync(resolve(typed))) return { path: resolve(typed), table: null }
  return { path: resolve(typed.slice(0, at)), table: typed.slice(at + 1) }
}

/** The mapping that knows the columns of a table best. */
async function knownMapping(call: Call, path: string, table: string | null) {
  const look = await call('portability.lookAt', { path, table, options: OPTIONS })
  const [best] = await call('portability.mappingsFor', {
    form: look.form,
    table: look.table,
    columns: look.columns.map(({ name }) => name),
  })
  if (best) return { mapping: best.id, table: look.table }
  throw new AppError(
    'not-found',
    `No mapping knows the columns of ${basename(path)}. Print a first one with “dpo portability look ${basename(path)} --format mapping”, correct it, and keep it with “dpo portability map”.`,
  )
}
