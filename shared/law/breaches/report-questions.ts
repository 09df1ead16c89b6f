import { EVENT_SECTIONS } from './report/questions-event.ts'
import type { ReportQuestion, ReportSection } from './report/question.ts'
import { RESPONSE_SECTIONS } from './report/questions-response.ts'

/**
 * The questions of the Commissioner’s form in our own words, section by section, in the form’s order. The form is
 * theirs and changes, so a register may keep its own list in the place of this one.
 *
 * @source ICO personal data breach report form; UK GDPR Art 33(3)
 */
export const REPORT_SECTIONS: readonly ReportSection[] = [...EVENT_SECTIONS, ...RESPONSE_SECTIONS]

/** The day the form was last compared with this list. */
export const REPORT_FORM_SEEN_ON = '2026-11-22'

/** The sections that are asked: the register’s own list, or the one the program brings; without what is set aside. */
export function sectionsAsked(own: readonly ReportSection[] | null): readonly ReportSection[] {
  return (own ?? REPORT_SECTIONS)
    .map((section) => ({
      ...section,
      questions: section.questions
        .filter(({ isSetAside }) => !isSetAside)
        .map((one) => ({ ...one, options: one.options.filter((option) => option.trim() !== '') })),
    }))
    .filter(({ questions }) => questions.length > 0)
}

/** The question of the program’s own list with a code; undefined for one that a register added. */
export function shippedQuestion(code: string): ReportQuestion | undefined {
  return REPORT_SECTIONS.flatMap(({ questions }) => questions).find((one) => one.code === code)
}

/** A part of what a report has to say at least, and the questions that say it. */
export type LeastContent = {
  readonly part: 'a' | 'b' | 'c' | 'd'
  readonly words: string
  readonly citation: string
  /** One of each group is enough. */
  readonly askedBy: readonly (readonly string[])[]
}

/** What a report has to say at least; what is not known yet may follow in phases. @source UK GDPR Art 33(3), 33(4) */
export const LEAST_CONTENT: readonly LeastContent[] = [
  {
    part: 'a',
    words: 'The nature of the breach, with the categories and approximate number of people and of records',
    citation: 'UK GDPR Art 33(3)(a)',
    askedBy: [['B10'], ['B20'], ['B22'], ['B23'], ['B24']],
  },
  {
    part: 'b',
    words: 'The data protection officer or another contact point',
    citation: 'UK GDPR Art 33(3)(b)',
    askedBy: [['B63']],
  },
  { part: 'c', words: 'The likely consequences', citation: 'UK GDPR Art 33(3)(c)', askedBy: [['B25']] },
  {
    part: 'd',
    words: 'The measures taken or proposed, also to make it less harmful',
    citation: 'UK GDPR Art 33(3)(d)',
    askedBy: [['B50', 'B51']],
  },
]
