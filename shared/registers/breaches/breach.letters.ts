import { choices, passage } from '#shared/described/field.ts'
import { ADVICE } from './letters/advice.ts'

const SENT = 'Stands in every letter and in the public notice: no names, and no words of the office.'
const SIMPLE = 'Short sentences, one idea each. Left empty, the words above are used sentence by sentence.'

/** The words that are sent to the people; the log of the breach has its own, which stay inside. @source UK GDPR Art 34 */
export const LETTER_FIELDS = {
  letterOpening: passage('Letter: opening', {
    hint: 'Left empty, the letter says that something went wrong with information about the person, and that we are sorry.',
  }),
  letterWhat: passage('Letter: what happened', { hint: SENT, citation: 'UK GDPR Art 34' }),
  letterConsequences: passage('Letter: what it may mean for the person', {
    hint: 'The likely consequences, neither played down nor made worse than they are.',
    citation: 'UK GDPR Art 34',
  }),
  letterMeasures: passage('Letter: what was done', {
    hint: 'What was done or is proposed, and what makes it less harmful.',
    citation: 'UK GDPR Art 34',
  }),
  letterAdviceFor: choices('Letter: advice by kind of data', ADVICE, {
    hint: 'Adds what a person can do for each kind that was affected.',
  }),
  letterAdvice: passage('Letter: what the person can do', {
    hint: 'What is special to this breach; stands before the advice by kind of data.',
  }),
  letterWhatSimple: passage('Easier words: what happened', {
    hint: `For the letter that is easier to read and the one for a child. ${SIMPLE}`,
  }),
  letterConsequencesSimple: passage('Easier words: what it means', { hint: SIMPLE }),
  letterMeasuresSimple: passage('Easier words: what was done', { hint: SIMPLE }),
  letterAdviceSimple: passage('Easier words: what the person can do', {
    hint: 'Name somebody outside too, for example an advocate or a children’s helpline, with a number you have checked.',
  }),
} as const
