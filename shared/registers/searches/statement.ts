import { countOf } from '#shared/count-words.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import { SEARCH_METHODS, type SearchEntry } from './search.fields.ts'

/** One piece of the statement: a sentence, or a point of the list above it. */
export type StatementPart = { readonly kind: 'heading' | 'text' | 'point'; readonly text: string }

/** What the statement needs besides the entries. */
export type StatementWorld = {
  /** The name of a system or paper store. */
  readonly systemName: (id: string) => string | undefined
}

type Asked = Pick<RequestRecord, 'scope' | 'scopeFrom' | 'scopeTo'>

/**
 * The statement of a reasonable and proportionate search: where was searched, how and for which period, what came of
 * it, and what was not searched, with the reasons. It names nobody whom the request is about. Entries still open
 * are said to be open. No entries: one sentence that says so.
 *
 * @source UK GDPR Art 15
 */
export function searchStatement(
  request: Asked,
  entries: readonly SearchEntry[],
  world: StatementWorld,
): readonly StatementPart[] {
  if (entries.length === 0) return [say('No search has been recorded yet.')]
  const searched = entries.filter(({ found }) => found === 'found' || found === 'nothing')
  const left = entries.filter(({ found }) => found === 'notSearched' || found === 'refused')
  const open = entries.filter(({ found }) => found === null)
  return [
    say(
      'The law entitles a person to what a reasonable and proportionate search can find (UK GDPR Article 15(1A)). This is the search that was made.',
    ),
    ...scopeOf(request),
    ...listed('What was searched', searched, (entry) => searchedLine(entry, world)),
    ...listed('What was not searched, and why', left, (entry) => leftLine(entry, world)),
    ...listed('What is not finished', open, (entry) => openLine(entry, world)),
    ...(left.length === 0 && open.length === 0
      ? [say('No place where data about the person could be expected was left out.')]
      : []),
  ]
}

/** The statement as text, for a field or a mail: points begin with a dash. */
export function textOfStatement(parts: readonly StatementPart[]): string {
  return parts
    .map(({ kind, text }) => (kind === 'point' ? `- ${text}` : kind === 'heading' ? `\n${text}:` : text))
    .join('\n')
    .trim()
}

/** What an entry is called: its system, its place, or its name. */
export function placeOfSearch(
  { systemId, place, name }: Pick<SearchEntry, 'systemId' | 'place' | 'name'>,
  { systemName }: StatementWorld,
): string {
  const system = systemId && systemName(systemId)
  return [system, place.trim()].filter(Boolean).join(', ') || name
}

const say = (text: string): StatementPart => ({ kind: 'text', text })

function listed(
  heading: string,
  entries: readonly SearchEntry[],
  lineOf: (entry: SearchEntry) => string,
): readonly StatementPart[] {
  if (entries.length === 0) return []
  const points = entries.map((entry) => ({ kind: 'point', text: lineOf(entry) }) as const)
  return [{ kind: 'heading', text: heading }, ...points]
}

function scopeOf({ scope, scopeFrom, scopeTo }: Asked): readonly StatementPart[] {
  const period = periodWords(scopeFrom, scopeTo)
  const parts = [
    scope.trim() && `The request was limited to: ${sentence(scope)}`,
    period && `It is about ${period}.`,
  ]
  return parts.flatMap((text) => (text ? [say(text)] : []))
}

function searchedLine(entry: SearchEntry, world: StatementWorld): string {
  const { method, periodFrom, periodTo, holder, found, receivedOn } = entry
  const how = SEARCH_METHODS.find(({ value }) => value === method)?.label
  const details = [
    holder.trim() && `by ${holder.trim()}`,
    how && how.charAt(0).toLowerCase() + how.slice(1),
    periodWords(periodFrom, periodTo),
    receivedOn && `answered on ${formatDay(receivedOn)}`,
  ].filter(Boolean)
  const result = found === 'nothing' ? 'nothing was found' : `found: ${countWords(entry)}`
  return `${[placeOfSearch(entry, world), ...details].join(', ')}; ${result}.`
}

function leftLine(entry: SearchEntry, world: StatementWorld): string {
  const why = entry.whyNot.trim() ? sentence(entry.whyNot) : '[The reason is not recorded yet.]'
  const what = entry.found === 'refused' ? ' (the holder did not search)' : ''
  return `${placeOfSearch(entry, world)}${what}: ${why}`
}

function openLine(entry: SearchEntry, world: StatementWorld): string {
  const asked = entry.askedOn ? `asked on ${formatDay(entry.askedOn)}, no answer yet` : 'not asked yet'
  return `${placeOfSearch(entry, world)}: ${asked}.`
}

function countWords({ itemsFound, pagesFound }: SearchEntry): string {
  const counts = [
    itemsFound !== null && countOf(itemsFound, 'item'),
    pagesFound !== null && countOf(pagesFound, 'page'),
  ].filter(Boolean)
  return counts.length > 0 ? counts.join(', ') : 'data about the person'
}

function periodWords(from: PlainDate | null, to: PlainDate | null): string {
  if (from && to) return `the time from ${formatDay(from)} to ${formatDay(to)}`
  if (from) return `the time from ${formatDay(from)} on`
  return to ? `the time until ${formatDay(to)}` : ''
}

/** Ends with a full stop, on one line. */
function sentence(text: string): string {
  const line = text.trim().replaceAll(/\s+/gu, ' ')
  return /[.!?…]$/u.test(line) ? line : `${line}.`
}
