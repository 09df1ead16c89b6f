import { choice, choices, items, line, moment, number, passage, yesNo } from '#shared/described/field.ts'
import { files, kept } from '#shared/described/kept-fields.ts'
import { BREACH_QUESTIONS } from '#shared/law/breaches/questions.ts'
import { codesOffered } from '#shared/described/codes-offered.ts'
import { DPC_ADJUSTMENTS, DPC_CATEGORIES, ENISA_SCALES } from '#shared/law/breaches/enisa-scales.ts'
import { formatInstant } from '#shared/time/plain-date.ts'
import { BreachDecision, SentNotice, SentReport } from './kept.ts'

/** What happened when, who says so, and the files that show it. @source UK GDPR Art 33(5) */
export const TIMELINE_FIELDS = {
  events: items(
    'Timeline',
    {
      at: moment('When'),
      what: passage('What happened'),
      who: line('Who', { hint: 'A role is enough.' }),
      source: line('How it is known', { hint: 'For example a log, an email, a telephone note.' }),
    },
    { called: 'what', citation: 'UK GDPR Art 33(5)' },
  ),
  evidenceFiles: files('Evidence files'),
} as const

const question = (key: keyof typeof BREACH_QUESTIONS) => {
  const { hint, citation } = BREACH_QUESTIONS[key]
  return { hint, citation, wide: true }
}

/** The answers to the five questions: they suggest, a person decides. @source UK GDPR Art 33(1), Art 34 */
export const QUESTION_FIELDS = {
  isBreach: choice(
    BREACH_QUESTIONS.isBreach.question,
    BREACH_QUESTIONS.isBreach.choices,
    question('isBreach'),
  ),
  whoHasIt: choice(
    BREACH_QUESTIONS.whoHasIt.question,
    BREACH_QUESTIONS.whoHasIt.choices,
    question('whoHasIt'),
  ),
  whatIsMissing: choice(
    BREACH_QUESTIONS.whatIsMissing.question,
    BREACH_QUESTIONS.whatIsMissing.choices,
    question('whatIsMissing'),
  ),
  whatHarm: choice(
    BREACH_QUESTIONS.whatHarm.question,
    BREACH_QUESTIONS.whatHarm.choices,
    question('whatHarm'),
  ),
  howMany: choice(BREACH_QUESTIONS.howMany.question, BREACH_QUESTIONS.howMany.choices, question('howMany')),
} as const

/** How severe by ENISA's method of 2013: shown beside the decision, never deciding. @source ENISA 2013 */
export const SEVERITY_FIELDS = {
  dataCategories: choices('Kind of data by ENISA', codesOffered(DPC_CATEGORIES), {
    hint: 'The highest counts.',
    citation: 'ENISA 2013',
  }),
  dataRaised: choices('What raises it', codesOffered(DPC_ADJUSTMENTS.up)),
  dataLowered: choices('What lowers it', codesOffered(DPC_ADJUSTMENTS.down)),
  dataScore: number('Score of the data after that', {
    hint: 'From 1 to 4; left empty, each reason counts one.',
  }),
  identification: choice('How easily people are identified', codesOffered(ENISA_SCALES.identification)),
  confidentiality: choice('Confidentiality', codesOffered(ENISA_SCALES.confidentiality)),
  integrity: choice('Integrity', codesOffered(ENISA_SCALES.integrity)),
  availability: choice('Availability', codesOffered(ENISA_SCALES.availability)),
  isMalicious: yesNo('Done with bad intent'),
} as const

/** What was decided and sent, as it was then. @source UK GDPR Art 33(4), Art 33(5) */
export const KEPT_FIELDS = {
  decisions: kept(
    'Decisions as recorded',
    BreachDecision,
    ({ decidedAt, outcomeText, decidedBy }) => `${formatInstant(decidedAt)}: ${outcomeText} (${decidedBy})`,
    { setBy: 'Decisions are recorded on the page “Decide”', citation: 'UK GDPR Art 33(5)' },
  ),
  reportAnswers: items(
    'Answers typed for the report to the Commissioner',
    {
      question: line('Question'),
      answer: passage('Answer'),
      state: choice('State', [
        { value: 'answered', label: 'Answered' },
        { value: 'notKnown', label: 'Not known yet' },
      ]),
    },
    {
      called: 'question',
      hint: 'Filled in on the page “Report”; they take the place of what the record says.',
    },
  ),
  sentReports: kept(
    'Reports as sent',
    SentReport,
    ({ sentAt, phase, channel }) =>
      `${formatInstant(sentAt)}: ${phase === 'initial' ? 'initial report' : 'follow-up report'}${channel ? `, ${channel}` : ''}`,
    { setBy: 'Reports are recorded on the page “Report”', citation: 'UK GDPR Art 33(4)' },
  ),
  sentNotices: kept(
    'Letters and notices as made',
    SentNotice,
    ({ madeAt, kind, count }) => `${formatInstant(madeAt)}: ${NOTICE_WORDS[kind]} (${count})`,
    { setBy: 'Letters and notices are recorded on the page “Letters”', citation: 'UK GDPR Art 34' },
  ),
} as const

const NOTICE_WORDS: { readonly [Kind in SentNotice['kind']]: string } = {
  letters: 'letters to the people affected',
  publicNotice: 'public notice',
  controllerNotice: 'notice to the controller',
}
