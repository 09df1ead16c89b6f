import type { CodeListEntry } from '#shared/law/code-list.ts'
import { BREACH_CAUSES, BREACH_KINDS } from '#shared/law/breach-causes.ts'
import type { Breach } from '../breach.record.ts'

/** Entries that have something in common. */
export type Group = { readonly key: string; readonly label: string; readonly ids: readonly string[] }

/** What the records that entries point to are called. */
export type Names = {
  readonly organisations: ReadonlyMap<string, string>
  readonly processors: ReadonlyMap<string, string>
  readonly activities: ReadonlyMap<string, string>
}

const GONE = 'No longer in the register'

/** By the Commissioner’s causes. @source ICO data security incident trends */
export function byCause(entries: readonly Breach[]): readonly Group[] {
  return grouped(entries, ({ cause }) => [cause ?? ''], labelsOf(BREACH_CAUSES), 'Not known yet')
}

/** Cyber and non-cyber, as the Commissioner counts. @source ICO data security incident trends */
export function byCauseKind(entries: readonly Breach[]): readonly Group[] {
  const kinds = new Map(BREACH_CAUSES.map(({ code, kind }) => [code, kind as string]))
  const labels = new Map([
    ['cyber', 'Cyber'],
    ['nonCyber', 'Non-cyber'],
  ])
  return grouped(entries, ({ cause }) => [kinds.get(cause ?? '') ?? ''], labels, 'Not known yet')
}

/** What was lost; one breach may have lost several. @source UK GDPR Art 4(12) */
export function byLoss(entries: readonly Breach[]): readonly Group[] {
  return grouped(entries, ({ kinds }) => orNone(kinds), labelsOf(BREACH_KINDS), 'Not known yet')
}

/** By team, in any letter case; the team is called as it was written first. */
export function byTeam(entries: readonly Breach[]): readonly Group[] {
  const labels = new Map<string, string>()
  for (const { team } of entries) {
    const key = teamKey(team)
    if (!labels.has(key)) labels.set(key, team.trim().replaceAll(/\s+/gu, ' '))
  }
  return grouped(entries, ({ team }) => [teamKey(team)], labels, 'Team not recorded')
}

/** By processor involved; one breach may have involved several. */
export function byProcessor(entries: readonly Breach[], { processors }: Names): readonly Group[] {
  return grouped(entries, ({ processorIds }) => orNone(processorIds), processors, 'No processor recorded')
}

/** By activity concerned; one breach may have concerned several. */
export function byActivity(entries: readonly Breach[], { activities }: Names): readonly Group[] {
  return grouped(entries, ({ activityIds }) => orNone(activityIds), activities, 'No activity recorded')
}

/** By organisation. */
export function byOrganisation(entries: readonly Breach[], { organisations }: Names): readonly Group[] {
  return grouped(
    entries,
    ({ organisationId }) => [organisationId ?? ''],
    organisations,
    'Organisation not recorded',
  )
}

/** Two ways of writing a team are one team; '' when none is recorded. */
export function teamKey(team: string): string {
  return team.trim().replaceAll(/\s+/gu, ' ').toLocaleLowerCase('en-GB')
}

/** Groups by codes of a closed list; `none` is what stands for no code at all. */
export function byCode(
  entries: readonly Breach[],
  codeOf: (breach: Breach) => string | null,
  labels: ReadonlyMap<string, string>,
  none: string,
): readonly Group[] {
  return grouped(entries, (breach) => [codeOf(breach) ?? ''], labels, none)
}

/** The largest first, then by name; what is not recorded stands last. */
function grouped(
  entries: readonly Breach[],
  keysOf: (breach: Breach) => readonly string[],
  labels: ReadonlyMap<string, string>,
  none: string,
): readonly Group[] {
  const groups = new Map<string, Set<string>>()
  for (const breach of entries)
    for (const key of keysOf(breach)) {
      const known = key === '' || labels.has(key) ? key : GONE
      const ids = groups.get(known) ?? new Set()
      groups.set(known, ids.add(breach.id))
    }
  const label = (key: string) => (key === '' ? none : (labels.get(key) ?? GONE))
  return [...groups]
    .map(([key, ids]) => ({ key, label: label(key), ids: [...ids] }))
    .toSorted(
      (a, b) =>
        Number(a.key === '') - Number(b.key === '') ||
        b.ids.length - a.ids.length ||
        a.label.localeCompare(b.label, 'en-GB'),
    )
}

const orNone = (keys: readonly string[]) => (keys.length === 0 ? [''] : keys)

const labelsOf = (entries: readonly CodeListEntry[]) =>
  new Map(entries.map(({ code, label }) => [code, label]))
