import type { RequestKindCode } from '#shared/law/request-clocks.ts'
import type { Organisation } from '#shared/registers/organisations/organisation.schema.ts'
import type { Term } from '#shared/registers/vocabulary/term.schema.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { firstProposal, type IntakeField, type MessageReading, type Proposal } from './message-reading.ts'
import { missingIn } from './missing.ts'
import { plainText } from './plain-text.ts'
import { ownAddresses, readOrganisation } from './read-organisation.ts'
import { readPeople } from './read-people.ts'
import { readReceived, requestIn } from './read-received.ts'
import { readRights } from './read-rights.ts'
import { readPeopleTerms, readScope } from './read-scope.ts'
import { type MessagePart, splitMessage } from './split-message.ts'
import { titleOf } from './title.ts'

/** What a message is held against. */
export type IntakeWorld = {
  readonly organisations: readonly Organisation[]
  readonly terms: readonly Term[]
}

/** The most a record keeps of what was asked, in characters. */
const WORDING_AT_MOST = 20_000

/**
 * Reads a message in which somebody may use a right, as it was pasted or as it came out of a mail file: proposes what
 * goes into the request, each with the words it rests on, and says what is missing. It refuses nothing and decides
 * nothing; a person confirms. Every quote is a part of `text`.
 */
export function readMessage(pasted: string, world: IntakeWorld): MessageReading {
  const { text, cut } = plainText(pasted)
  const own = ownAddresses(world.organisations)
  const thread = splitMessage(text)
  const request = requestIn(thread, own)
  const { body } = request
  const rights = readRights(`${request.subject}\n${body}`)
  const received = readReceived(thread, request, own)
  const receivedOn = (received[0]?.value ?? null) as PlainDate | null
  const people = readPeople(request, receivedOn)
  const isChild = firstProposal(people, 'personKind')?.value === 'child'
  const kinds = readPeopleTerms(body, isChild, world.terms)
  const known = [
    ...rights.proposals,
    ...received,
    ...channelOf(thread),
    ...readOrganisation([request.to, ...thread.map(({ to }) => to)], text, world.organisations, own),
    ...people,
    ...readScope(body),
    ...kinds,
  ]
  const proposals = known.flatMap((one) => quoted(one, text))
  const firstOf = (field: IntakeField) => firstProposal(proposals, field)?.value ?? null
  return {
    text,
    cut,
    wording: (body || text).slice(0, WORDING_AT_MOST).toWellFormed(),
    proposals,
    missing: [...missingIn(proposals)],
    notes: rights.notes.filter(({ quote }) => text.includes(quote)),
    title: titleOf({
      right: firstOf('right') as RequestKindCode | null,
      requesterKind: firstOf('requesterKind') as string | null,
      receivedOn,
      kindOfPerson: world.terms.find(({ id }) => id === firstOf('peopleIds'))?.name ?? null,
      body: `${request.subject}\n${body}`,
    }),
  }
}

/** A proposal whose words stand in the text; those found across a line that the text wraps differently are cut to what does. */
function quoted(proposal: Proposal, text: string): readonly Proposal[] {
  if (proposal.quote !== '' && text.includes(proposal.quote)) return [proposal]
  const lines = proposal.quote.split('\n').filter((line) => line.trim() !== '' && text.includes(line))
  const quote = lines.toSorted((one, other) => other.length - one.length)[0]
  return quote === undefined ? [] : [{ ...proposal, quote }]
}

/** A head of a mail shows that it came by email. */
function channelOf(thread: readonly MessagePart[]): readonly Proposal[] {
  const mail = thread.find(({ from, date }) => from !== '' || date !== '')
  if (!mail) return []
  const why = 'It has the head of an email.'
  return [{ field: 'channel', value: 'email', quote: mail.from || mail.date, why, isSure: true }]
}
