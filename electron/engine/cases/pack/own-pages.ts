import { Writable } from 'node:stream'
import { type ListedDocument, packDocument } from '#shared/cases/pack-document.ts'
import type { PackPlan } from '#shared/cases/pack-plan.ts'
import type { Letter } from '#shared/registers/letters/letter.schema.ts'
import { heading, point, say } from '#shared/registers/letters/letter-words.ts'
import { drawLetter, newLetterDocument } from '../../pdf/write-letter.ts'
import { drawRecordPdf } from '../../pdf/write-record.ts'

/** A letter as the bytes of a tagged PDF; nothing is written anywhere. */
export async function letterBytes(letter: Letter, plan: PackPlan): Promise<Buffer> {
  return gathered(async (output) => void (await drawLetter(letter, plan.madeAt, output)))
}

/** Contents, schedules, search, glossary and how to check, as the bytes of a tagged PDF. */
export async function contentsBytes(plan: PackPlan, listed: readonly ListedDocument[]): Promise<Buffer> {
  const document = packDocument(plan, listed)
  const title = `${document.title}, ${plan.reference}`
  return gathered((output) => drawRecordPdf(newLetterDocument(title, plan.madeAt), document, output))
}

/** The covering letter with what is in the pack, and the fingerprint in groups of four. */
export function coveringLetter(
  plan: PackPlan,
  { fingerprint, files }: { fingerprint: string; files: readonly string[] },
): Letter {
  const groups = fingerprint.match(/.{4}/gu) ?? []
  const lines = [groups.slice(0, 8), groups.slice(8)].map((line) => line.join(' '))
  return {
    ...plan.letter,
    paragraphs: [
      ...plan.letter.paragraphs,
      heading`What comes with this letter`,
      ...files.map((file) => point`${file}`),
      heading`How you can check it`,
      say`The files carry a fingerprint. Open verify.html, choose the folder, and compare what it shows with these sixty-four letters and digits:`,
      ...lines.map((line) => say`${line}`),
      say`If they are not the same, or a file is missing, tell us, and we will send the pack again.`,
    ],
  }
}

async function gathered(draw: (output: Writable) => Promise<void>): Promise<Buffer> {
  const pieces: Buffer[] = []
  await draw(
    new Writable({
      write(chunk: Buffer, _, done) {
        pieces.push(chunk)
        done()
      },
    }),
  )
  return Buffer.concat(pieces)
}
