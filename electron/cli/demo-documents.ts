import { Document, Packer, Paragraph } from 'docx'
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { encode as encodeJpeg } from 'jpeg-js'
import writeExcelFile from 'write-excel-file/node'
import type { Instant } from '#shared/time/instant.ts'
import { startPapers } from '#engine/cases/start-papers.ts'
import { writeLetterPdf } from '#engine/pdf/write-letter.ts'
import { DEMO_EMAILS, DEMO_LETTERS, REVIEW_DATES, VISIT_NOTES } from './demo-words.ts'

/**
 * Makes the documents of an invented person's file: letters, an e-mail thread, a scan without text, a spreadsheet, a
 * form and a photograph. Gives the folder they are in.
 */
export async function writeDemoDocuments(folder: string, madeAt: Instant): Promise<string> {
  const place = join(folder, 'documents')
  await mkdir(place, { recursive: true })
  for (const [name, letter] of Object.entries(DEMO_LETTERS))
    await writeLetterPdf(letter, madeAt, join(place, name))
  for (const [name, text] of Object.entries(DEMO_EMAILS)) await writeFile(join(place, name), text)
  await writeScan(join(place, 'Letter from school.pdf'), join(place, 'Paper file, volume 1.pdf'))
  await writeSheet(join(place, 'Review dates.xlsx'))
  await writeForm(join(place, 'Visit record.docx'))
  await writeFile(join(place, 'Day at the beach.jpg'), photograph(960, 640))
  // The same letter once more, as files often are in two places.
  await writeFile(
    join(place, 'Letter from school (copy).pdf'),
    await readFile(join(place, 'Letter from school.pdf')),
  )
  return place
}

/** A letter as a scanner leaves it: a picture of it, and no text. */
async function writeScan(from: string, to: string): Promise<void> {
  const papers = startPapers()
  try {
    const bytes = await readFile(from)
    const paper = await papers.open(createHash('sha256').update(bytes).digest('hex'), () => bytes)
    const { png } = await paper.draw(1, 1240)
    await writeFile(to, await papers.fromPicture('scan.png', png))
  } finally {
    await papers.close()
  }
}

async function writeSheet(path: string): Promise<void> {
  const rows = REVIEW_DATES.map((cells) => cells.map((value) => ({ value })))
  await writeExcelFile([{ data: rows, sheet: 'Reviews' }]).toFile(path)
}

async function writeForm(path: string): Promise<void> {
  const document = new Document({
    creator: 'Fostering team',
    sections: [{ children: VISIT_NOTES.map((text) => new Paragraph(text)) }],
  })
  await writeFile(path, await Packer.toBuffer(document))
}

/** A picture of sky, sea and sand, drawn by numbers, so that nobody is on it. */
function photograph(width: number, height: number): Buffer {
  const data = Buffer.alloc(width * height * 4)
  for (let y = 0; y < height; y += 1) {
    const share = y / height
    for (let x = 0; x < width; x += 1) {
      const wave = Math.sin(x / 37 + y / 11) * 9
      const colour =
        share < 0.5
          ? [120 + share * 120, 175 + share * 90, 235]
          : share < 0.75
            ? [40 + wave, 110 + wave, 150 + wave]
            : [216 + wave, 196 + wave, 150]
      data.set([...colour.map((part) => Math.round(part)), 255], (y * width + x) * 4)
    }
  }
  return encodeJpeg({ data, width, height }, 80).data
}
