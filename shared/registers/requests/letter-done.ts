import type { RequestKindCode } from '#shared/law/request-clocks.ts'
import type { LetterParagraph } from '#shared/registers/letters/letter.schema.ts'
import { point, say, taken } from '#shared/registers/letters/letter-words.ts'
import type { RequestLetterFacts } from './letter-facts.ts'
import type { RequestRecord } from './request.fields.ts'

type OtherRight = Exclude<RequestKindCode, 'R-ACCESS'>

const DONE: Readonly<Record<OtherRight, string>> = {
  'R-RECT': 'We have corrected the data. The change is noted where the data is kept.',
  'R-ERASE': 'We have erased the data. A note that you asked stays, so that we can show what was done.',
  'R-RESTRICT':
    'We have restricted the data: we keep it, and use it only as the law allows while the restriction lasts. We will tell you before it ends.',
  'R-OBJECT': 'We have stopped using the data in the way you objected to.',
  'R-MKT':
    'We have stopped direct marketing to you. We keep the little we need to remember not to write to you.',
  'R-PORT': 'The data you gave us is enclosed, in a structured, commonly used and machine-readable form.',
  'R-WITHDRAW':
    'We have stopped what rested on your consent. What was done before you withdrew it stays lawful.',
  'R-ADM': 'A person with authority to change the decision has looked at it again, with what you told us.',
}

const DONE_EASIER: Readonly<Record<OtherRight, readonly string[]>> = {
  'R-RECT': ['We put the information right.'],
  'R-ERASE': ['We deleted the information.', 'We keep a note that you asked.'],
  'R-RESTRICT': [
    'We keep the information.',
    'We only use it where the law lets us.',
    'We tell you before this ends.',
  ],
  'R-OBJECT': ['We stopped using the information in the way you did not want.'],
  'R-MKT': ['We stopped sending you adverts.', 'We keep a note so that we do not start again.'],
  'R-PORT': ['The information you gave us comes with this letter.', 'A computer can read it.'],
  'R-WITHDRAW': [
    'You said yes before. Now you say no.',
    'We stopped.',
    'What we did before was allowed then.',
  ],
  'R-ADM': ['A computer made a decision.', 'Now a person looked at it again.'],
}

/** What was done, by the right that was used. @source UK GDPR Art 12A, Art 15, Art 19 */
export function whatWasDone({ record, version }: RequestLetterFacts): readonly LetterParagraph[] {
  const { right } = record
  if (right !== 'R-ACCESS' && right !== null)
    return [
      ...(version === 'standard' ? [say`${DONE[right]}`] : DONE_EASIER[right].map((words) => say`${words}`)),
      ...recipientsTold(record),
    ]
  return version === 'standard'
    ? [
        say`With this letter comes a copy of the personal data we found. We made a reasonable and proportionate search.`,
        say`Names and details of other people are left out where they have a right to that.`,
      ]
    : [
        say`A copy of the information comes with this letter.`,
        say`We looked for it in a careful way.`,
        say`Some names of other people are left out.`,
        say`They have rights too.`,
      ]
}

/** What was done of a request that is not met in full; what was left out follows. @source UK GDPR Art 19 */
export function whatWasDoneInPart(facts: RequestLetterFacts): readonly LetterParagraph[] {
  const { record, version } = facts
  if (record.right === 'R-ACCESS' || record.right === null) return whatWasDone(facts)
  const part =
    version === 'standard' ? say`We have done part of what you asked.` : say`We did some of what you asked.`
  return [part, ...recipientsTold(record)]
}

function recipientsTold({ recipientsTold: all }: RequestRecord): readonly LetterParagraph[] {
  const told = all.filter(({ toldOn }) => toldOn !== null)
  if (told.length === 0) return []
  return [
    say`We told these who had the data from us:`,
    ...told.map(({ recipient }) => point`${taken('Recipient told', 'recipientsTold', recipient)}`),
  ]
}
