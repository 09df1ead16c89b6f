import { textOf } from '#shared/described/words.ts'
import { suggestOutcome } from '#shared/law/breaches/suggest.ts'
import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import { type Breach, BREACH_FIELDS } from '#shared/registers/breaches/breach.record.ts'
import { answersOf } from '#shared/registers/breaches/decide.ts'
import type { Instant } from '#shared/time/instant.ts'
import { countdownOf } from '#shared/registers/breaches/room/countdown.ts'

/** A breach in lines of text: the three times, the clock, what the answers point to, decisions and what was sent. */
export function breachLines(breach: Breach, now: Instant): readonly string[] {
  const { reference, name, decisions, sentReports, sentNotices, evidenceFiles } = breach
  const words = (key: 'status' | 'cause' | 'people' | 'risk' | 'ourRole') =>
    textOf(BREACH_FIELDS[key], breach[key], () => undefined) || 'Not known yet'
  const { text, reasons, open } = suggestOutcome(answersOf(breach))
  const countdown = countdownOf(breach, now)
  const superseded = new Set(decisions.map(({ supersedes }) => supersedes))
  return [
    `${reference} ${name}`,
    `  Status             ${breach.nearMiss ? 'Near miss, ' : ''}${words('status')}`,
    `  Our role           ${words('ourRole')}`,
    `  Cause              ${words('cause')}`,
    `  People affected    ${words('people')}`,
    `  Risk to people     ${words('risk')}`,
    'Who knew when',
    `  Happened           ${moment(breach.happenedFrom)}`,
    `  First noticed      ${moment(breach.noticedAt)}${breach.noticedBy && `, ${breach.noticedBy}`}`,
    `  Became aware       ${moment(breach.awareAt)}${breach.awareBecause && `, ${breach.awareBecause}`}`,
    `  Officer told       ${moment(breach.dpoToldAt)}`,
    `${countdown.title}: ${countdown.big}`,
    ...countdown.lines.map((line) => `  ${line}`),
    'What the five answers point to; a person decides',
    `  ${text}`,
    ...reasons.map(({ says, decides }) => `  ${decides ? '*' : '-'} ${says}`),
    ...(open.length > 0 ? [`  ${open.length} not answered yet; counted as the worse answer`] : []),
    `Decisions (${decisions.length})`,
    ...decisions.flatMap((decision) => [
      `  ${moment(decision.decidedAt)}, ${decision.decidedBy}: ${decision.outcomeText}${superseded.has(decision.id) ? ' (superseded)' : ''}`,
      `    ${oneLine(decision.because)}`,
    ]),
    `Reports to the Commissioner (${sentReports.length})`,
    ...sentReports.map(
      ({ sentAt, phase, channel, reference: given }) =>
        `  ${moment(sentAt)}: ${phase === 'initial' ? 'initial' : 'follow-up'}${channel && `, ${channel}`}${given && `, ${given}`}`,
    ),
    `Letters and notices: ${sentNotices.length}. Evidence files: ${evidenceFiles.length}.`,
  ].map(printable)
}

/** What a terminal would act upon is left out. */
export function printable(text: string): string {
  return text.toWellFormed().replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ')
}

const moment = (at: Instant | null) => (at ? formatUkMoment(at) : 'Not known yet')
const oneLine = (text: string) => text.replaceAll(/\s+/gu, ' ').trim()
