import type { Mapping } from '#shared/registers/mappings/mapping.register.ts'
import { folded, placeOf, placesOf } from './column-names.ts'
import type { ColumnRule } from './column-rule.ts'
import { type ColumnDecision, decideColumn, NEW_COLUMN } from './decide-column.ts'
import type { LeftOut, LeftOutReason } from './export.ts'
import type { SourceUse, SourceValue } from './source.ts'
import { LEFT_OUT } from './words.ts'

/**
 * Whose a row is.
 *
 * - `own`     every filled column that says whose row it is names the person
 * - `others`  each of them names somebody else
 * - `unclear` none is filled, or they do not agree
 * - `naming`  the person's own, but cut because it also names others
 */
export type RowJudgement = 'own' | 'others' | 'unclear' | 'naming'

/** What was counted while a table was read. */
export type RowCounts = {
  readonly others: number
  readonly unclear: number
  readonly naming: number
  /** For each column of the file, in how many of the person's rows it is filled. */
  readonly filled: readonly number[]
}

/** A column that goes into the export: where it stands in the file, and what is decided about it. */
export type KeptColumn = { readonly at: number; readonly rule: ColumnRule }

/** What becomes of the columns and rows of one table; columns are the file's, and may grow while it is read. */
export type TablePlan = {
  readonly judge: (columns: readonly string[]) => (values: readonly SourceValue[]) => RowJudgement
  readonly kept: (columns: readonly string[]) => readonly KeptColumn[]
  readonly undecided: (columns: readonly string[]) => readonly { column: string; says: string }[]
  readonly leftOut: (columns: readonly string[], counts: RowCounts) => readonly LeftOut[]
  /** Whether something that is kept of a row says something of others too. */
  readonly flags: (columns: readonly string[]) => (values: readonly SourceValue[]) => boolean
}

/** What a mapping says about a table; the parts of the record that decide. */
export type TableRules = Pick<Mapping, 'name' | 'called' | 'matchColumns' | 'rowsNamingOthers'> & {
  readonly columns: readonly ColumnRule[]
}

/**
 * What a mapping makes of a table for one person. What nobody decided is not kept: a column without a rule, a row
 * whose columns do not agree whose it is, a row that names others where nobody said that it may stay.
 *
 * @source UK GDPR Art 20(1), Art 20(4)
 */
export function planTable(
  mapping: TableRules,
  use: Pick<SourceUse, 'person' | 'holdsOnlyThePerson'>,
): TablePlan {
  const person = new Set(use.person.map(folded).filter((value) => value !== ''))
  const decided = (columns: readonly string[]) => decisionsOf(mapping, columns)
  return {
    judge: (columns) => {
      const places = matchPlaces(columns, mapping.matchColumns)
      if (places === null) return () => 'unclear'
      const naming = namingPlaces(mapping, columns)
      return (values) => {
        const whose = places.length > 0 ? whoseRow(values, places, person) : alone(use)
        return whose === 'own' && naming.some((at) => isFilled(values[at])) ? 'naming' : whose
      }
    },
    kept: (columns) =>
      decided(columns).flatMap(({ at, rule, decision }) =>
        decision.kind === 'kept' && rule ? [{ at, rule }] : [],
      ),
    undecided: (columns) =>
      decided(columns).flatMap(({ column, decision }) =>
        decision.kind === 'undecided' ? [{ column, says: decision.says }] : [],
      ),
    leftOut: (columns, counts) => [
      ...columnsLeftOut(mapping, decided(columns), counts),
      ...rowsLeftOut(mapping, counts),
    ],
    flags: (columns) => {
      const both = decided(columns).filter(
        ({ rule, decision }) => decision.kind === 'kept' && rule?.whose === 'personAndOthers',
      )
      return (values) => both.some(({ at }) => isFilled(values[at]))
    },
  }
}

/** Whether a cell holds anything but blanks. */
export function isFilled(value: SourceValue | undefined): boolean {
  return value !== null && value !== undefined && String(value).trim() !== ''
}

type Decided = {
  readonly column: string
  readonly at: number
  readonly rule: ColumnRule | null
  readonly decision: ColumnDecision
}

function decisionsOf({ columns: rules }: TableRules, columns: readonly string[]): readonly Decided[] {
  const ruleAt = new Map<number, ColumnRule[]>()
  for (const rule of rules) {
    const at = placeOf(columns, rule.column)
    if (at >= 0) ruleAt.set(at, [...(ruleAt.get(at) ?? []), rule])
  }
  return columns.map((column, at) => {
    const [rule = null, ...more] = ruleAt.get(at) ?? []
    if (more.length > 0) return { column, at, rule: null, decision: TWICE }
    return { column, at, rule, decision: rule ? decideColumn(rule) : NEW_COLUMN }
  })
}

const TWICE: ColumnDecision = {
  kind: 'undecided',
  says: 'The mapping decides about it twice: take one of the two out.',
}

/** Where the columns that say whose a row is stand; null where one of them could be two. */
function matchPlaces(columns: readonly string[], names: readonly string[]): readonly number[] | null {
  const found = names.map((name) => placesOf(columns, name))
  return found.some((places) => places.length > 1) ? null : [...new Set(found.flat())]
}

/** Columns whose filled cells make a row one that names others. */
function namingPlaces(mapping: TableRules, columns: readonly string[]): readonly number[] {
  if (mapping.rowsNamingOthers === 'cutCells') return []
  return decisionsOf(mapping, columns)
    .filter(({ rule }) => rule?.whose === 'others')
    .map(({ at }) => at)
}

function whoseRow(
  values: readonly SourceValue[],
  places: readonly number[],
  person: ReadonlySet<string>,
): 'own' | 'others' | 'unclear' {
  const filled = places.map((at) => values[at]).filter(isFilled)
  const own = filled.filter((value) => person.has(folded(String(value)))).length
  if (filled.length === 0 || person.size === 0) return 'unclear'
  // A number of the person may be somebody else's number in another column, so one that fits is not enough.
  if (own === filled.length) return 'own'
  return own === 0 ? 'others' : 'unclear'
}

const alone = ({ holdsOnlyThePerson }: Pick<SourceUse, 'holdsOnlyThePerson'>) =>
  holdsOnlyThePerson ? 'own' : 'unclear'

function columnsLeftOut(
  mapping: TableRules,
  decided: readonly Decided[],
  { filled }: RowCounts,
): readonly LeftOut[] {
  return decided.flatMap(({ column, at, rule, decision }) => {
    if (decision.kind !== 'out') return []
    const { reason, says, citation, instead } = decision
    const called = rule?.called || column
    return [
      { source: sourceOf(mapping), column: called, reason, says, citation, instead, rows: filled[at] ?? 0 },
    ]
  })
}

function rowsLeftOut(mapping: TableRules, { others, unclear, naming }: RowCounts): readonly LeftOut[] {
  const counted = [
    ['othersRows', others + naming],
    ['unclearRows', unclear],
  ] as const satisfies readonly (readonly [LeftOutReason, number])[]
  return counted.flatMap(([reason, rows]) => {
    if (rows === 0) return []
    const { says, citation, instead } = LEFT_OUT[reason]
    return [{ source: sourceOf(mapping), column: '', reason, says, citation, instead, rows }]
  })
}

const sourceOf = ({ called, name }: TableRules) => called || name
