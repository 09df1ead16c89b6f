import { inFours } from '#shared/in-fours.ts'
import type { Letter, LetterParagraph } from '#shared/registers/letters/letter.schema.ts'
import type { LetterWorld } from '#shared/registers/letters/letter-frame.ts'
import type { ExportForm, ExportTable, ReceivingController } from './export.ts'

/** What the note to another controller is written from. */
export type NoteFacts = {
  readonly reference: string
  /** Who asked, and whose data it is where they asked for somebody else. */
  readonly asker: { readonly requesterName: string; readonly personName: string }
  readonly world: LetterWorld
  readonly sender: { readonly name: string; readonly address: string; readonly contact: string }
  readonly receiver: ReceivingController
  readonly tables: readonly ExportTable[]
  readonly forms: readonly ExportForm[]
  readonly fingerprint: string
}

/** What of the note is to be checked before anybody relies on it. */
export const NOTE_CHECKS = [
  'That the new controller answers for what it takes over, and takes no more than it needs, follows from what a controller is and from data minimisation (UK GDPR Art 4(7), Art 5(1)(c), both from memory): check it before relying on it.',
  'That portability must not harm the rights of others (UK GDPR Art 20(4)) is from memory: look at the rows that are flagged.',
]

const SCHEMAS: Readonly<Record<ExportForm, string>> = {
  json: 'JSON in data/json; each file with its JSON Schema (2020-12) in data/schema',
  csv: 'CSV in data/csv; described by datapackage.json (Frictionless Table Schema) and by CSV on the Web metadata beside each file',
  xml: 'XML in data/xml; each file with its XML Schema (XSD) beside it',
}

/**
 * The note that goes to another controller with an export, at the wish of the person.
 *
 * @source UK GDPR Art 20(1), Art 20(2), Art 20(4)
 */
export function transferNote(facts: NoteFacts): Letter {
  const { reference, asker, world, sender, receiver, tables, forms, fingerprint } = facts
  return {
    subject: 'Personal data sent to you at the wish of the person it is about',
    dated: world.today,
    reference,
    from: lines(sender.name, withoutName(sender.address, sender.name), sender.contact),
    to: lines(receiver.name, receiver.address, receiver.contact),
    greeting: [`Dear ${receiver.name}`],
    paragraphs: [
      text(
        `${whoAsks(asker)} has asked ${sender.name} to send you personal data in a form that a computer can read. People have the right to that where it is technically feasible (UK GDPR Art 20(2)). The data comes with this note.`,
      ),
      ...(receiver.how.trim() === '' ? [] : [text(`How it is sent: ${receiver.how.trim()}`)]),
      heading('What is in it'),
      ...tables.map(({ called, rows, columns }) =>
        point(`${called}: ${amount(rows, 'row', 'rows')} of ${amount(columns.length, 'column', 'columns')}`),
      ),
      text(
        'It holds only what the person provided, or what was recorded while they used a service, and what we hold by computer on consent or for a contract. What was left out is listed, with the reasons, in data/about.json and data/guide.pdf.',
      ),
      ...(tables.some(({ flagged }) => flagged > 0) ? [text(OTHERS)] : []),
      heading('How to read it'),
      text(
        'The archive is a zip that holds a BagIt 1.0 bag (RFC 8493) in the folder portability-export. In it:',
      ),
      ...forms.map((form) => point(SCHEMAS[form])),
      point(
        'data/about.json: what each table and column holds, how the data came about, and on what basis we hold it',
      ),
      heading('How to check it'),
      text(
        'Any BagIt program checks the SHA-256 and SHA-512 of each file; the page verify.html in the archive does so without a network. Its fingerprint, to be compared with the one which that page shows:',
      ),
      text(inFours(fingerprint)),
      text(
        'It is the SHA-256 over the lines of manifest-sha256.txt in the order of their paths, without the line of this note.',
      ),
      heading('What we ask of you'),
      text(
        'Once you take this data over you answer for it as a controller yourself. Please look at what you need for the purpose that the person came to you for, and keep no more than that.',
      ),
      text(
        sender.contact === ''
          ? `Questions about this archive: please quote ${reference}.`
          : `Questions about this archive: ${sender.contact}, quoting ${reference}.`,
      ),
    ],
    signature: lines('Yours sincerely', sender.name),
    basis: 'UK GDPR Art 20(2)',
    checks: NOTE_CHECKS,
  }
}

function whoAsks({ requesterName, personName }: NoteFacts['asker']): string {
  const asks = requesterName.trim() || 'A person'
  return personName.trim() === '' ? asks : `${asks}, for ${personName.trim()},`
}

const OTHERS =
  'Some rows say something about other people too. Handing them over must not harm their rights (UK GDPR Art 20(4)).'

const text = (words: string): LetterParagraph => ({ kind: 'text', pieces: [words] })
const point = (words: string): LetterParagraph => ({ kind: 'point', pieces: [words] })
const heading = (words: string): LetterParagraph => ({ kind: 'heading', pieces: [words] })

const lines = (...texts: readonly string[]) =>
  texts.filter((line) => line.trim() !== '').map((line) => [line.trim()])

const withoutName = (address: string, name: string) =>
  address.startsWith(`${name},`) ? address.slice(name.length + 1).trim() : address

const amount = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
