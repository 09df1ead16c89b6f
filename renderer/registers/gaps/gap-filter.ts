import type { Output } from '#shared/rpc/contract.ts'

export type Gap = Output<'gaps.list'>[number]
export type Severity = Gap['severity']
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note']

/** What the list of gaps shows; empty text means "no matter". */
export type GapFilter = {
  readonly severity: string
  readonly rule: string
  readonly organisation: string
  readonly text: string
  readonly withWaived: boolean
}

/** Reads the filter from the address, so that every count can be a link. */
export function filterOf(search: URLSearchParams): GapFilter {
  const text = (key: string) => search.get(key) ?? ''
  return {
    severity: text('severity'),
    rule: text('rule'),
    organisation: text('organisation'),
    text: text('text'),
    withWaived: search.get('waived') === '1',
  }
}

/** The parts of the address a filter is written as. */
export function searchOf({ withWaived, ...rest }: GapFilter): Record<string, string> {
  const filled = Object.entries(rest).filter(([, value]) => value !== '')
  return { ...Object.fromEntries(filled), ...(withWaived && { waived: '1' }) }
}

/** The gaps a filter lets through; `except` leaves one condition out, to count what it would let through. */
export function applyFilter(gaps: readonly Gap[], filter: GapFilter, except?: keyof GapFilter): Gap[] {
  const is = (key: 'severity' | 'rule' | 'organisation', value: string) =>
    key === except || filter[key] === '' || filter[key] === value
  const words = filter.text.toLocaleLowerCase('en-GB').split(/\s+/u).filter(Boolean)
  return gaps.filter((gap) => {
    const text =
      `${gap.title} ${gap.message} ${gap.ruleTitle} ${gap.citation} ${gap.organisation}`.toLocaleLowerCase(
        'en-GB',
      )
    return (
      is('severity', gap.severity) &&
      is('rule', gap.ruleId) &&
      is('organisation', gap.organisation) &&
      words.every((word) => text.includes(word))
    )
  })
}

export type RuleCount = {
  readonly ruleId: string
  readonly title: string
  readonly severity: Severity
  readonly count: number
}

/** How many gaps each rule raised: errors before warnings before notes, the most first. */
export function countByRule(gaps: readonly Gap[]): RuleCount[] {
  const counts = new Map<string, RuleCount>()
  for (const { ruleId, ruleTitle, severity } of gaps) {
    const count = (counts.get(ruleId)?.count ?? 0) + 1
    counts.set(ruleId, { ruleId, title: ruleTitle, severity, count })
  }
  return [...counts.values()].toSorted(
    (one, other) =>
      SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
      other.count - one.count ||
      one.title.localeCompare(other.title),
  )
}

/** How many gaps each organisation has, by name. */
export function countByOrganisation(
  gaps: readonly Gap[],
): { readonly name: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const { organisation } of gaps) counts.set(organisation, (counts.get(organisation) ?? 0) + 1)
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .toSorted((one, other) => one.name.localeCompare(other.name))
}
