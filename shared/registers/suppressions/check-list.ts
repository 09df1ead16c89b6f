import type { MarketingChannel } from '#shared/law/marketing-channels.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { emailOf, nameOf, postcodeOf, telephoneOf } from './identifiers.ts'
import { type Identifiers, identifiersOf, isUnderstood, readList } from './read-list.ts'
import type { Suppression } from './suppression.record.ts'

/** What a list is to be used for; null stands for any channel. */
export type SendChannel = MarketingChannel['code'] | null

/** An entry that stands against contacting somebody, and by what it was recognised. */
export type SuppressionMatch = {
  readonly id: string
  readonly reference: string
  readonly since: PlainDate | null
  /** The channels it covers; none means every one. */
  readonly scope: readonly string[]
  readonly by: 'email' | 'telephone' | 'name and postcode'
}

export type CheckedLine = {
  readonly line: number
  readonly answer: 'allowed' | 'suppressed' | 'notUnderstood'
  readonly matches: readonly SuppressionMatch[]
}

/** What there is to compare with, made once for many lines. */
type Index = ReadonlyMap<string, readonly SuppressionMatch[]>

/**
 * Answers a list line by line: may be contacted, suppressed and by which entry, or not understood. Only entries in
 * force that cover the channel count. The heading is passed over.
 */
export function checkList(
  text: string,
  entries: readonly Suppression[],
  channel: SendChannel,
): readonly CheckedLine[] {
  const index = indexFor(entries, channel)
  const { heading, lines } = readList(text)
  return lines.map((line) => {
    const identifiers = identifiersOf(line, heading)
    const matches = matching(index, identifiers)
    const answer = matches.length > 0 ? 'suppressed' : isUnderstood(identifiers) ? 'allowed' : 'notUnderstood'
    return { line: line.line, answer, matches }
  })
}

/** Whether an entry is in force for a channel. */
export function covers({ status, scope }: Suppression, channel: SendChannel): boolean {
  if (status === 'lifted') return false
  return channel === null || scope.length === 0 || scope.includes(channel)
}

/** The entries of a person on a channel, by address, number, or name and postcode. */
export function matchesOf(identifiers: Identifiers, entries: readonly Suppression[], channel: SendChannel) {
  return matching(indexFor(entries, channel), identifiers)
}

const indexes = new WeakMap<readonly Suppression[], Map<SendChannel, Index>>()

/** The index of one list of entries for one channel, made once. */
function indexFor(entries: readonly Suppression[], channel: SendChannel): Index {
  const made = indexes.get(entries) ?? new Map<SendChannel, Index>()
  indexes.set(entries, made)
  const index = made.get(channel) ?? indexOf(entries.filter((entry) => covers(entry, channel)))
  made.set(channel, index)
  return index
}

function indexOf(entries: readonly Suppression[]): Index {
  const index = new Map<string, SuppressionMatch[]>()
  const add = (key: string | null, entry: Suppression, by: SuppressionMatch['by']) => {
    if (key === null) return
    const { id, reference, since, scope } = entry
    const match = { id, reference, since, scope, by }
    const there = index.get(`${by} ${key}`)
    if (there) there.push(match)
    else index.set(`${by} ${key}`, [match])
  }
  for (const entry of entries) {
    for (const email of entry.emails) add(emailOf(email), entry, 'email')
    for (const telephone of entry.telephones) add(telephoneOf(telephone), entry, 'telephone')
    const [name, postcode] = [nameOf(entry.name), postcodeOf(entry.postcode)]
    add(name && postcode && `${name}|${postcode}`, entry, 'name and postcode')
  }
  return index
}

function matching(index: Index, { emails, telephones, persons }: Identifiers): readonly SuppressionMatch[] {
  const found = [
    ...emails.flatMap((email) => index.get(`email ${email}`) ?? []),
    ...telephones.flatMap((telephone) => index.get(`telephone ${telephone}`) ?? []),
    ...persons.flatMap((person) => index.get(`name and postcode ${person}`) ?? []),
  ]
  return [...new Map(found.toReversed().map((match) => [match.id, match])).values()]
}
