import type { RequestLetterVersion } from './templates/template.schema.ts'

/** What each part of the information is called, and the words around its facts. */
export type Article15Words = {
  readonly lead: string
  readonly purposes: string
  readonly categories: string
  readonly special: string
  readonly criminal: string
  readonly recipients: string
  readonly given: string
  readonly ordinarily: string
  readonly nobody: string
  readonly processor: string
  readonly retention: string
  readonly source: string
  readonly automated: string
  readonly notAutomated: string
  readonly solely: readonly string[]
  readonly supported: readonly string[]
  readonly transfers: string
  readonly notAbroad: string
  readonly rights: string
  readonly rightsAre: readonly string[]
  readonly complaints: string
}

/**
 * The words of the information about how data is used, in each version of the letters.
 *
 * @source UK GDPR Art 15, Art 16, Art 17, Art 18, Art 21, Art 22A, Art 22C
 */
export const ARTICLE_15_WORDS: Readonly<Record<RequestLetterVersion, Article15Words>> = {
  standard: {
    lead: 'You also have a right to know how the data is used. This is what our register says.',
    purposes: 'What we use the data for',
    categories: 'Which kinds of data it is',
    special: 'Special category data, which the law protects more: ',
    criminal: 'Data about offences, allegations of them included: ',
    recipients: 'Who has had the data, or will have it',
    given: 'We gave data to these:',
    ordinarily: 'In the ordinary course of the work, data of this kind also goes to these:',
    nobody:
      'No single disclosure to anybody is recorded for this request. In the ordinary course of the work, data of this kind goes to these:',
    processor: ', who works on our instructions',
    retention: 'How long we keep it',
    source: 'Where it came from',
    automated: 'Decisions made by automated means',
    notAutomated: 'No decision about the person is made by automated means alone.',
    solely: [
      'You can be told about such a decision, say what you think of it, have a person look at it, and contest it.',
    ],
    supported: ['A computer helps, and a person decides.'],
    transfers: 'Data sent abroad',
    notAbroad: 'The data is not sent outside the United Kingdom.',
    rights: 'Your rights',
    rightsAre: [
      'You can ask us to correct the data, to erase it, or to restrict how we use it, and you can object to how we use it. Each of these rights has its own conditions.',
    ],
    complaints: 'If you are unhappy with how we use the data',
  },
  easierRead: {
    lead: 'You can also know how we use the information. This is what our list says.',
    purposes: 'Why we use it',
    categories: 'What kinds of information',
    special: 'This is very private. The law protects it more: ',
    criminal: 'This is about crimes, or what somebody said about a crime: ',
    recipients: 'Who else sees it',
    given: 'We gave information to:',
    ordinarily: 'It can also go to:',
    nobody: 'Our list names nobody in particular. Information like this can go to:',
    processor: ', who works for us',
    retention: 'How long we keep it',
    source: 'Where we got it',
    automated: 'Decisions by computers',
    notAutomated: 'No computer alone makes decisions about the person.',
    solely: ['You can ask about such a decision.', 'You can ask that a person looks at it.'],
    supported: ['A computer helps.', 'A person decides.'],
    transfers: 'Other countries',
    notAbroad: 'The information stays in the United Kingdom.',
    rights: 'Your rights',
    rightsAre: [
      'You can ask us to put it right.',
      'You can ask us to delete it.',
      'You can ask us to use it less.',
      'You can say no to how we use it.',
      'We cannot always do what you ask. We tell you why.',
    ],
    complaints: 'If you are not happy',
  },
}
