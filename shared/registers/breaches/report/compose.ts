import type { ReportQuestion, ReportSection } from '#shared/law/breaches/report/question.ts'
import { LEAST_CONTENT, sectionsAsked } from '#shared/law/breaches/report-questions.ts'
import type { Breach } from '../breach.record.ts'
import type { ReportAnswer } from '../kept.ts'
import { changeOf, droppedAnswers, lastReport } from './changes.ts'
import type { ComposedAnswer, ComposedReport, ComposedSection, MissingPart } from './composed.ts'
import { EVENT_PREFILLS } from './prefill-event.ts'
import { EXTENT_PREFILLS } from './prefill-extent.ts'
import { RESPONSE_PREFILLS } from './prefill-response.ts'
import { type Prefill, type Prefilled, type ReportFacts, said } from './report-facts.ts'
import { reportTiming } from './timing.ts'

const PREFILLS: Readonly<Record<string, Prefill>> = {
  ...EVENT_PREFILLS,
  ...EXTENT_PREFILLS,
  ...RESPONSE_PREFILLS,
}

/** What stands for an answer that is not known, where the form offers nothing for it. */
const NOT_KNOWN_YET = 'Not known yet'
const OFFERED_FOR_NOT_KNOWN = [
  'Not yet known',
  'Don’t know',
  'Unsure',
  'Unclear whether it meets the threshold',
]

/** The words of an answer that is not known: the form’s own where it offers some. */
export function notKnownWords(options: readonly string[]): string {
  return OFFERED_FOR_NOT_KNOWN.find((words) => options.includes(words)) ?? NOT_KNOWN_YET
}

/** What a person typed for a question in the place of what the record says; undefined when nothing. */
function typedAnswer({ reportAnswers }: Breach, code: string) {
  return reportAnswers.find(({ id }) => id === code)
}

/**
 * The report as it would read now: each question of the list with what was typed for it, or else with what the record
 * says; compared with the last report that was sent.
 *
 * @source UK GDPR Art 33(3), 33(4)
 */
export function composeReport(facts: ReportFacts, own: readonly ReportSection[] | null): ComposedReport {
  const { breach, phase, now } = facts
  const last = lastReport(breach.sentReports)
  const before = new Map(last?.answers.map((answer) => [answer.code, answer]))
  const sections = sectionsAsked(own).map(({ id, title, questions }): ComposedSection => ({
    id,
    title,
    answers: questions.map((question) => {
      const answer = answered(question, title, facts)
      const earlier = before.get(question.code)
      return {
        ...answer,
        change: last ? changeOf(question.code, answer, earlier) : 'first',
        before: earlier ? { text: earlier.text, state: earlier.state } : null,
      }
    }),
  }))
  const asked = new Set(sections.flatMap(({ answers }) => answers.map(({ code }) => code)))
  return {
    reference: breach.reference,
    phase,
    sections,
    dropped: [...droppedAnswers(last, asked)],
    missing: [...missingParts(sections)],
    timing: reportTiming(breach, now),
    comparedWith: last ? { id: last.id, sentAt: last.sentAt } : null,
    hasOwnList: own !== null,
  }
}

/** The answers as they are kept with a report that was sent. */
export function keptAnswers(sections: readonly ComposedSection[]): readonly ReportAnswer[] {
  return sections.flatMap(({ answers }) =>
    answers.map(({ code, section, question, citation, text, state, from, isTyped, check }) => ({
      code,
      section,
      question,
      citation,
      text,
      state,
      from: isTyped ? ['Typed by hand'] : from.map(({ label }) => label),
      check,
    })),
  )
}

type Unmarked = Omit<ComposedAnswer, 'change' | 'before'>

function answered(question: ReportQuestion, section: string, facts: ReportFacts): Unmarked {
  const { isSetAside: _, ...asked } = question
  const { code, options } = question
  const prefilled = worded(PREFILLS[code]?.(facts) ?? said([], []), options)
  const typed = typedAnswer(facts.breach, code)
  if (!typed)
    return { ...asked, section, ...prefilled, from: [...prefilled.from], isTyped: false, recordSays: null }
  const { state, text } = worded({ text: typed.answer.trim(), state: stateOfTyped(typed), from: [] }, options)
  const recordSays = { text: prefilled.text, state: prefilled.state }
  return { ...asked, section, text, state, from: [], isTyped: true, recordSays }
}

function worded(answer: Prefilled, options: readonly string[]): Prefilled {
  if (answer.state !== 'notKnown' || answer.text !== '') return answer
  return { ...answer, text: notKnownWords(options) }
}

function stateOfTyped({ answer, state }: Breach['reportAnswers'][number]): ReportAnswer['state'] {
  if (state === 'notKnown') return 'notKnown'
  return answer.trim() === '' ? 'blank' : 'answered'
}

/** What a report has to say at least and does not say yet; it may follow. @source UK GDPR Art 33(3), 33(4) */
function missingParts(sections: readonly ComposedSection[]): readonly MissingPart[] {
  const answers = new Map(sections.flatMap((one) => one.answers.map((answer) => [answer.code, answer])))
  return LEAST_CONTENT.flatMap(({ part, words, citation, askedBy }) => {
    const open = askedBy.filter((codes) => codes.every((code) => answers.get(code)?.state !== 'answered'))
    const questions = open.map((codes) => {
      const answer = codes.flatMap((code) => answers.get(code) ?? [])[0]
      const state = answer?.state === 'notKnown' ? ('notKnown' as const) : ('blank' as const)
      return answer
        ? { code: answer.code, question: answer.question, state }
        : { code: codes[0]!, question: words, state: 'notAsked' as const }
    })
    return questions.length > 0 ? [{ part, words, citation, questions }] : []
  })
}
