import { findCode } from '#shared/law/code-list.ts'
import type { RequestKindCode } from '#shared/law/request-clocks.ts'
import { REFUSAL_EXEMPTIONS, REFUSAL_GROUNDS } from '#shared/law/request-words.ts'
import type { LetterParagraph } from '#shared/registers/letters/letter.schema.ts'
import { waysToDisagree } from '#shared/registers/letters/letter-frame.ts'
import { point, say, taken } from '#shared/registers/letters/letter-words.ts'
import { type LetterBody, received, type RequestLetterFacts, SUBJECT } from './letters-parts.ts'
import type { RequestRecord } from './request.fields.ts'

/** The letters that answer a request. */
export const answerLetters = { partial, refusal, final, noData } as const

const REFUSAL_BASIS = 'UK GDPR Art 12(4); DPA 2018 ss.164A, 165, 167'
const NAMING =
  'Naming an exemption can give away what it protects: leave it out where saying so would defeat it, and note why.'

function partial({ record, world }: RequestLetterFacts): LetterBody {
  return {
    subject: SUBJECT,
    basis: REFUSAL_BASIS,
    paragraphs: [
      received(record),
      ...doneInPart(record),
      say`We have not done all that you asked. This is why:`,
      ...why(record),
      ...waysToDisagree(world),
    ],
    checks: [...supplementary(record), ...naming(record)],
  }
}

function refusal({ record, world }: RequestLetterFacts): LetterBody {
  return {
    subject: SUBJECT,
    basis: REFUSAL_BASIS,
    paragraphs: [
      received(record),
      say`We looked at your request with care and have decided not to do what you asked. This is why:`,
      ...why(record),
      ...waysToDisagree(world),
    ],
    checks: naming(record),
  }
}

function final({ record, world }: RequestLetterFacts): LetterBody {
  return {
    subject: SUBJECT,
    basis: record.right === 'R-ACCESS' ? 'UK GDPR Art 12A, Art 15; DPA 2018 ss.164A, 165' : 'UK GDPR Art 12A',
    paragraphs: [received(record), ...done(record), ...waysToDisagree(world)],
    checks: supplementary(record),
  }
}

function noData({ record, world }: RequestLetterFacts): LetterBody {
  return {
    subject: SUBJECT,
    basis: 'UK GDPR Art 15(1), Art 15(1A); DPA 2018 ss.164A, 165',
    paragraphs: [
      received(record),
      say`We made a reasonable and proportionate search and found no personal data of the person. We searched:`,
      say`${taken('What was searched', 'searched', record.searched)}`,
      say`If you know of a place or a name under which we should look, tell us, and we will look again.`,
      ...waysToDisagree(world),
    ],
  }
}

/** Reasons, in the words of the record, with the grounds and exemptions they rest on. */
function why(record: RequestRecord): readonly LetterParagraph[] {
  const grounds = record.grounds.flatMap((code) => {
    const ground = findCode(REFUSAL_GROUNDS, code)
    return ground ? [`${ground.label} (${ground.citation})`] : []
  })
  const exemptions = record.exemptions.flatMap((code) => {
    const exemption = findCode(REFUSAL_EXEMPTIONS, code)
    return exemption ? [`${exemption.label} (${exemption.citation})`] : []
  })
  return [
    say`${taken('Reasons', 'reasons', record.reasons)}`,
    ...grounds.map((ground) => point`${taken('Ground', 'grounds', ground)}`),
    ...exemptions.map((exemption) => point`${taken('Exemption', 'exemptions', exemption)}`),
  ]
}

const DONE: Readonly<Record<Exclude<RequestKindCode, 'R-ACCESS'>, string>> = {
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

/** What was done of a request; what was left out follows. */
function doneInPart(record: RequestRecord): readonly LetterParagraph[] {
  if (record.right === 'R-ACCESS' || record.right === null) return done(record)
  return [say`We have done part of what you asked.`, ...recipients(record)]
}

/** @source UK GDPR Art 15, Art 19 */
function done(record: RequestRecord): readonly LetterParagraph[] {
  if (record.right === 'R-ACCESS' || record.right === null)
    return [
      say`With this letter comes a copy of the personal data we found. We made a reasonable and proportionate search.`,
      say`With it comes a sheet that tells you:`,
      point`what we use the data for, and which kinds of data it is;`,
      point`who has had it or will have it, and any safeguards for data sent abroad;`,
      point`how long we keep it;`,
      point`where it came from, if not from you;`,
      point`whether any decision is made by automated means alone;`,
      point`your rights: to have data corrected, erased or restricted, to object, and to complain.`,
      say`Names and details of other people are left out where they have a right to that.`,
    ]
  return [say`${DONE[record.right]}`, ...recipients(record)]
}

function recipients({ recipientsTold }: RequestRecord): readonly LetterParagraph[] {
  const told = recipientsTold.filter(({ toldOn }) => toldOn !== null)
  if (told.length === 0) return []
  return [
    say`We told these who had the data from us:`,
    ...told.map(({ recipient }) => point`${taken('Recipient told', 'recipientsTold', recipient)}`),
  ]
}

function supplementary({ right }: RequestRecord): readonly string[] {
  return right === 'R-ACCESS'
    ? ['Enclose the copy, and the sheet with what Article 15(1) and (2) ask for.']
    : []
}

function naming({ exemptions }: RequestRecord): readonly string[] {
  return exemptions.length > 0 ? [NAMING] : []
}
