import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  TextRun,
  type IParagraphOptions,
} from 'docx'
import type { Letter, LetterPiece } from '#shared/registers/letters/letter.schema.ts'
import { textOfPieces } from '#shared/registers/letters/letter-words.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { NUMBERING, POINTS } from '../../messages/docx-points.ts'

/** Sizes in half points, spaces in twentieths of a point, as the format counts them. */
const LOOKS = {
  plain: { size: 22, heading: 24, title: 24, after: 160 },
  large: { size: 28, heading: 32, title: 34, after: 200 },
} as const
const ENGLISH = { value: 'en-GB' } as const

/** A letter as a document for a word processor: real headings and lists, and no trace of who made it. */
export async function letterDocx(letter: Letter): Promise<Uint8Array> {
  const look = letter.large ? LOOKS.large : LOOKS.plain
  const paragraph = (text: string, options: IParagraphOptions = {}) =>
    new Paragraph({ spacing: { after: look.after }, ...options, children: runs(text) })
  const block = (lines: Letter['from'], options: IParagraphOptions = {}) =>
    lines
      .flatMap((pieces) => textOfPieces(pieces).split('\n'))
      .filter((text) => text.trim() !== '')
      .map((text) => paragraph(text, { spacing: { after: 0 }, ...options }))
  const document = new Document({
    title: [letter.subject, letter.reference].filter(Boolean).join(', '),
    creator: 'DPO Workbench',
    lastModifiedBy: 'DPO Workbench',
    styles: {
      default: {
        document: { run: { font: 'Arial', size: look.size, language: ENGLISH } },
        title: {
          run: { font: 'Arial', size: look.title, bold: true },
          paragraph: { spacing: { after: look.after } },
        },
        heading2: {
          run: { font: 'Arial', size: look.heading, bold: true, color: '000000' },
          paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
        },
      },
    },
    numbering: NUMBERING,
    sections: [
      {
        children: [
          ...block(letter.from, { alignment: AlignmentType.RIGHT }),
          paragraph(''),
          ...block(letter.to),
          paragraph(''),
          paragraph(formatDay(letter.dated)),
          ...(letter.reference ? [paragraph(`Our reference: ${letter.reference}`)] : []),
          paragraph(letter.subject, { heading: HeadingLevel.TITLE }),
          ...(letter.greeting.length > 0 ? [paragraph(`${textOfPieces(letter.greeting)},`)] : []),
          ...letter.paragraphs.flatMap(({ kind, pieces }) => paragraphsOf(kind, pieces, paragraph)),
          paragraph(''),
          ...block(letter.signature),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

function paragraphsOf(
  kind: Letter['paragraphs'][number]['kind'],
  pieces: readonly LetterPiece[],
  paragraph: (text: string, options?: IParagraphOptions) => Paragraph,
): readonly Paragraph[] {
  const text = textOfPieces(pieces)
  if (kind === 'heading') return [paragraph(text, { heading: HeadingLevel.HEADING_2 })]
  if (kind === 'point')
    return [paragraph(text, { numbering: { reference: POINTS, level: 0 }, spacing: { after: 80 } })]
  return text
    .split('\n')
    .filter((part) => part.trim() !== '')
    .map((part) => paragraph(part))
}

/** Text as runs with line breaks; what XML cannot carry is left out. */
function runs(text: string): TextRun[] {
  return text
    .toWellFormed()
    .replaceAll(/(?![\t\n])[\p{Cc}\uFFFE\uFFFF]/gu, '')
    .split('\n')
    .map((part, index) => new TextRun({ text: part, ...(index > 0 && { break: 1 }) }))
}
