import { findCode } from '#shared/law/code-list.ts'
import { complaintOutcomeLabel, COMPLAINT_OUTCOMES } from '#shared/law/complaint-outcomes.ts'
import type { Letter, LetterParagraph } from '#shared/registers/letters/letter.schema.ts'
import {
  contactOf,
  frameOf,
  type LetterWorld,
  regulatorPieces,
} from '#shared/registers/letters/letter-frame.ts'
import { point, say, taken, takenDay } from '#shared/registers/letters/letter-words.ts'
import type { ComplaintRecord } from './complaint.fields.ts'
import { COMPLAINT_LETTERS, type ComplaintLetterKind } from './letter-kinds.ts'

type Body = Pick<Letter, 'paragraphs' | 'checks'>

const WRITERS: Readonly<Record<ComplaintLetterKind, (record: ComplaintRecord, world: LetterWorld) => Body>> =
  { acknowledgement, progress, outcome }

/**
 * A letter about a complaint, with what the law makes it say. What nobody has recorded stands as missing.
 *
 * @source DPA 2018 ss.164A, 165, 167
 */
export function complaintLetter(
  kind: ComplaintLetterKind,
  record: ComplaintRecord,
  world: LetterWorld,
): Letter {
  const addressee = {
    name: record.complainantName || record.personName,
    nameField: 'complainantName',
    address: record.sendTo,
  }
  return {
    subject: 'Your complaint about personal data',
    ...frameOf(world, addressee, record.reference),
    ...WRITERS[kind](record, world),
    basis: kind === 'outcome' ? 'DPA 2018 ss.164A, 165, 167' : 'DPA 2018 s.164A',
  }
}

/** The kind with a name, if there is one. */
export function findComplaintLetter(name: string): ComplaintLetterKind | undefined {
  return COMPLAINT_LETTERS.find(({ value }) => value === name)?.value
}

function received({ receivedOn }: ComplaintRecord): LetterParagraph {
  return say`We received your complaint on ${takenDay('Received on', 'receivedOn', receivedOn)}.`
}

function acknowledgement(record: ComplaintRecord, world: LetterWorld): Body {
  const wording = record.wording.trim()
  const other = record.otherProcedure !== null && record.otherProcedure !== 'none'
  return {
    paragraphs: [
      received(record),
      ...(wording
        ? [say`This is what we understood: ${taken('What is complained of', 'wording', wording)}`]
        : []),
      say`We have begun to look into it. We will tell you how far we are, and the outcome with our reasons as soon as we have it.`,
      ...(record.nextUpdateOn === null
        ? []
        : [
            say`You will hear from us by ${takenDay('Next progress promised for', 'nextUpdateOn', record.nextUpdateOn)}.`,
          ]),
      ...(other
        ? [
            say`Part of what you wrote is not about personal data. It is dealt with separately, by its own procedure, and you will hear from there too.`,
          ]
        : []),
      say`You can reach us at any time: ${contactOf(world.organisation)}.`,
    ],
    checks: [],
  }
}

function progress(record: ComplaintRecord, world: LetterWorld): Body {
  return {
    paragraphs: [
      received(record),
      say`This is how far we are:`,
      ...(record.enquiries.length > 0
        ? record.enquiries.map(({ what, answeredOn }) =>
            answeredOn === null
              ? point`${taken('Enquiry', 'enquiries', what)}: asked, no answer yet.`
              : point`${taken('Enquiry', 'enquiries', what)}: answered.`,
          )
        : [point`${taken('Enquiry', 'enquiries', null)}`]),
      say`You will hear from us again by ${takenDay('Next progress promised for', 'nextUpdateOn', record.nextUpdateOn)}.`,
      say`If you want to add something, tell us: ${contactOf(world.organisation)}.`,
    ],
    checks: [
      'Enquiries are named as they stand in the record: see that none says more than the person may know.',
    ],
  }
}

function outcome(record: ComplaintRecord, world: LetterWorld): Body {
  const found = findCode(COMPLAINT_OUTCOMES, record.outcome ?? '')
  const label = record.outcome && complaintOutcomeLabel(record.outcome).toLowerCase()
  const isUpheld = found?.upheld === 'yes' || found?.upheld === 'in part'
  return {
    paragraphs: [
      received(record),
      say`We have looked into it. The outcome: ${taken('Outcome', 'outcome', label)}.`,
      say`${taken('Reasons', 'reasons', record.reasons)}`,
      ...(isUpheld || record.remedy.trim()
        ? [say`This is what we do about it: ${taken('What is done about it', 'remedy', record.remedy)}`]
        : []),
      say`If you are not content with this, you can:`,
      point`complain to the regulator, the ${regulatorPieces(world)};`,
      point`ask a court to decide.`,
    ],
    checks: [],
  }
}
