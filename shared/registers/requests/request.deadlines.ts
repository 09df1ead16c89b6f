import {
  type Deadline,
  type DeadlineContext,
  deadlineOn,
  type NextAction,
} from '#shared/described/deadline.ts'
import { derivationText } from '#shared/law/clocks/clock.ts'
import type { RightsRequestClock } from '#shared/law/clocks/rights-request.ts'
import { addMonths, formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import { clockOfRequest } from './request-clock.ts'
import type { RequestRecord } from './request.fields.ts'

/**
 * What is due for a request: its answer, a notice of extension that was decided on, a question nobody answered, and the
 * end of its documents.
 *
 * @source UK GDPR Art 5(1)(e), Art 7(3), Art 12A
 */
export function requestDeadlines(record: RequestRecord, context: DeadlineContext): readonly Deadline[] {
  return [...answering(record, context), ...destruction(record)]
}

function answering(record: RequestRecord, context: DeadlineContext): readonly Deadline[] {
  if (record.closedOn !== null || record.sentOn !== null) return []
  if (record.right === 'R-WITHDRAW') return withdrawal(record)
  const clock = clockOfRequest(record, context)
  if (clock === null) return []
  return [answer(record, clock), ...extension(record, clock), ...chase(clock)]
}

const TITLES = {
  identity: 'Answer the request: proof of identity awaited',
  fee: 'Answer the request: fee awaited',
  clarification: 'Answer the request: clarification awaited',
} as const

function answer(record: RequestRecord, clock: RightsRequestClock): Deadline {
  return {
    key: 'answer',
    title: clock.waiting ? TITLES[clock.waiting.for] : 'Answer the request',
    due: clock.due,
    dueAt: null,
    pausedSince: clock.waiting?.since ?? null,
    target: clock.target,
    weight: 'law',
    get derivation() {
      return derivationText(clock)
    },
    citation: 'UK GDPR Art 12A',
    get warnings() {
      return [...kindWarning(record), ...clock.warnings.map(({ words }) => words)]
    },
    actions: awaitedFirst(nextActions(record, clock), clock),
  }
}

const AWAITED_IN = {
  identity: 'identityReceivedOn',
  fee: 'feePaidOn',
  clarification: 'clarifications',
} as const

/** What sets a stopped clock going again stands first. */
function awaitedFirst(
  actions: readonly NextAction[],
  { waiting }: RightsRequestClock,
): readonly NextAction[] {
  if (waiting === null) return actions
  const isAwaited = ({ field }: NextAction) => field === AWAITED_IN[waiting.for]
  return [...actions.filter(isAwaited), ...actions.filter((action) => !isAwaited(action))]
}

function kindWarning({ right }: RequestRecord): readonly string[] {
  return right === null
    ? ['Which right is used is not recorded: the month runs all the same, and no question stops it.']
    : []
}

/**
 * What may lawfully be done next; each opens the field in which it is recorded. An extension names its last day,
 * after which it is no longer offered.
 */
function nextActions(record: RequestRecord, { waiting, noticeBy }: RightsRequestClock): NextAction[] {
  const go = (label: string, field: string): NextAction => ({ label, page: null, field })
  const actions: NextAction[] = []
  if (record.identityAskedOn === null)
    actions.push(go('Ask for proof of identity, if in doubt', 'identityAskedOn'))
  else if (record.identityReceivedOn === null)
    actions.push(go('Record proof of identity', 'identityReceivedOn'))
  if (record.feeAskedOn !== null && record.feePaidOn === null) actions.push(go('Record the fee', 'feePaidOn'))
  if (record.right === 'R-ACCESS')
    actions.push(
      go(
        waiting?.for === 'clarification' ? 'Record the clarification' : 'Ask what is meant',
        'clarifications',
      ),
    )
  if (record.extensionNoticeOn === null)
    actions.push({
      ...go(
        noticeBy ? `Give notice of an extension, by ${formatDay(noticeBy)}` : 'Give notice of an extension',
        'extensionNoticeOn',
      ),
      ...(noticeBy && {
        until: {
          day: noticeBy,
          otherwise: `The notice of an extension had to be given by ${formatDay(noticeBy)}. That day has passed, so the time cannot be extended.`,
        },
      }),
    })
  return [
    go('Record the answer', 'sentOn'),
    ...actions,
    { label: 'Write a letter', page: 'letters' },
    { label: 'See the clock', page: 'clock' },
  ]
}

function extension(record: RequestRecord, { noticeBy }: RightsRequestClock): readonly Deadline[] {
  if (record.extensionDecidedOn === null || record.extensionNoticeOn !== null || noticeBy === null) return []
  return [
    deadlineOn('extension', 'Tell the person about the extension', noticeBy, {
      weight: 'law',
      derivation: `An extension was decided on ${formatDay(record.extensionDecidedOn)}. It holds only if the person is told of it, with reasons, within the first month, days that do not count left out: by ${formatDay(noticeBy)}.`,
      citation: 'UK GDPR Art 12A(3)',
      actions: [
        { label: 'Write the notice', page: 'letters' },
        { label: 'Record the notice', page: null, field: 'extensionNoticeOn' },
      ],
    }),
  ]
}

/** About a month is a reasonable time to wait for an answer before a request is closed. */
function chase({ waiting }: RightsRequestClock): readonly Deadline[] {
  if (waiting === null) return []
  const due = addMonths(waiting.since, 1)
  return [
    deadlineOn('chase', 'Chase the answer, or close the request', due, {
      derivation: `Asked on ${formatDay(waiting.since)}, and nothing has come. A month is a reasonable time to wait: ${formatDay(due)}.`,
      citation: 'UK GDPR Art 12A',
      warnings: [
        'The month to wait is written from memory, not from the law: check the Commissioner’s guidance.',
      ],
      actions: [
        { label: 'Write a letter', page: 'letters' },
        { label: 'Close the request', page: null, field: 'closedOn' },
      ],
    }),
  ]
}

function withdrawal({ receivedOn }: RequestRecord): readonly Deadline[] {
  if (receivedOn === null) return []
  return [
    deadlineOn('withdrawal', 'Stop what rests on the consent', receivedOn satisfies PlainDate, {
      weight: 'law',
      derivation: `Consent was withdrawn on ${formatDay(receivedOn)}. The law sets no later day: what rests on the consent stops without undue delay, and withdrawing is as easy as giving.`,
      citation: 'UK GDPR Art 7(3)',
      actions: [
        { label: 'Record that it was done', page: null, field: 'sentOn' },
        { label: 'Write a letter', page: 'letters' },
      ],
    }),
  ]
}

/** @source UK GDPR Art 5(1)(e) */
function destruction({ caseDestroyAfter, caseDestroyed }: RequestRecord): readonly Deadline[] {
  if (caseDestroyAfter === null || caseDestroyed.length > 0) return []
  return [
    deadlineOn('destroyDocuments', 'Destroy the documents of the request', caseDestroyAfter, {
      derivation: `Its documents are kept until ${formatDay(caseDestroyAfter)}, as the record says. Data is kept no longer than it is needed.`,
      citation: 'UK GDPR Art 5(1)(e)',
      actions: [
        { label: 'Destroy them', page: 'documents' },
        { label: 'Keep them longer', page: null, field: 'caseDestroyAfter' },
      ],
    }),
  ]
}
