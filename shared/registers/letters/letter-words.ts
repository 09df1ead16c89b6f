import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import type { Letter, LetterParagraph, LetterPiece, LetterSource } from './letter.schema.ts'

type Pieces = readonly LetterPiece[]
type Part = LetterPiece | Pieces

/** What a record or the settings give a letter; empty text counts as not known. */
export function taken(label: string, from: string, text: string | null | undefined): LetterPiece {
  return { label, from, text: text?.trim() ? text.trim() : null }
}

/** A day that a record gives a letter. */
export function takenDay(label: string, from: string, day: PlainDate | null | undefined): LetterPiece {
  return taken(label, from, day ? formatDay(day) : null)
}

/** A paragraph of fixed words and pieces: say`You wrote on ${received}.` */
export function say(words: TemplateStringsArray, ...parts: readonly Part[]): LetterParagraph {
  return { kind: 'text', pieces: written(words, parts) }
}

/** The same as a line of a list. */
export function point(words: TemplateStringsArray, ...parts: readonly Part[]): LetterParagraph {
  return { kind: 'point', pieces: written(words, parts) }
}

/** The same as a heading above what follows. */
export function heading(words: TemplateStringsArray, ...parts: readonly Part[]): LetterParagraph {
  return { kind: 'heading', pieces: written(words, parts) }
}

/** Pieces without a paragraph around them. */
export function line(words: TemplateStringsArray, ...parts: readonly Part[]): LetterPiece[] {
  return written(words, parts)
}

function written(words: TemplateStringsArray, parts: readonly Part[]): LetterPiece[] {
  return words
    .flatMap((text, index) => {
      const part = parts[index]
      const more = part === undefined ? [] : isMany(part) ? part : [part]
      return [text, ...more]
    })
    .filter((piece) => piece !== '')
}

const isMany = (part: Part): part is Pieces => Array.isArray(part)

/** What stands in the letter for a piece: its text, or in brackets what is missing. */
export function textOfPiece(piece: LetterPiece): string {
  if (typeof piece === 'string') return piece
  return piece.text ?? `[${piece.label}]`
}

/** Pieces as one text. */
export function textOfPieces(pieces: Pieces): string {
  return pieces.map(textOfPiece).join('')
}

/** Every piece of a letter in the order in which it is read. */
export function piecesOf(letter: Letter): Pieces {
  const { from, to, greeting, paragraphs, signature } = letter
  return [
    ...from.flat(),
    ...to.flat(),
    ...greeting,
    ...paragraphs.flatMap(({ pieces }) => pieces),
    ...signature.flat(),
  ]
}

/** Something a letter needs, where it is entered, and exactly in which record where that is known. */
export type MissingPiece = { readonly label: string; readonly from: string; readonly source?: LetterSource }

/** What the letter needs and nobody has recorded, each named once. */
export function missingIn(letter: Letter): readonly MissingPiece[] {
  const missing = new Map<string, MissingPiece>()
  for (const piece of piecesOf(letter))
    if (typeof piece !== 'string' && piece.text === null) {
      const { label, from, source } = piece
      missing.set(label, { label, from, ...(source && { source }) })
    }
  return [...missing.values()]
}

/** The letter as plain text, to be copied or kept. */
export function textOfLetter(letter: Letter): string {
  const block = (lines: readonly Pieces[]) => lines.map(textOfPieces).filter(Boolean).join('\n')
  return [
    block(letter.from),
    block(letter.to),
    formatDay(letter.dated),
    ...(letter.reference ? [`Our reference: ${letter.reference}`] : []),
    letter.subject,
    letter.greeting.length > 0 ? `${textOfPieces(letter.greeting)},` : '',
    ...paragraphTexts(letter.paragraphs),
    block(letter.signature),
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** Lines of a list stand close together. */
function paragraphTexts(paragraphs: readonly LetterParagraph[]): readonly string[] {
  const blocks: string[] = []
  let isList = false
  for (const { kind, pieces } of paragraphs) {
    const text = kind === 'point' ? `- ${textOfPieces(pieces)}` : textOfPieces(pieces)
    if (kind === 'point' && isList) blocks[blocks.length - 1] += `\n${text}`
    else blocks.push(text)
    isList = kind === 'point'
  }
  return blocks
}
