import type { Proposal } from './message-reading.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import { dayIn } from './message-day.ts'
import type { OwnAddresses } from './read-organisation.ts'
import { usesARight } from './read-rights.ts'
import { addressesIn, type MessagePart } from './split-message.ts'

/**
 * The message of a thread that is the request: the earliest one from outside in which a right is used; where none
 * is, the earliest from outside; where all are from inside, the one on top.
 */
export function requestIn(thread: readonly MessagePart[], own: OwnAddresses): MessagePart {
  const outside = thread.filter((part) => !isFromUs(part, own) && (part.body !== '' || part.subject !== ''))
  const using = outside.filter(({ subject, body }) => usesARight(`${subject}\n${body}`))
  const named = outside.filter(({ from }) => from !== '')
  return using.at(-1) ?? named.at(-1) ?? outside.at(-1) ?? thread[0]!
}

function isFromUs({ from }: MessagePart, { ownersOf }: OwnAddresses): boolean {
  return addressesIn(from).some((address) => ownersOf(address).length > 0)
}

function isToUs({ to }: MessagePart, { ownersOf }: OwnAddresses): boolean {
  return addressesIn(to).some((address) => ownersOf(address).length > 0)
}

/**
 * The day of receipt: the day the request reached anyone in the organisation, not the day it reached the officer. A
 * request that went to somebody else first counts from the day they passed it on.
 *
 * @source UK GDPR Art 12A
 */
export function readReceived(
  thread: readonly MessagePart[],
  request: MessagePart,
  own: OwnAddresses,
): readonly Proposal[] {
  const days = thread.flatMap((part) => {
    const found = dayIn(part.date)
    return found ? [{ part, day: found.day, quote: part.date }] : []
  })
  const ofRequest = days.find(({ part }) => part === request)
  const later = days.filter(({ part, day }) => part !== request && (!ofRequest || day >= ofRequest.day))
  if (!ofRequest) return later.slice(-1).map(({ day, quote }) => passedOn(day, quote))
  const others = later.filter(({ day }) => day > ofRequest.day)
  const reachedUs = others.filter(({ part }) => isFromUs(part, own) || isToUs(part, own)).at(-1)
  const wentElsewhere = addressesIn(request.to).length > 0 && !isToUs(request, own)
  if (wentElsewhere && reachedUs && !isFromUs(reachedUs.part, own))
    return [
      propose(
        reachedUs.day,
        reachedUs.quote,
        'It went to somebody else first and was passed on to the organisation on this day. Check that nobody here had it before.',
        false,
      ),
      propose(ofRequest.day, ofRequest.quote, 'The day on which it was written to somebody else.', false),
    ]
  if (others.length > 0)
    return [
      propose(
        ofRequest.day,
        ofRequest.quote,
        `It was forwarded later, on ${formatDay(others[0]!.day)}. The day it first reached anyone in the organisation counts.`,
        true,
      ),
      ...others.slice(0, 2).map(({ day, quote }) => propose(day, quote, 'The day it was forwarded.', false)),
    ]
  return [propose(ofRequest.day, ofRequest.quote, 'The date of the message, in the United Kingdom.', true)]
}

const passedOn = (day: PlainDate, quote: string) =>
  propose(
    day,
    quote,
    'The request itself bears no date; this is the day it was passed on. Ask when it came.',
    false,
  )

function propose(day: PlainDate, quote: string, why: string, isSure: boolean): Proposal {
  return { field: 'receivedOn', value: day, quote, why, isSure }
}
