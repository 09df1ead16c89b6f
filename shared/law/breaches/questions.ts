import type { Choice } from '#shared/described/field.ts'

/** A plain question about a breach: what it asks, why the law wants to know, and its answers, mildest first. */
export type BreachQuestion<Value extends string = string> = {
  readonly question: string
  readonly hint: string
  readonly citation: string
  readonly choices: readonly Choice<Value>[]
}

/** Whether there is a personal data breach at all. @source UK GDPR Art 4(12) */
const IS_BREACH = {
  question:
    'Has personal data been lost, altered, shown or passed on, or made unavailable, without authority?',
  hint: 'By accident counts as much as on purpose; so does data nobody can get at for a while.',
  citation: 'UK GDPR Art 4(12)',
  choices: [
    { value: 'no', label: 'No: no personal data was concerned, or nothing happened to it' },
    { value: 'yes', label: 'Yes, or it is likely' },
  ],
} as const satisfies BreachQuestion

/** Who may have the data and can read it. @source UK GDPR Art 33(1), Art 34(3)(a) */
const WHO_HAS_IT = {
  question: 'Who may have the data now, and can they read and use it?',
  hint: 'If several may have it, choose the worst.',
  citation: 'UK GDPR Art 33(1), Art 34(3)(a)',
  choices: [
    {
      value: 'nobody',
      label: 'Nobody who should not, or nobody who can read it',
      hint: 'It never left us, or it is encrypted and the key is safe.',
    },
    {
      value: 'trusted',
      label: 'People we know and can trust, who have confirmed deleting or returning it',
      hint: 'For example a partner agency or colleague bound to confidence. Sent back unread counts too.',
    },
    { value: 'known', label: 'A few people we know of, without more to rely on' },
    { value: 'unknown', label: 'People we do not know, or more people than can be called back' },
    { value: 'hostile', label: 'Somebody who took it, or got it by deceit' },
  ],
} as const satisfies BreachQuestion

/** Whether those who need the data can do without. @source UK GDPR Art 4(12), Art 33(1) */
const WHAT_IS_MISSING = {
  question: 'Is the data gone, wrong or out of reach, and does anybody go without something because of it?',
  hint: 'Count the people, not the organisation: care, placements, payments, decisions.',
  citation: 'UK GDPR Art 4(12), Art 33(1)',
  choices: [
    { value: 'nothing', label: 'No, or it was back before anybody was affected' },
    { value: 'delay', label: 'For a while, with small delays for people' },
    {
      value: 'harm',
      label: 'Yes: help, care or a right came too late, or the data is lost for good and was needed',
    },
  ],
} as const satisfies BreachQuestion

/** What may come of it for a person. @source UK GDPR Art 33(1), recital 85 */
const WHAT_HARM = {
  question: 'What is the worst that could reasonably come of it for a person?',
  hint: 'Think of what the data says taken together, and of who may have it.',
  citation: 'UK GDPR Art 33(1), recital 85',
  choices: [
    {
      value: 'little',
      label: 'Nothing to speak of',
      hint: 'For example what somebody ordered, or a pseudonym.',
    },
    {
      value: 'limited',
      label: 'Annoyance: unwanted contact, somebody knowing what they need not',
      hint: 'Mostly names, addresses, ordinary dealings.',
    },
    {
      value: 'serious',
      label: 'Fraud, loss of money, lasting distress, loss of confidence in a service they need',
      hint: 'For example identity documents, bank details, passwords, wages, whole applications.',
    },
    {
      value: 'grave',
      label: 'Danger, discrimination, or harm that cannot be undone',
      hint: 'For example health, abuse, a child’s file, a placement or refuge address.',
    },
  ],
} as const satisfies BreachQuestion

/** How many, and whether they can protect themselves. @source UK GDPR recitals 75, 85 */
const HOW_MANY = {
  question: 'How many people, and are there children or people at risk among them?',
  hint: 'About a hundred is the line between few and many here; it is a habit, not law.',
  citation: 'UK GDPR recital 75',
  choices: [
    { value: 'few', label: 'Few, none of them a child or at risk' },
    { value: 'fewAtRisk', label: 'Few, with children or people at risk among them' },
    { value: 'many', label: 'Many, none of them a child or at risk' },
    { value: 'manyAtRisk', label: 'Many, with children or people at risk among them' },
  ],
} as const satisfies BreachQuestion

/** The five questions in their order, by the field that holds the answer. */
export const BREACH_QUESTIONS = {
  isBreach: IS_BREACH,
  whoHasIt: WHO_HAS_IT,
  whatIsMissing: WHAT_IS_MISSING,
  whatHarm: WHAT_HARM,
  howMany: HOW_MANY,
} as const

type ValueOf<Question extends { readonly choices: readonly Choice[] }> = Question['choices'][number]['value']

/** The answers; null while one is not known. */
export type BreachAnswers = {
  readonly [Key in keyof typeof BREACH_QUESTIONS]: ValueOf<(typeof BREACH_QUESTIONS)[Key]> | null
}
