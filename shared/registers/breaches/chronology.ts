import { inGroups } from '#shared/in-groups.ts'
import type { Instant } from '#shared/time/instant.ts'
import { formatDay, formatTime, type PlainDate, ukDayOf } from '#shared/time/plain-date.ts'
import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import type { Breach } from './breach.record.ts'
import { type Dated, recordedEntries } from './chronology-record.ts'
import { decisionEntries, noticeEntries, reportEntries } from './chronology-kept.ts'

/** What an entry of the chronology is about. */
export type ChronologyKind =
  | 'happened'
  | 'known'
  | 'event'
  | 'clock'
  | 'decision'
  | 'report'
  | 'correspondence'
  | 'told'
  | 'letters'
  | 'evidence'
  | 'action'
  | 'closed'

/** One dated thing of a breach. */
export type ChronologyEntry = {
  /** Names the entry within its breach: the same each time it is told. */
  readonly key: string
  /** Null where only the day is known, or not even that. */
  readonly at: Instant | null
  /** The day in the United Kingdom; null where nobody has recorded one. */
  readonly day: PlainDate | null
  readonly kind: ChronologyKind
  readonly what: string
  readonly who: string
  /** How it is known. */
  readonly source: string
  /** The law that asks for it; empty where none does. */
  readonly citation: string
  readonly standing: 'past' | 'due' | 'superseded'
  /** The field of the record it comes from, and the entry in it where it is a list. */
  readonly field: string
  readonly item: string | null
}

/** What the chronology needs to know of a person who is to be told: never who. */
export type ToldPerson = Readonly<Record<'state' | 'toldHow', string | null>> & {
  readonly toldAt: Instant | null
}

/**
 * Every dated thing of a breach in order of time. What has a day but no time stands after the times of its day; what
 * has neither stands last, so that nothing is left out. People who were told appear as numbers by day.
 */
export function chronologyOf(breach: Breach, people: readonly ToldPerson[]): readonly ChronologyEntry[] {
  return [
    ...recordedEntries(breach),
    ...decisionEntries(breach),
    ...reportEntries(breach),
    ...noticeEntries(breach),
    ...peopleEntries(people),
  ]
    .map(withDay)
    .toSorted(byTime)
}

/** The chronology day by day; the last one has no day when something has none. */
export function byDay(
  entries: readonly ChronologyEntry[],
): ReadonlyArray<{ readonly day: PlainDate | null; readonly entries: readonly ChronologyEntry[] }> {
  return [...inGroups(entries, ({ day }) => day)].map(([day, found]) => ({ day, entries: found }))
}

/** "16:40 GMT", or what stands in its place where no time is recorded. */
export function timeWords({ at, day, standing }: Pick<ChronologyEntry, 'at' | 'day' | 'standing'>): string {
  if (at) return `${formatTime(at)} ${formatUkMoment(at).slice(-3)}`
  if (day === null) return 'not recorded'
  return standing === 'due' ? 'by the end of the day' : 'no time recorded'
}

/** "Fri 20 November 2026", or that no day is recorded. */
export function dayWords(day: PlainDate | null): string {
  return day === null ? 'No day recorded' : formatDay(day)
}

const HOW_WORDS: Readonly<Record<string, string>> = {
  letter: 'by letter',
  email: 'by email',
  telephone: 'by telephone',
  inPerson: 'in person',
  through: 'through a parent, carer or social worker',
}

function peopleEntries(people: readonly ToldPerson[]): readonly Dated[] {
  const told = people.filter(({ state, toldAt }) => state === 'told' || toldAt !== null)
  return [...inGroups(told, ({ toldAt }) => toldAt && ukDayOf(toldAt))].map(([day, some]) => ({
    key: `people-${day ?? 'undated'}`,
    at: null,
    day,
    kind: 'told',
    what: `${some.length} ${some.length === 1 ? 'person was' : 'people were'} told: ${howWords(some)}`,
    source: 'People to tell',
    citation: 'UK GDPR Art 34(1)',
    field: 'peopleToldAt',
  }))
}

function howWords(people: readonly ToldPerson[]): string {
  return [...inGroups(people, ({ toldHow }) => toldHow ?? '')]
    .map(([how, some]) => `${some.length} ${HOW_WORDS[how] ?? 'in a way that is not recorded'}`)
    .toSorted()
    .join(', ')
}

function withDay(entry: Dated): ChronologyEntry {
  const day = entry.at ? ukDayOf(entry.at) : (entry.day ?? null)
  return { who: '', source: '', citation: '', standing: 'past', item: null, ...entry, day }
}

/** Later than every day and every time. */
const LAST = '~'

function byTime(one: ChronologyEntry, other: ChronologyEntry): number {
  const [first, second] = [sortKey(one), sortKey(other)]
  return first < second ? -1 : first > second ? 1 : 0
}

function sortKey({ at, day, kind }: ChronologyEntry): string {
  const end = kind === 'closed' ? '2' : '1'
  return `${day ?? LAST} ${at ?? `${LAST}${end}`}`
}
