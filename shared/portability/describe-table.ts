import type { Mapping } from '#shared/registers/mappings/mapping.register.ts'
import type { ExportColumn, ExportTable } from './export.ts'
import { exportKeys } from './keys.ts'
import type { KeptColumn } from './plan-table.ts'
import type { SourceUse, ValueType } from './source.ts'
import { basisCitation } from './words.ts'

/** What was found out about the kept columns and rows of a table while it was read. */
export type TableFacts = {
  readonly kept: readonly KeptColumn[]
  readonly types: readonly ValueType[]
  /** For each kept column, in how many of the kept rows nothing stands. */
  readonly empty: readonly number[]
  readonly own: number
  readonly flagged: number
}

/** The longest that a name may be in the register. */
const LONGEST_NAME = 200

/** A table of an export as its reader meets it. @source UK GDPR Art 20(1) */
export function describeTable(key: string, called: string, facts: TableFacts): ExportTable {
  const names = facts.kept.map(({ rule }) => rule.called || rule.column)
  const keys = exportKeys(names)
  const columns = facts.kept.flatMap(({ rule }, at): ExportColumn[] => {
    const { provenance, whose, basis, about } = rule
    // Kept columns have all three: what is undecided is never kept.
    if (!provenance || !whose || !basis) return []
    return [
      {
        key: keys[at]!,
        called: shortened(names[at]!),
        about,
        type: facts.types[at]!,
        isFilled: facts.empty[at] === 0,
        provenance,
        whose,
        basis: basisCitation(basis),
      },
    ]
  })
  return { key, called: shortened(called), columns, rows: facts.own, flagged: facts.flagged }
}

/** What a table is called: as the mapping says, else as the file does, else as the mapping itself. */
export function nameOfTable(
  mapping: Pick<Mapping, 'called' | 'name'>,
  { table }: Pick<SourceUse, 'table'>,
): string {
  return mapping.called.trim() || table.trim() || mapping.name
}

/** A name no longer than the register keeps; a longer one ends in three dots. */
export function shortened(name: string): string {
  const plain = name.replaceAll(/\s+/gu, ' ').trim()
  return plain.length <= LONGEST_NAME ? plain : `${plain.slice(0, LONGEST_NAME - 1).toWellFormed()}…`
}
