import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { Breach } from '../breach.record.ts'
import type { ReportPhase } from './report-facts.ts'
import { reportTiming } from './timing.ts'

type Asked = { readonly phase: ReportPhase; readonly sentAt: Instant; readonly lateBecause: string }

/** Why a report may not be recorded as sent, in one sentence with the way out; null when it may. @source UK GDPR Art 33(1), 33(4) */
export function whyNotRecorded(breach: Breach, asked: Asked, now: Instant): string | null {
  const { phase, sentAt, lateBecause } = asked
  const { awareAt, reportedAt, sentReports } = breach
  const initial = sentReports.find((report) => report.phase === 'initial')
  if (sentAt > now) return 'A report cannot have been sent in the future. Give the time at which it went out.'
  if (awareAt && sentAt < awareAt)
    return `The organisation became aware on ${formatUkMoment(awareAt)}, so a report cannot have gone out before. Check the two times.`
  if (phase === 'initial' && initial)
    return `The initial report of ${formatUkMoment(initial.sentAt)} is recorded already. Record this one as a follow-up report.`
  if (phase === 'followUp' && !initial && !reportedAt)
    return 'A follow-up report comes after an initial report, and none is recorded. Record the initial report first.'
  const first = initial?.sentAt ?? reportedAt
  if (phase === 'followUp' && first && sentAt < first)
    return `The initial report went out on ${formatUkMoment(first)}, so a follow-up cannot have gone out before. Check the two times.`
  const { due, isLate } = reportTiming(breach, sentAt)
  if (phase === 'initial' && isLate && lateBecause.trim() === '' && breach.lateBecause.trim() === '')
    return `The 72 hours ended on ${formatUkMoment(due!)}: a report after that is accompanied by the reasons for the delay. Give them.`
  return null
}

/** The phase a breach is in: further information once a first report went out. */
export function phaseOf({ sentReports, reportedAt }: Breach): ReportPhase {
  return reportedAt || sentReports.some(({ phase }) => phase === 'initial') ? 'followUp' : 'initial'
}
