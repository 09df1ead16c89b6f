import type { Letter, LetterPiece, LetterSource } from './letter.schema.ts'

/** A letter in which each fact that names where it is entered also says in which record and revision. */
export function withSources(letter: Letter, sourceOf: (from: string) => LetterSource | undefined): Letter {
  const sourced = (pieces: readonly LetterPiece[]): LetterPiece[] =>
    pieces.map((piece) => {
      if (typeof piece === 'string' || piece.source) return piece
      const source = sourceOf(piece.from)
      return source ? { ...piece, source } : piece
    })
  const { from, to, greeting, paragraphs, signature } = letter
  return {
    ...letter,
    from: from.map(sourced),
    to: to.map(sourced),
    greeting: sourced(greeting),
    paragraphs: paragraphs.map(({ kind, pieces }) => ({ kind, pieces: sourced(pieces) })),
    signature: signature.map(sourced),
  }
}
