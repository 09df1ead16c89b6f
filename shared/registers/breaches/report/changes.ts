import type { ReportAnswer, SentReport } from '../kept.ts'
import type { AnswerChange } from './composed.ts'

type Said = Pick<ReportAnswer, 'text' | 'state'>

/** Which question tells the kind of report or its reference: they differ in every phase, and nothing has changed. */
const OF_THE_REPORT_ITSELF = ['B01', 'B02']

/** How an answer differs from the one to the same question in the last report; `undefined` when it was not asked. */
export function changeOf(code: string, now: Said, before: Said | undefined): AnswerChange {
  if (OF_THE_REPORT_ITSELF.includes(code)) return 'unchanged'
  const earlier = before ?? { text: '', state: 'blank' }
  if (earlier.state === now.state && (now.state !== 'answered' || earlier.text.trim() === now.text.trim()))
    return 'unchanged'
  if (earlier.state === 'blank') return 'added'
  return earlier.state === 'notKnown' && now.state === 'answered' ? 'nowKnown' : 'changed'
}

/** The report that went out last before a moment, or of all; undefined when there was none. */
export function lastReport(sent: readonly SentReport[], before?: SentReport): SentReport | undefined {
  const earlier = before ? sent.filter((one) => one !== before && isEarlier(one, before)) : sent
  return earlier.reduce<SentReport | undefined>(
    (last, one) => (last === undefined || isEarlier(last, one) ? one : last),
    undefined,
  )
}

/** The answers of a report to questions that are not asked any more, where they said something. */
export function droppedAnswers(
  before: SentReport | undefined,
  asked: ReadonlySet<string>,
): readonly Pick<ReportAnswer, 'code' | 'question' | 'text'>[] {
  return (before?.answers ?? [])
    .filter(({ code, state }) => state === 'answered' && !asked.has(code))
    .map(({ code, question, text }) => ({ code, question, text }))
}

/** Whether a report went out before another; of two sent at one moment, the one recorded first. */
function isEarlier(one: SentReport, other: SentReport): boolean {
  if (one.sentAt !== other.sentAt) return one.sentAt < other.sentAt
  return one.recordedAt < other.recordedAt
}
