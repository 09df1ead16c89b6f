import { formatDay } from '#shared/time/plain-date.ts'
import { NATION_NAMES, skippedDays } from './bank-holidays.ts'
import type { DerivationStep } from './clock.ts'
import { dateOf, type DayNumber, dayNumber, dayWithNumber } from './day-number.ts'
import { mayPause, type Reckoning } from './rights-request-reckoning.ts'

const RELEVANT = 'UK GDPR Art 12A(2)'
const PERIOD = 'UK GDPR Art 12A(3)'
const PAUSE = 'UK GDPR Art 12A(5)-(6)'
const COUNTING = 'UK GDPR Art 4A; Regulation 1182/71 Art 3'

/**
 * How the last day of a request comes about, one sentence a step; the last step says it, or says what it waits for.
 *
 * @source UK GDPR Art 12A, Art 12(5), Art 12(6), Art 4A; Regulation 1182/71
 */
export function stepsOf(reckoning: Reckoning): readonly DerivationStep[] {
  const { waiting } = reckoning
  const begin = beginning(reckoning)
  if (waiting !== null && waiting.for !== 'clarification')
    return [
      ...begin,
      {
        key: 'waiting',
        words: `${waiting.for === 'identity' ? 'Confirmation of identity' : 'A fee'} was asked for on ${formatDay(waiting.since)} and has not come: the time has not begun.`,
        day: null,
        citation:
          waiting.for === 'identity' ? 'UK GDPR Art 12(6), Art 12A(2)' : 'UK GDPR Art 12(5), Art 12A(2)',
      },
    ]
  const counted = [...begin, period(reckoning), ...paused(reckoning)]
  if (waiting === null) return [...counted, lastDay(reckoning)]
  return [
    ...counted,
    {
      key: 'waiting',
      words: `Clarification was asked for on ${formatDay(waiting.since)} and has not come: the time is paused since that day, and the last day can be told once the answer is there.`,
      day: null,
      citation: PAUSE,
    },
  ]
}

/** By when the person must be told of an extension, in words. @source UK GDPR Art 12A(3) */
export function noticeWords({ monthEnd, pausedDays, noticeBy }: Reckoning): string {
  const end = monthEnd + pausedDays
  const whole = `An extension needs a notice with its reasons before the end of the first month, days that do not count left out: by ${written(noticeBy)}.`
  return end === noticeBy
    ? whole
    : `${whole} Cautiously by ${written(end)}, before the day moves to a working day.`
}

/** What the period is counted from and where it ends, in words. @source UK GDPR Art 12A, Art 4A */
export function period({ facts, relevant, base }: Reckoning): DerivationStep {
  const shorter = dateOf(base) === dateOf(relevant) ? '' : 'the last day of the shorter month, '
  const length = facts.extended ? 'The time is extended by two further months: three months' : 'One month'
  return {
    key: 'period',
    words: `${length} from ${written(relevant)} ends on ${shorter}${written(base)}.`,
    day: dayWithNumber(base),
    citation: PERIOD,
  }
}

function beginning({ facts, relevant }: Reckoning): readonly DerivationStep[] {
  const { received, identityReceived, feePaid } = facts
  const steps: DerivationStep[] = [
    {
      key: 'received',
      words: `The request was received on ${formatDay(received)}.`,
      day: received,
      citation: RELEVANT,
    },
  ]
  if (identityReceived)
    steps.push({
      key: 'identity',
      words: `What confirms identity was received on ${formatDay(identityReceived)}.`,
      day: identityReceived,
      citation: 'UK GDPR Art 12(6), Art 12A(2)',
    })
  if (feePaid)
    steps.push({
      key: 'fee',
      words: `The fee was paid on ${formatDay(feePaid)}.`,
      day: feePaid,
      citation: 'UK GDPR Art 12(5), Art 12A(2)',
    })
  if (steps.length > 1)
    steps.push({
      key: 'relevant',
      words: `The time runs from the latest of these, ${written(relevant)}.`,
      day: dayWithNumber(relevant),
      citation: RELEVANT,
    })
  return steps
}

function paused({ facts, relevant, pausedDays, nominal }: Reckoning): readonly DerivationStep[] {
  const ended = facts.pauses.flatMap(({ asked, answered }) =>
    answered === null ? [] : [{ asked, answered }],
  )
  if (!mayPause(facts) || ended.length === 0) return []
  const questions = ended
    .map(
      ({ asked, answered }) =>
        `Clarification was asked for on ${formatDay(asked)} and received on ${formatDay(answered)}.`,
    )
    .join(' ')
  const early = ended.some(({ asked }) => dayNumber(asked) <= relevant)
  const limits = [
    'both days included',
    ...(early ? [`only those after ${written(relevant)}`] : []),
    ...(ended.length > 1 ? ['a day in two pauses once'] : []),
  ].join(', ')
  const effect =
    pausedDays === 0
      ? `No day after ${written(relevant)} is left out.`
      : `${pausedDays === 1 ? '1 day does' : `${pausedDays} days do`} not count (${limits}): the end moves to ${written(nominal)}.`
  return [{ key: 'paused', words: `${questions} ${effect}`, day: dayWithNumber(nominal), citation: PAUSE }]
}

function lastDay({ nominal, due, calendar, nation }: Reckoning): DerivationStep {
  const place = NATION_NAMES[nation]
  return {
    key: 'due',
    words:
      due === nominal
        ? `${written(due)} is a working day in ${place} and so the last day; the answer is due without undue delay.`
        : `The end lies on no working day in ${place}: ${skippedDays(nominal, due, calendar)}. The last day is the next working day, ${written(due)}; the answer is due without undue delay.`,
    day: dayWithNumber(due),
    citation: COUNTING,
  }
}

function written(number: DayNumber): string {
  return formatDay(dayWithNumber(number))
}
