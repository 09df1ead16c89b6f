import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import { type ClockNode, type DerivationStep, inOrder } from './clock.ts'
import { dayWithNumber } from './day-number.ts'
import type { RightsRequestEvent } from './rights-request-facts.ts'
import type { Reckoning } from './rights-request-reckoning.ts'
import { noticeWords } from './rights-request-words.ts'

type Node = ClockNode<RightsRequestEvent>

/**
 * The points of a request's ribbon in the order of their days: what happened can be dragged, what follows cannot.
 *
 * @source UK GDPR Art 12A, Art 12(5), Art 12(6)
 */
export function nodesOf(reckoning: Reckoning, steps: readonly DerivationStep[]): readonly Node[] {
  return inOrder([...happened(reckoning), ...follows(reckoning, steps), ...answered(reckoning)])
}

function happened({ facts }: Reckoning): readonly Node[] {
  const identity = 'UK GDPR Art 12(6), Art 12A(2)'
  const fee = 'UK GDPR Art 12(5), Art 12A(2)'
  const pause = 'UK GDPR Art 12A(5)-(6)'
  return [
    ...event('received', 'Received', facts.received, 'UK GDPR Art 12A(2)'),
    ...event('identityAsked', 'Identity asked for', facts.identityAsked, identity),
    ...event('identityReceived', 'Identity confirmed', facts.identityReceived, identity),
    ...event('feeAsked', 'Fee asked for', facts.feeAsked, fee),
    ...event('feePaid', 'Fee paid', facts.feePaid, fee),
    ...facts.pauses.flatMap(({ asked, answered: received }, index) => [
      ...event(`pauses.${index}.asked`, 'Clarification asked for', asked, pause),
      ...event(`pauses.${index}.answered`, 'Clarification received', received, pause),
    ]),
    ...event('extensionNoticeOn', 'Extension notice sent', facts.extensionNoticeOn, 'UK GDPR Art 12A(3)'),
  ]
}

function answered({ facts }: Reckoning): readonly Node[] {
  return event('closedOn', 'Answer sent', facts.closedOn, 'UK GDPR Art 12A(2)')
}

/** What the law makes of it; nothing while the time has not begun, and no end while it is paused. */
function follows(reckoning: Reckoning, steps: readonly DerivationStep[]): readonly Node[] {
  const { facts, waiting, monthEnd, noticeBy, target, due, pausedDays } = reckoning
  if (waiting !== null) return []
  const step = steps.find(({ key }) => key === 'due')
  const month =
    monthEnd === due && !facts.extended
      ? []
      : [
          computed(
            'month-end',
            'End of one month',
            dayWithNumber(monthEnd + pausedDays),
            'One month, days that do not count left out, before moving to a working day.',
            'UK GDPR Art 12A(3)',
          ),
        ]
  return [
    ...month,
    computed(
      'notice-by',
      'Extension notice by',
      dayWithNumber(noticeBy),
      noticeWords(reckoning),
      'UK GDPR Art 12A(3)',
    ),
    computed(
      'target',
      'Own target',
      dayWithNumber(target),
      'The organisation’s own aim, not the law’s.',
      'ICO right of access guidance',
    ),
    computed(
      'due',
      facts.extended ? 'Last day, extended' : 'Last day',
      dayWithNumber(due),
      step?.words ?? '',
      step?.citation ?? '',
    ),
  ]
}

function event(
  key: RightsRequestEvent,
  label: string,
  day: PlainDate | null | undefined,
  citation: string,
): readonly Node[] {
  if (!day) return []
  return [{ key, label, day, at: null, words: `${label}: ${formatDay(day)}.`, citation, event: key }]
}

function computed(key: string, label: string, day: PlainDate, words: string, citation: string): Node {
  return { key, label, day, at: null, words, citation, event: null }
}
