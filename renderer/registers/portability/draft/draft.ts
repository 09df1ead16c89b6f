import type { ColumnRule } from '#shared/portability/column-rule.ts'
import type { ExportForm, ReceivingController } from '#shared/portability/export.ts'
import type { ReadingOptions, SourceLook, SourceUse } from '#shared/portability/source.ts'
import type { Input, Output } from '#shared/rpc/contract.ts'

/** The steps of an export, in the order in which they are taken; `made` is what was made before. */
export const STEPS = ['files', 'columns', 'rows', 'preview', 'build', 'made'] as const
export type Step = (typeof STEPS)[number]

/** What is decided about the export of a system, while it is worked on. */
export type MappingDraft = Omit<Input<'portability.saveMapping'>, 'form' | 'table'> & {
  /** As the register quotes it; empty while it is not kept. */
  readonly reference: string
}

/** What is proposed for a column and not accepted yet. */
export type Proposal = Partial<Pick<ColumnRule, 'whose' | 'provenance' | 'basis' | 'means'>>

/** A table of a file that goes into the export. */
export type Source = {
  readonly key: string
  readonly path: string
  readonly options: ReadingOptions
  readonly look: SourceLook
  readonly matches: Output<'portability.mappingsFor'>
  readonly mapping: MappingDraft
  /** The mapping as the register has it; null while it is in none. */
  readonly kept: MappingDraft | null
  /** The columns as they were before each change that is not kept yet. */
  readonly past: readonly (readonly ColumnRule[])[]
  readonly proposals: ReadonlyMap<string, Proposal>
  readonly holdsOnlyThePerson: boolean
}

/** What a look at the export showed, and of what. */
export type Looked = { readonly shown: Output<'portability.preview'>; readonly of: string }

/** An export while it is put together; nothing of it is in the register but the mappings. */
export type Draft = {
  readonly step: Step
  readonly sources: readonly Source[]
  /** The source whose columns are looked at. */
  readonly at: number
  /** The person as the columns have them; null while only proposed from the request. */
  readonly person: readonly string[] | null
  readonly looked: Looked | null
  readonly forms: readonly ExportForm[]
  readonly isOpen: boolean
  readonly openBecause: string
  readonly receiver: ReceivingController | null
}

export const NO_DRAFT: Draft = {
  step: 'files',
  sources: [],
  at: 0,
  person: null,
  looked: null,
  forms: ['json', 'csv', 'xml'],
  isOpen: false,
  openBecause: '',
  receiver: null,
}

/** Whether something was decided that the register does not have. */
export function isUnkept({ mapping, kept }: Pick<Source, 'mapping' | 'kept'>): boolean {
  return kept === null || JSON.stringify(mapping) !== JSON.stringify(kept)
}

/** A draft with one of its sources changed. */
export function withSource(draft: Draft, key: string, change: (source: Source) => Source): Draft {
  return { ...draft, sources: draft.sources.map((source) => (source.key === key ? change(source) : source)) }
}

/** What the engine is told of the sources; null while the mapping of one is not in the register. */
export function usesOf(sources: readonly Source[], person: readonly string[]): SourceUse[] | null {
  const uses = sources.flatMap(({ path, look, options, mapping, holdsOnlyThePerson }) =>
    mapping.id === null
      ? []
      : [{ path, table: look.table, options, mapping: mapping.id, person: [...person], holdsOnlyThePerson }],
  )
  return uses.length === sources.length && uses.length > 0 ? uses : null
}

/** What a look depends on: another text means that it has to be taken again. */
export function signatureOf(sources: readonly Source[], person: readonly string[]): string {
  return JSON.stringify(
    sources.map(({ path, look, options, mapping, holdsOnlyThePerson }) => [
      path,
      look.table,
      options,
      mapping,
      holdsOnlyThePerson,
      person,
    ]),
  )
}
