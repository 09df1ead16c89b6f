import { inGroups } from '#shared/in-groups.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import { SEARCH_METHODS, type SearchEntry } from './search.fields.ts'
import { placeOfSearch, type StatementWorld } from './statement.ts'

/** A message to somebody who searches, as plain paragraphs; points are the places to search. */
export type HolderMessage = {
  readonly holder: string
  readonly email: string
  readonly subject: string
  readonly paragraphs: readonly { readonly kind: 'text' | 'heading' | 'point'; readonly text: string }[]
  /** The entries it is about. */
  readonly ids: readonly string[]
}

/** What the messages are written from. */
export type MessageFacts = {
  readonly request: Pick<
    RequestRecord,
    | 'reference'
    | 'receivedOn'
    | 'scope'
    | 'scopeFrom'
    | 'scopeTo'
    | 'personName'
    | 'requesterName'
    | 'requesterKind'
    | 'personBorn'
    | 'otherNames'
    | 'caseNumbers'
  >
  readonly entries: readonly SearchEntry[]
  readonly world: StatementWorld
  readonly kind: 'commission' | 'chaser'
  readonly answerBy: PlainDate
  /** Who signs: the organisation, and where to reach its officer. */
  readonly from: { readonly organisation: string; readonly contact: string }
}

/**
 * The messages to those who search: one for each holder, about all that is asked of them. The subject gives nobody
 * away. Entries without a holder share one message that names nobody.
 *
 * @source UK GDPR Art 15; DPA 2018 s.173
 */
export function holderMessages(facts: MessageFacts): readonly HolderMessage[] {
  const byHolder = inGroups(facts.entries, ({ holder, holderEmail }) =>
    (holderEmail.trim() || holder.trim()).toLowerCase(),
  )
  return [...byHolder.values()].map((entries) => ({
    holder: entries[0]!.holder.trim(),
    email: entries[0]!.holderEmail.trim(),
    subject: subjectOf(facts),
    ids: entries.map(({ id }) => id),
    paragraphs: facts.kind === 'commission' ? commission(facts, entries) : chaser(facts, entries),
  }))
}

/** The message as text. */
export function textOfMessage({ paragraphs }: Pick<HolderMessage, 'paragraphs'>): string {
  return paragraphs
    .map(({ kind, text }) => (kind === 'point' ? `- ${text}` : text))
    .join('\n\n')
    .replaceAll(/\n\n(?=- )/gu, '\n')
}

type Paragraph = HolderMessage['paragraphs'][number]
const say = (text: string): Paragraph => ({ kind: 'text', text })
const point = (text: string): Paragraph => ({ kind: 'point', text })
const heading = (text: string): Paragraph => ({ kind: 'heading', text })

function subjectOf({ request: { reference }, kind }: MessageFacts): string {
  const what = kind === 'commission' ? 'Search needed' : 'Reminder: search needed'
  return `${what} for a data protection request${reference ? `, ${reference}` : ''}`
}

function commission(facts: MessageFacts, entries: readonly SearchEntry[]): readonly Paragraph[] {
  const { request, answerBy } = facts
  return [
    say(greeting(entries)),
    say(
      `Somebody has asked for the personal data we hold${request.receivedOn ? `; the request came on ${formatDay(request.receivedOn)}` : ''}. Please search the following and let us have what you find by ${formatDay(answerBy)}.`,
    ),
    heading('Whom it is about'),
    ...whom(request),
    ...limits(request),
    heading('Where to search'),
    ...entries.map((entry) => point(placeLine(entry, facts.world))),
    heading('How'),
    point(
      'Send everything as it is: drafts, emails, notes and attachments too. Take nothing out and change nothing; what may be withheld is decided later.',
    ),
    point(
      'From the day the request came nothing about this person may be deleted, altered or hidden. Doing so to keep it from them is an offence (Data Protection Act 2018, section 173).',
    ),
    point('If you find nothing, or cannot search a place, tell us that and why: it is recorded as well.'),
    point('Do not discuss the request with anybody who need not know of it.'),
    ...signed(facts),
  ]
}

function chaser(facts: MessageFacts, entries: readonly SearchEntry[]): readonly Paragraph[] {
  const asked = entries.flatMap(({ askedOn }) => (askedOn ? [askedOn] : [])).toSorted()[0]
  const { reference } = facts.request
  return [
    say(greeting(entries)),
    say(
      `${asked ? `On ${formatDay(asked)} we` : 'We'} asked you to search for a data protection request${reference ? ` (${reference})` : ''}. We have had no answer yet to:`,
    ),
    ...entries.map((entry) => point(placeOfSearch(entry, facts.world))),
    say(
      `The law gives us one month for the whole answer. Please let us have what you found, or that there was nothing, by ${formatDay(facts.answerBy)}; if you cannot, tell us today what stands in the way.`,
    ),
    ...signed(facts),
  ]
}

function greeting(entries: readonly SearchEntry[]): string {
  const { holder } = entries[0]!
  return holder.trim() ? `To: ${holder.trim()}` : 'Hello'
}

function whom({
  personName,
  requesterName,
  requesterKind,
  personBorn,
  otherNames,
  caseNumbers,
}: MessageFacts['request']) {
  const isSelf = requesterKind === 'self' || requesterKind === 'child' || requesterKind === null
  const name = personName.trim() || (isSelf ? requesterName.trim() : '')
  const others = otherNames.filter((one) => one.trim() !== '')
  const numbers = caseNumbers.filter((one) => one.trim() !== '')
  return [
    name ? `Name: ${name}` : 'Name: [not recorded yet]',
    ...(others.length > 0 ? [`Also known as: ${others.join('; ')}`] : []),
    ...(personBorn ? [`Born on: ${formatDay(personBorn)}`] : []),
    ...(numbers.length > 0 ? [`Case or file numbers: ${numbers.join('; ')}`] : []),
  ].map(point)
}

function limits({ scope, scopeFrom, scopeTo }: MessageFacts['request']): readonly Paragraph[] {
  const lines = [
    ...(scope.trim() ? [`Limited to, in their words: ${scope.trim()}`] : []),
    ...(scopeFrom ? [`From: ${formatDay(scopeFrom)}`] : []),
    ...(scopeTo ? [`To: ${formatDay(scopeTo)}`] : []),
  ]
  return lines.map(point)
}

function placeLine(entry: SearchEntry, world: StatementWorld): string {
  const { terms, method, periodFrom, periodTo, why } = entry
  const how = SEARCH_METHODS.find(({ value }) => value === method)?.label
  const words = terms
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)
    .join('; ')
  const parts = [
    how,
    words && `search for: ${words}`,
    periodFrom && `from ${formatDay(periodFrom)}`,
    periodTo && `to ${formatDay(periodTo)}`,
  ].filter(Boolean)
  const place = placeOfSearch(entry, world)
  const reason = why.trim() ? ` Why here: ${why.trim()}` : ''
  return `${place}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.${reason}`
}

function signed({ from: { organisation, contact } }: MessageFacts): readonly Paragraph[] {
  const who = ['Data protection officer', organisation].filter(Boolean).join(', ')
  return [
    say(contact ? `Questions and answers go to ${contact}.` : 'Answer to the sender of this message.'),
    say(who),
  ]
}
