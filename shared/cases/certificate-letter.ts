import { sizeInWords } from '#shared/registers/documents/document-rules.ts'
import type { Letter, LetterParagraph } from '#shared/registers/letters/letter.schema.ts'
import { formatDay, formatInstant, ukDayOf } from '#shared/time/plain-date.ts'
import type { CaseCertificate } from './certificate.ts'

/** What may still exist after the key of a case was destroyed, said plainly, one sentence or two each. */
export function mayStillExist({
  mayHoldKey,
  packs,
}: Pick<CaseCertificate, 'mayHoldKey' | 'packs'>): readonly string[] {
  const sent = packs.filter(({ releasedAt }) => releasedAt !== null)
  return [
    'Drives: solid-state drives, and file systems that keep earlier versions, may hold overwritten blocks for a time. The key was in such blocks only in encrypted form: who could read them and has the passphrase of the register could find it.',
    mayHoldKey.length === 0
      ? 'Backups: no backup in the folder of the register holds the key.'
      : `Backups: these files in the folder of the register were written while the key was there and may hold it until they are removed: ${mayHoldKey.map(({ name, madeAt }) => `${name} (${formatInstant(madeAt)})`).join('; ')}.`,
    'Copies outside the register: backups of the computer or of a network drive, copies of the folder of the register, what was saved out of the program, and the files in the systems they came from are not touched.',
    sent.length === 0
      ? 'Packs: none was released.'
      : `Packs: ${sent.map(({ id, releasedAt }) => `pack ${id}, released on ${formatDay(ukDayOf(releasedAt!))}`).join('; ')}. Who received them has them still.`,
  ]
}

/** The certificate as a letter to the file. */
export function certificateLetter(certificate: CaseCertificate, organisation: string): Letter {
  const { reference, begunAt, destroyedAt, destroyedBy, reason } = certificate
  return {
    subject: 'Certificate of destruction',
    dated: ukDayOf(destroyedAt),
    reference,
    from: organisation ? [[organisation]] : [],
    to: [],
    greeting: [],
    paragraphs: [
      say(
        `The documents of request ${reference} were destroyed on ${formatInstant(destroyedAt)} by ${destroyedBy}. They had been brought together since ${formatDay(ukDayOf(begunAt))}.`,
      ),
      say(`Reason: ${reason}`),
      heading('What was destroyed'),
      ...counted(certificate).map(point),
      heading('How'),
      say(
        'The documents were in one encrypted file (AES-256) under a random key of its own. The register overwrote the key; then the file, its log and its copy among the backups were deleted. Without the key nobody can read what may be left of the file.',
      ),
      heading('What may still exist'),
      ...mayStillExist(certificate).map(point),
      heading('How to check'),
      say(
        `Whoever has a list of the SHA-256 hashes of the files can sort it, end each hash with a line feed, and hash the whole: the result is ${certificate.filesSha256}.`,
      ),
      say(
        `This certificate stands in the record of the request under the seal ${certificate.sha256}, in the chain of revisions of the register.`,
      ),
    ],
    signature: [],
    basis: 'UK GDPR Art 5(1)(e), Art 5(2)',
    checks: [],
  }
}

function counted({ files, bytes, pages, documents, packs }: CaseCertificate): readonly string[] {
  const number = (count: number) => count.toLocaleString('en-GB')
  return [
    `Files: ${number(files)}, with ${sizeInWords(bytes)}`,
    `Pages: ${number(pages)}, in ${number(documents)} documents`,
    ...packs.map(
      ({ id, madeAt, fingerprint }) =>
        `Pack ${id}, built on ${formatDay(ukDayOf(madeAt))}${fingerprint ? `, fingerprint ${fingerprint}` : ''}`,
    ),
  ]
}

const say = (text: string): LetterParagraph => ({ kind: 'text', pieces: [text] })
const point = (text: string): LetterParagraph => ({ kind: 'point', pieces: [text] })
const heading = (text: string): LetterParagraph => ({ kind: 'heading', pieces: [text] })
