import { placeOf } from '#shared/portability/column-names.ts'
import type { ColumnRule } from '#shared/portability/column-rule.ts'
import { decideColumn } from '#shared/portability/decide-column.ts'
import type { ColumnLook } from '#shared/portability/source.ts'
import type { Proposal, Source } from '../draft/draft.ts'
import { blankRule } from '../draft/mapping-draft.ts'

/** A column of a file with what is decided and what is proposed about it. */
export type ColumnLine = {
  readonly look: ColumnLook
  readonly rule: ColumnRule
  /** What is proposed for what is not decided; empty where nothing is. */
  readonly proposal: Proposal
  readonly decision: ReturnType<typeof decideColumn>
  /** What would follow if the proposal were accepted; null where nothing is proposed. */
  readonly would: ReturnType<typeof decideColumn> | null
  readonly isMatch: boolean
}

const FIELDS = ['whose', 'provenance', 'basis', 'means'] as const

type Decided = Pick<Source, 'look' | 'mapping' | 'proposals'>

/** By mapping: what was worked out last, because several parts of the page ask for the same. */
const worked = new WeakMap<object, Decided & { readonly lines: readonly ColumnLine[] }>()

/** The columns of a file in its order, each with what follows from what is decided. */
export function linesOf({ look, mapping, proposals }: Decided): readonly ColumnLine[] {
  const before = worked.get(mapping)
  if (before && before.look === look && before.proposals === proposals) return before.lines
  const lines = workOut({ look, mapping, proposals })
  worked.set(mapping, { look, mapping, proposals, lines })
  return lines
}

function workOut({ look, mapping, proposals }: Decided): readonly ColumnLine[] {
  const names = look.columns.map(({ name }) => name)
  const exact = new Map(names.map((name, at) => [name, at]))
  const isPlain = exact.size === names.length
  const placeIn = (name: string) => (isPlain ? exact.get(name) : undefined) ?? placeOf(names, name)
  const rules = new Map(mapping.columns.map((rule) => [placeIn(rule.column), rule]))
  const matches = new Set(mapping.matchColumns.map(placeIn))
  return look.columns.map((column, at) => {
    const rule = rules.get(at) ?? blankRule(column.name)
    const decision = decideColumn(rule)
    const proposal = decision.kind === 'undecided' ? openOf(rule, proposals.get(column.name) ?? {}) : {}
    const hasProposal = Object.keys(proposal).length > 0
    const would = hasProposal ? decideColumn({ ...rule, ...proposal }) : null
    return { look: column, rule, proposal, decision, would, isMatch: matches.has(at) }
  })
}

/** Of a proposal, what is not decided yet. */
function openOf(rule: ColumnRule, proposal: Proposal): Proposal {
  return Object.fromEntries(
    FIELDS.flatMap((field) =>
      rule[field] === null && proposal[field] !== null && proposal[field] !== undefined
        ? [[field, proposal[field]]]
        : [],
    ),
  )
}

/** The rules with a change for some columns; what they were not decided about before is added. */
export function withChange(
  columns: readonly ColumnRule[],
  names: readonly string[],
  change: (rule: ColumnRule) => Partial<ColumnRule>,
): ColumnRule[] {
  const wanted = new Set(names)
  const known = new Set(columns.map(({ column }) => column))
  const all = [...columns, ...names.filter((name) => !known.has(name)).map(blankRule)]
  return all.map((rule) => (wanted.has(rule.column) ? { ...rule, ...change(rule) } : rule))
}

/** What is shown of the columns. */
export const SHOWS = [
  { show: 'all', label: 'All' },
  { show: 'undecided', label: 'To decide' },
  { show: 'kept', label: 'Kept' },
  { show: 'out', label: 'Left out' },
] as const
export type Show = (typeof SHOWS)[number]['show']

/** The columns that are shown: those of a kind, whose name, title or sample holds some letters. */
export function filterLines(lines: readonly ColumnLine[], show: Show, text: string): ColumnLine[] {
  const wanted = text.trim().toLowerCase()
  const holds = (said: string) => said.toLowerCase().includes(wanted)
  return lines.filter(
    ({ decision, look, rule }) =>
      (show === 'all' || decision.kind === show) &&
      (wanted === '' || holds(look.name) || holds(rule.called) || look.samples.some(holds)),
  )
}

/** How many columns there are of each kind. */
export function countLines(lines: readonly ColumnLine[]): Record<Show, number> {
  const of = (kind: Show) => lines.filter(({ decision }) => decision.kind === kind).length
  return { all: lines.length, undecided: of('undecided'), kept: of('kept'), out: of('out') }
}

/** The place of the next undecided column after `from`, round the end; null where all are decided. */
export function nextUndecided(lines: readonly ColumnLine[], from: number): number | null {
  for (let step = 1; step <= lines.length; step += 1) {
    const at = (from + step) % lines.length
    if (lines[at]!.decision.kind === 'undecided') return at
  }
  return null
}

/** The names from one place to another, whichever comes first. */
export function namesBetween(lines: readonly ColumnLine[], from: number, to: number): string[] {
  return lines.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ look }) => look.name)
}
