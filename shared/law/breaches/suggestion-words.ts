import type { BreachAnswers } from './questions.ts'
import type { SuggestedOutcome } from './suggestion.ts'

type Key = keyof BreachAnswers

/** What an outcome is called, in a sentence. @source UK GDPR Art 33(1), Art 34 */
export const OUTCOME_WORDS: Readonly<Record<SuggestedOutcome, string>> = {
  noBreach: 'Not a personal data breach. Keep a note of why.',
  record: 'Not reportable: a risk to people is unlikely. Keep it in the log.',
  notify: 'Reportable to the Commissioner: a risk to people is likely, a high one is not.',
  notifyAndTell: 'Reportable to the Commissioner, and the people are to be told: a high risk is likely.',
}

/** The five questions in two or three words each. */
export const SHORT_NAMES: Readonly<Record<Key, string>> = {
  isBreach: 'whether it is a breach',
  whoHasIt: 'who may have the data',
  whatIsMissing: 'what people go without',
  whatHarm: 'what harm may come',
  howMany: 'how many and who',
}

/** What each answer says about the breach, as a reason. */
export const WHAT_WAS_ANSWERED: {
  readonly [K in Key]: Readonly<Record<NonNullable<BreachAnswers[K]>, string>>
} = {
  isBreach: {
    no: 'No personal data was concerned, or nothing happened to it.',
    yes: 'Something happened to personal data without authority.',
  },
  whoHasIt: {
    nobody: 'Nobody who should not can read the data.',
    trusted: 'Those who had it can be relied on, and have confirmed deleting or returning it.',
    known: 'Those who have it are known, but nothing more vouches for them.',
    unknown: 'It may be with people who are not known, or with too many to call it back.',
    hostile: 'It is with somebody who took it, or got it by deceit.',
  },
  whatIsMissing: {
    nothing: 'Nobody goes without anything because of it.',
    delay: 'The data was out of reach for a while, and people were held up.',
    harm: 'Help, care or a right came too late, or data that was needed is lost for good.',
  },
  whatHarm: {
    little: 'Nothing to speak of can come of it for a person.',
    limited: 'What can come of it is annoyance, not more.',
    serious: 'Fraud, loss, lasting distress or lost confidence may come of it.',
    grave: 'Danger, discrimination or harm that cannot be undone may come of it.',
  },
  howMany: {
    few: 'Few people are concerned, none of them a child or at risk.',
    fewAtRisk: 'Few people are concerned, but children or people at risk are among them.',
    many: 'Many people are concerned.',
    manyAtRisk: 'Many people are concerned, and children or people at risk are among them.',
  },
}

/** What stands in place of a reason while a question is not answered. */
export const NOT_KNOWN: Readonly<Record<Key, string>> = {
  isBreach: 'Whether it is a breach is not known yet: taken to be one.',
  whoHasIt: 'Who may have the data is not known yet: the worst is assumed.',
  whatIsMissing: 'What people go without is not known yet: the worst is assumed.',
  whatHarm: 'What harm may come of it is not known yet: the worst is assumed.',
  howMany: 'How many and who they are is not known yet: the worst is assumed.',
}
