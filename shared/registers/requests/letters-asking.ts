import { contactOf } from '#shared/registers/letters/letter-frame.ts'
import { point, say, taken, takenDay } from '#shared/registers/letters/letter-words.ts'
import { clockOfFacts, factsOfRequest, mayExtend, nationOfRequest } from './request-clock.ts'
import { type LetterBody, received, type RequestLetterFacts, SUBJECT, whenAnswered } from './letters-parts.ts'

/** The letters sent before a request is answered. */
export const askingLetters = { acknowledgement, identity, clarification, extension } as const

function acknowledgement(facts: RequestLetterFacts): LetterBody {
  const { record, world } = facts
  const wording = record.wording.trim()
  return {
    subject: SUBJECT,
    basis: 'UK GDPR Art 12, Art 12A',
    paragraphs: [
      received(record),
      ...(wording ? [say`This is what we understood: ${taken('What was asked', 'wording', wording)}`] : []),
      whenAnswered(facts),
      say`There is nothing to pay. If we got something wrong, or if you need the answer in another form, tell us: ${contactOf(world.organisation)}.`,
    ],
    checks:
      record.feeAskedOn === null
        ? []
        : ['The letter says that there is nothing to pay, but a fee was asked for.'],
  }
}

function identity({ record, world }: RequestLetterFacts): LetterBody {
  return {
    subject: SUBJECT,
    basis: 'UK GDPR Art 12(6), Art 12A(2)',
    paragraphs: [
      received(record),
      say`Before we send personal data to anyone, we have to be sure who asks for it. From what you sent us we cannot be sure yet.`,
      say`Please send us: ${taken('What was asked for', 'identityAskedFor', record.identityAskedFor)}.`,
      say`Send a copy, not the original, and cover what is not needed. We look at it for this request only.`,
      say`The law gives us one month for the answer. It begins on the day on which we have what we ask you for here.`,
      say`If you cannot send this, tell us, and we will find another way: ${contactOf(world.organisation)}.`,
    ],
    checks:
      record.identityDoubted === false
        ? ['The record says that there are no reasonable doubts: then nothing may be asked for.']
        : [],
  }
}

function clarification({ record, world }: RequestLetterFacts): LetterBody {
  const open = record.clarifications.filter(({ answeredOn }) => answeredOn === null)
  return {
    subject: SUBJECT,
    basis: 'UK GDPR Art 12A(5), 12A(6)',
    paragraphs: [
      received(record),
      say`So that we look for the right things, please tell us:`,
      ...(open.length > 0
        ? open.map(({ what }) => point`${taken('Question about what is asked for', 'clarifications', what)}`)
        : [point`${taken('Question about what is asked for', 'clarifications', null)}`]),
      say`You need not leave anything out: if you want all of it, say so, and we will make a reasonable and proportionate search.`,
      say`From the day of this question to the day we have your answer, both included, the time for our answer stands still. Meanwhile we go on with what is clear.`,
      say`You can answer by letter, by email or by telephone: ${contactOf(world.organisation)}.`,
    ],
    checks: [
      ...(record.right === 'R-ACCESS'
        ? []
        : ['Only an access request is paused by such a question. Take the sentence about the time out.']),
      'Ask only where it is reasonably needed, as when a great deal is held; not of everybody.',
    ],
  }
}

const GROUNDS = {
  complex: 'your request is complex',
  number: 'of the number of requests we have from you',
} as const

function extension({ record, world, clock, context }: RequestLetterFacts): LetterBody {
  const facts = factsOfRequest(record)
  const noticed = record.extensionNoticeOn ?? world.today
  const extended =
    facts &&
    clockOfFacts(
      { ...facts, extended: true, extensionNoticeOn: noticed },
      nationOfRequest(record, context),
      context,
    )
  const leave = clock && facts ? mayExtend(clock, facts, world.today) : null
  const isLate = leave !== null && !leave.may && record.extensionNoticeOn === null
  return {
    subject: SUBJECT,
    basis: 'UK GDPR Art 12A(3)',
    paragraphs: [
      received(record),
      say`We need longer than one month, because ${taken('Ground of the extension', 'extensionGround', record.extensionGround && GROUNDS[record.extensionGround])}:`,
      say`${taken('Reasons for the extension', 'extensionReasons', record.extensionReasons)}`,
      say`The law lets us take up to two further months. We will answer as soon as we can, and by ${takenDay('Last day with the extension', 'the clock', isLate ? null : extended?.due)} at the latest. What is ready earlier, we send earlier.`,
      say`If you are unhappy with this, you can complain to us (${contactOf(world.organisation)}) or to the regulator, the ${taken('Name of the regulator', 'the settings', world.regulator.name)}.`,
    ],
    checks: isLate ? [leave.because] : [],
  }
}
