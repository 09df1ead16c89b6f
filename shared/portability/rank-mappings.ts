import { folded } from './column-names.ts'
import type { SourceForm } from './source.ts'

/** A file as mappings are sought for it. */
export type FileToMap = {
  readonly form: SourceForm
  readonly table: string
  readonly columns: readonly string[]
}

type Known = {
  readonly reference: string
  readonly form: SourceForm | null
  readonly table: string
  readonly columns: readonly { readonly column: string }[]
}

/** A mapping held against a file. */
export type Ranked<M> = {
  readonly mapping: M
  /** Columns of the file that it knows. */
  readonly known: number
  /** Columns of the file that it does not know, and columns it has that the file lacks. */
  readonly fresh: readonly string[]
  readonly missing: readonly string[]
}

/**
 * The mappings that know columns of a file, the best first: those that know most of them, then those with fewest
 * columns besides, then those of the same form and table. Letter case and blanks in names do not count.
 */
export function rankMappings<M extends Known>(file: FileToMap, mappings: readonly M[]): readonly Ranked<M>[] {
  const inFile = new Set(file.columns.map(folded))
  return mappings
    .map((mapping) => {
      const rules = mapping.columns.map(({ column }) => column).filter((column) => column.trim() !== '')
      const inMapping = new Set(rules.map(folded))
      const fresh = file.columns.filter((column) => !inMapping.has(folded(column)))
      const missing = rules.filter((column) => !inFile.has(folded(column)))
      return { mapping, known: file.columns.length - fresh.length, fresh, missing }
    })
    .filter(({ known }) => known > 0)
    .toSorted(
      (one, other) =>
        other.known - one.known ||
        besides(one) - besides(other) ||
        likeness(other.mapping, file) - likeness(one.mapping, file) ||
        one.mapping.reference.localeCompare(other.mapping.reference),
    )
}

const besides = ({ fresh, missing }: Ranked<unknown>) => fresh.length + missing.length

const likeness = ({ form, table }: Known, file: FileToMap) =>
  Number(form === file.form) + Number(folded(table) === folded(file.table))
