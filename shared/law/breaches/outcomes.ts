import type { Choice } from '#shared/described/field.ts'

/** A question that an outcome has to answer before it can be recorded. */
export type Ground = {
  readonly key: string
  readonly question: string
  readonly hint: string
  /** The answers to choose from; absent where the answer is written. */
  readonly choices?: readonly Choice[]
}

/** One way to decide, what the law asks of it, and what is to be said for it besides the reasons. */
export type Outcome<Value extends string = string> = Choice<Value> & {
  readonly hint: string
  readonly citation: string
  readonly grounds: readonly Ground[]
}

/** Whether the Commissioner is told. @source UK GDPR Art 33(1), Art 33(5) */
export const COMMISSIONER_OUTCOMES = [
  {
    value: 'report',
    label: 'Report',
    hint: 'A risk to people is not unlikely.',
    citation: 'UK GDPR Art 33(1)',
    grounds: [],
  },
  {
    value: 'doNot',
    label: 'Do not report, because a risk is unlikely',
    hint: 'The reasons are what the Commissioner reads when checking the log.',
    citation: 'UK GDPR Art 33(1), 33(5)',
    grounds: [],
  },
  {
    value: 'logOnly',
    label: 'Log only: a near miss, or no personal data breach',
    hint: 'Nothing happened to personal data, so there is nothing to report. The entry stays in the log.',
    citation: 'UK GDPR Art 4(12)',
    grounds: [],
  },
] as const satisfies readonly Outcome[]

/** Provisions that may lift the duty to tell people; any other is to be checked. @source DPA 2018 Sch 2 */
const TELLING_EXEMPTIONS = [
  {
    value: 'sch2-2',
    label: 'Crime and taxation (DPA 2018 Sch 2 Pt 1 para 2)',
    hint: 'Only so far as telling would be likely to prejudice it, and only for as long.',
  },
  { value: 'sch2-13', label: 'Parliamentary privilege (DPA 2018 Sch 2 Pt 2 para 13)' },
  {
    value: 'other',
    label: 'Another provision',
    hint: 'Name it below, and check in the law that it lifts Article 34.',
  },
] as const satisfies readonly Choice[]

/** Whether the people are told, and the grounds of Article 34(3) for not telling each. @source UK GDPR Art 34; DPA 2018 Sch 2 */
export const PEOPLE_OUTCOMES = [
  {
    value: 'tell',
    label: 'Tell them',
    hint: 'A high risk is likely, or they should hear it from us.',
    citation: 'UK GDPR Art 34(1)',
    grounds: [],
  },
  {
    value: 'notHighRisk',
    label: 'Not needed: a high risk is unlikely',
    hint: 'A risk may be there and be reported; this asks whether it is high.',
    citation: 'UK GDPR Art 34(1)',
    grounds: [],
  },
  {
    value: 'unintelligible',
    label: 'Not needed: nobody else can read the data',
    hint: 'For example encrypted before it happened, with the key safe.',
    citation: 'UK GDPR Art 34(3)(a)',
    grounds: [
      {
        key: 'how',
        question: 'How is the data protected, and how is it known that the key is safe?',
        hint: 'The method, where the key was, and who looked.',
      },
    ],
  },
  {
    value: 'riskRemoved',
    label: 'Not needed: later steps removed the high risk',
    hint: 'Steps taken after it happened, before the risk came about.',
    citation: 'UK GDPR Art 34(3)(b)',
    grounds: [
      {
        key: 'steps',
        question: 'Which steps removed the high risk, and how is it known that they worked?',
        hint: 'For example returned unread and confirmed in writing, access ended before anybody used it.',
      },
    ],
  },
  {
    value: 'publicNotice',
    label: 'Public notice instead: disproportionate effort',
    hint: 'Those affected are then told by a notice that reaches them as well as a letter would.',
    citation: 'UK GDPR Art 34(3)(c)',
    grounds: [
      {
        key: 'effort',
        question: 'Why would telling each of them take a disproportionate effort?',
        hint: 'How many, what is known of where they are, and what was tried.',
      },
      {
        key: 'where',
        question: 'Where does the notice stand, and why does it reach them?',
        hint: 'For example the website, the schools concerned, a local newspaper.',
      },
    ],
  },
  {
    value: 'exempt',
    label: 'Lifted by an exemption',
    hint: 'An exemption lifts the duty for these data and this purpose, never as a whole.',
    citation: 'DPA 2018 Sch 2',
    grounds: [
      {
        key: 'provision',
        question: 'Which provision lifts it?',
        hint: 'Two paragraphs of Schedule 2 are known to lift Article 34; any other is to be checked.',
        choices: TELLING_EXEMPTIONS,
      },
      {
        key: 'applies',
        question: 'Why does it apply, to which data, and until when?',
        hint: 'For example what telling would be likely to prejudice. Name the provision if it is another one.',
      },
    ],
  },
] as const satisfies readonly Outcome[]

/** What a decision is about, with the ways to decide it. */
export const OUTCOMES = { commissioner: COMMISSIONER_OUTCOMES, people: PEOPLE_OUTCOMES } as const
export type DecisionSubject = keyof typeof OUTCOMES

/** The outcome with a value, or undefined when the subject knows no such outcome. */
export function findOutcome(subject: DecisionSubject, value: string): Outcome | undefined {
  const offered: readonly Outcome[] = OUTCOMES[subject]
  return offered.find((outcome) => outcome.value === value)
}
