import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import type { HolderMessage } from '#shared/registers/searches/holder-message.ts'
import { NUMBERING, POINTS } from '../../messages/docx-points.ts'

/** Sizes in half points, spaces in twentieths of a point, as the format counts them. */
const LOOK = { size: 22, heading: 24, after: 160, afterPoint: 80 } as const

/** A message to somebody who searches, as a document to print or to send: real headings and lists. */
export async function messageDocx({ subject, paragraphs }: HolderMessage): Promise<Uint8Array> {
  const document = new Document({
    title: subject,
    creator: 'DPO Workbench',
    lastModifiedBy: 'DPO Workbench',
    styles: {
      default: {
        document: { run: { font: 'Arial', size: LOOK.size, language: { value: 'en-GB' } } },
        heading1: { run: { font: 'Arial', size: LOOK.heading, bold: true, color: '000000' } },
        heading2: { run: { font: 'Arial', size: LOOK.size, bold: true, color: '000000' } },
      },
    },
    numbering: NUMBERING,
    sections: [
      {
        children: [
          new Paragraph({
            heading: HeadingLevel.HEADING_1,
            children: runs(subject),
            spacing: { after: LOOK.after },
          }),
          ...paragraphs.map(paragraphOf),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

function paragraphOf({ kind, text }: HolderMessage['paragraphs'][number]): Paragraph {
  const children = runs(text)
  if (kind === 'heading')
    return new Paragraph({
      heading: HeadingLevel.HEADING_2,
      children,
      keepNext: true,
      spacing: { before: LOOK.after },
    })
  return kind === 'point'
    ? new Paragraph({
        children,
        numbering: { reference: POINTS, level: 0 },
        spacing: { after: LOOK.afterPoint },
      })
    : new Paragraph({ children, spacing: { after: LOOK.after } })
}

/** Text as runs with line breaks; what XML cannot carry is left out. */
function runs(text: string): TextRun[] {
  return text
    .toWellFormed()
    .replaceAll(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu, '')
    .split('\n')
    .map((part, index) => new TextRun({ text: part, ...(index > 0 && { break: 1 }) }))
}
