import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { Breach } from '../breach.record.ts'
import type { ReportAnswer, SentReport } from '../kept.ts'
import { changeOf, droppedAnswers, lastReport } from './changes.ts'
import type { AnswerChange, ComposedReport, MissingPart } from './composed.ts'
import { keptAnswers } from './compose.ts'
import type { ReportPhase } from './report-facts.ts'

/** An answer with how it stands to the report before. */
export type PaperAnswer = ReportAnswer & {
  readonly change: AnswerChange
  readonly before: Pick<ReportAnswer, 'text' | 'state'> | null
}

/** Who reports to whom, by name. */
export type PaperWorld = { readonly organisation: string; readonly regulator: string }

/** A report as it is written to a file: a draft, or one as it was sent. */
export type ReportPaper = PaperWorld & {
  readonly breach: { readonly id: string; readonly reference: string }
  readonly phase: ReportPhase
  /** Null for a draft. */
  readonly sent: Omit<SentReport, 'answers' | 'phase'> | null
  /** Whether a report that was sent still says what was sealed; null for a draft, or where nobody looked. */
  readonly sealHolds: boolean | null
  readonly sections: readonly { readonly title: string; readonly answers: readonly PaperAnswer[] }[]
  readonly dropped: readonly Pick<ReportAnswer, 'code' | 'question' | 'text'>[]
  /** What the law asks for and a draft does not say yet; a report that was sent is shown as it was. */
  readonly missing: readonly MissingPart[]
  /** When the report it is compared with was sent. */
  readonly comparedWith: Instant | null
  readonly due: Instant | null
}

/** The paper of a report that was not sent. */
export function draftPaper(breach: Breach, composed: ComposedReport, world: PaperWorld): ReportPaper {
  const marks = new Map(composed.sections.flatMap(({ answers }) => answers.map((one) => [one.code, one])))
  return {
    ...world,
    breach: { id: breach.id, reference: breach.reference },
    phase: composed.phase,
    sent: null,
    sealHolds: null,
    sections: bySection(keptAnswers(composed.sections), ({ code }) => {
      const { change, before } = marks.get(code)!
      return { change, before }
    }),
    dropped: composed.dropped,
    missing: composed.missing,
    comparedWith: composed.comparedWith?.sentAt ?? null,
    due: composed.phase === 'initial' ? composed.timing.due : null,
  }
}

/** The paper of a report as it was sent, compared with the one that went out before it. */
export function sentPaper(
  breach: Breach,
  report: SentReport,
  world: PaperWorld,
  sealHolds: boolean | null = null,
): ReportPaper {
  const { answers, phase, ...sent } = report
  const last = lastReport(breach.sentReports, report)
  const before = new Map(last?.answers.map((answer) => [answer.code, answer]))
  return {
    ...world,
    breach: { id: breach.id, reference: breach.reference },
    phase,
    sent,
    sealHolds,
    sections: bySection(answers, (answer) => {
      const earlier = before.get(answer.code)
      return {
        change: last ? changeOf(answer.code, answer, earlier) : 'first',
        before: earlier ? { text: earlier.text, state: earlier.state } : null,
      }
    }),
    dropped: droppedAnswers(last, new Set(answers.map(({ code }) => code))),
    missing: [],
    comparedWith: last?.sentAt ?? null,
    due: null,
  }
}

/** "Initial report" or "Follow-up report". */
export function phaseWords(phase: ReportPhase): string {
  return phase === 'initial' ? 'Initial report' : 'Follow-up report'
}

/** What stands on every page: whether it was sent, and when. */
export function standingWords({ sent }: Pick<ReportPaper, 'sent'>): string {
  return sent ? `As sent on ${formatUkMoment(sent.sentAt)}` : 'DRAFT, not sent'
}

const LEFT_BLANK = 'No answer yet'

/** What a reader has to know first about a report whose seal is broken. */
export const SEAL_BROKEN =
  'The seal is broken: this report does not say any more what was sealed when it was recorded.'

/** An answer in words, line by line. */
export function answerLines({ text }: Pick<ReportAnswer, 'text'>): readonly string[] {
  const lines = text.split(/\r\n?|\n/u).filter((line) => line.trim() !== '')
  return lines.length > 0 ? lines : [LEFT_BLANK]
}

/** How an answer differs from the last report, in words; null when it does not. */
export function changeWords(
  { change, before }: Pick<PaperAnswer, 'change' | 'before'>,
  comparedWith: Instant | null,
): string | null {
  if (!comparedWith || change === 'first' || change === 'unchanged') return null
  const report = `the report of ${formatUkMoment(comparedWith)}`
  if (change === 'added') return `New since ${report}`
  if (change === 'nowKnown') return `Not known in ${report}`
  return `Changed since ${report}. It said: ${before ? answerLines(before).join(' / ') : LEFT_BLANK}`
}

type Marks = Pick<PaperAnswer, 'change' | 'before'>

function bySection(
  answers: readonly ReportAnswer[],
  marksOf: (answer: ReportAnswer) => Marks,
): ReportPaper['sections'] {
  const titles = [...new Set(answers.map(({ section }) => section))]
  return titles.map((title) => ({
    title,
    answers: answers
      .filter(({ section }) => section === title)
      .map((answer) => ({ ...answer, ...marksOf(answer) })),
  }))
}
