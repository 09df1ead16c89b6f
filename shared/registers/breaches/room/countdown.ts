import { breachClock, formatUkMoment } from '#shared/law/clocks/breach.ts'
import { Instant } from '#shared/time/instant.ts'
import { countedFrom, isNotToReport, mayBeBreach } from '../breach.deadlines.ts'
import type { Breach } from '../breach.record.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/**
 * How the time of a breach stands.
 *
 * - `none`     no time runs: a near miss, no breach, or nothing to count from
 * - `running`  there is time left
 * - `late`     the time is over and nothing was told
 * - `done`     it was told in time, or need not be
 * - `doneLate` it was told after the time
 */
export type CountdownState = 'none' | 'running' | 'late' | 'done' | 'doneLate'

/** The time that stands large above a breach, in words. */
export type Countdown = {
  readonly state: CountdownState
  /** Whom it is about. */
  readonly title: string
  /** Few words, to be read from afar: "41 hours 12 minutes left". */
  readonly big: string
  /** What it is counted from and to, each a sentence. */
  readonly lines: readonly string[]
  readonly citation: string
  /** From when to when it runs; null where there is no such moment. */
  readonly from: Instant | null
  readonly until: Instant | null
}

/**
 * The time of a breach at a moment: to tell the Commissioner, or the controller where we act as processor.
 * Counted in elapsed time from the moments recorded; the time zone of the machine plays no part.
 *
 * @source UK GDPR Art 33(1), Art 33(2)
 */
export function countdownOf(breach: Breach, now: Instant): Countdown {
  if (!mayBeBreach(breach)) return noTime(breach)
  return breach.ourRole === 'processor' ? toController(breach, now) : toCommissioner(breach, now)
}

function noTime({ nearMiss }: Breach): Countdown {
  const why = nearMiss
    ? 'A near miss: it was noticed before it was a breach.'
    : 'Looked into: not a personal data breach.'
  return {
    state: 'none',
    title: 'No time runs',
    big: nearMiss ? 'Near miss' : 'No breach',
    lines: [`${why} It stays in the log; the Commissioner need not be told.`],
    citation: 'UK GDPR Art 33(1), 33(5)',
    from: null,
    until: null,
  }
}

const EARLIEST =
  'When the organisation became aware is not recorded: counted from the earliest moment it can have been.'

function toCommissioner(breach: Breach, now: Instant): Countdown {
  const from = countedFrom(breach)
  const base = { title: 'Tell the Commissioner', citation: 'UK GDPR Art 33(1)' }
  if (!from) return { ...base, ...NOTHING_TO_COUNT_FROM }
  const until = breachClock({ awareAt: from.at }).due!
  const counted = [
    `The 72 hours ${now > until ? 'ended' : 'end'} on ${formatUkMoment(until)}.`,
    from.isAwareness ? `Counted from awareness on ${formatUkMoment(from.at)}.` : EARLIEST,
  ]
  const whole = { ...base, from: from.at, until }
  if (breach.reportedAt) return { ...whole, ...told(breach.reportedAt, until, 'Reported', counted) }
  if (isNotToReport(breach)) return { ...whole, ...notToReport(breach, counted) }
  return { ...whole, ...left(until, now), lines: counted }
}

function toController(breach: Breach, now: Instant): Countdown {
  const from = countedFrom(breach)
  const base = { title: 'Tell the controller', citation: 'UK GDPR Art 33(2)' }
  if (!from) return { ...base, ...NOTHING_TO_COUNT_FROM }
  const { contractHours, controllerToldAt } = breach
  const until = contractHours === null ? null : hoursLater(from.at, contractHours)
  const counted = [
    until
      ? `The ${contractHours} hours of the contract ${now > until ? 'ended' : 'end'} on ${formatUkMoment(until)}; the law says without undue delay.`
      : 'The law says without undue delay and gives no number of hours. A contract may: record its hours.',
    from.isAwareness ? `We became aware on ${formatUkMoment(from.at)}.` : EARLIEST,
    'We act as processor: the controller decides about the Commissioner.',
  ]
  const whole = { ...base, from: from.at, until }
  if (controllerToldAt) return { ...whole, ...told(controllerToldAt, until, 'Told', counted) }
  if (until) return { ...whole, ...left(until, now), lines: counted }
  return {
    ...whole,
    state: 'late',
    big: `Due at once: ${lengthInWords(from.at, now)} gone by`,
    lines: counted,
  }
}

const NOTHING_TO_COUNT_FROM = {
  state: 'none',
  big: 'Not known yet',
  lines: ['No moment is recorded to count from. Record when it was first noticed, or when you were told.'],
  from: null,
  until: null,
} as const

function told(at: Instant, until: Instant | null, verb: string, counted: readonly string[]) {
  const isLate = until !== null && at > until
  const inTime = until === null ? '' : isLate ? ', late' : ', within the time'
  return {
    state: isLate ? 'doneLate' : 'done',
    big: `${verb}${inTime}`,
    lines: [
      isLate
        ? `${verb} on ${formatUkMoment(at)}, ${lengthInWords(until, at)} after the time. A late report gives the reasons for the delay.`
        : `${verb} on ${formatUkMoment(at)}.`,
      ...counted,
    ],
  } as const
}

function notToReport(
  { commissionerDecision, commissionerDecidedBy, commissionerDecidedAt }: Breach,
  counted: readonly string[],
) {
  const when = commissionerDecidedAt ? ` on ${formatUkMoment(commissionerDecidedAt)}` : ''
  const who = commissionerDecidedBy ? ` by ${commissionerDecidedBy}` : ''
  return {
    state: 'done',
    big: commissionerDecision === 'logOnly' ? 'Logged only' : 'Not reported',
    lines: [`Decided${who}${when}. What speaks for it stands on the page “Decide”.`, ...counted],
  } as const
}

function left(until: Instant, now: Instant) {
  return now > until
    ? ({ state: 'late', big: `Late by ${lengthInWords(until, now)}` } as const)
    : ({ state: 'running', big: `${lengthInWords(now, until)} left` } as const)
}

/** The time from one moment to a later one in hours and minutes, as people say it; never more than has passed. */
export function lengthInWords(from: Instant, to: Instant): string {
  const minutes = Math.floor((Date.parse(to) - Date.parse(from)) / MINUTE_MS)
  if (minutes < 1) return 'less than a minute'
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [counted(hours, 'hour'), counted(rest, 'minute')].filter(Boolean).join(' ')
}

const counted = (count: number, one: string) =>
  count === 0 ? '' : `${count.toLocaleString('en-GB')} ${one}${count === 1 ? '' : 's'}`

function hoursLater(at: Instant, hours: number): Instant {
  return Instant.parse(new Date(Date.parse(at) + hours * HOUR_MS).toISOString())
}
