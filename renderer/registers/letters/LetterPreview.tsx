import type { LetterRegister } from '#shared/registers/letters/letter.contract.ts'
import type { Letter, LetterParagraph, LetterPiece } from '#shared/registers/letters/letter.schema.ts'
import { textOfPieces } from '#shared/registers/letters/letter-words.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { wordsOfSource } from './field-href.ts'
import classes from './letters.module.css'

type LetterPreviewProps = {
  readonly letter: Letter
  readonly register: LetterRegister
}

/** The letter as it will read; what was taken from a record is underlined, what is missing stands in brackets. */
export function LetterPreview({ letter, register }: LetterPreviewProps) {
  const { from, to, dated, reference, subject, greeting, paragraphs, signature } = letter
  const lines = (block: Letter['from']) =>
    block
      .filter((pieces) => textOfPieces(pieces) !== '')
      .map((pieces) => (
        <div key={textOfPieces(pieces)}>
          <Pieces pieces={pieces} register={register} />
        </div>
      ))
  return (
    <article className={classes.sheet} aria-label="The letter" lang="en-GB">
      <div className={classes.sender}>{lines(from)}</div>
      <div className={classes.addressee}>{lines(to)}</div>
      <p>
        {formatDay(dated)}
        {reference && (
          <>
            <br />
            Our reference: {reference}
          </>
        )}
      </p>
      <p>
        <strong>{subject}</strong>
      </p>
      <p>
        <Pieces pieces={greeting} register={register} />,
      </p>
      {blocksOf(paragraphs).map((block, index) =>
        block.kind === 'text' ? (
          // oxlint-disable-next-line react/no-array-index-key -- paragraphs of a letter have no name but their place
          <p key={index}>
            <Pieces pieces={block.points[0]!.pieces} register={register} />
          </p>
        ) : (
          // oxlint-disable-next-line react/no-array-index-key -- paragraphs of a letter have no name but their place
          <ul key={index}>
            {block.points.map((point) => (
              <li key={textOfPieces(point.pieces)}>
                <Pieces pieces={point.pieces} register={register} />
              </li>
            ))}
          </ul>
        ),
      )}
      <div className={classes.signature}>{lines(signature)}</div>
    </article>
  )
}

type PiecesProps = { readonly pieces: readonly LetterPiece[]; readonly register: LetterRegister }

function Pieces({ pieces, register }: PiecesProps) {
  return pieces.map((piece, index) => {
    if (typeof piece === 'string') return piece
    return (
      <mark
        // oxlint-disable-next-line react/no-array-index-key -- pieces of a sentence have no name but their place
        key={index}
        data-missing={piece.text === null || undefined}
        title={`${piece.label}: from ${wordsOfSource(register, piece.from)}`}
      >
        {piece.text ?? `[${piece.label}]`}
      </mark>
    )
  })
}

type Block = { readonly kind: LetterParagraph['kind']; readonly points: LetterParagraph[] }

/** Points that follow one another are one list. */
function blocksOf(paragraphs: readonly LetterParagraph[]): readonly Block[] {
  const blocks: Block[] = []
  for (const paragraph of paragraphs) {
    const last = blocks.at(-1)
    if (paragraph.kind === 'point' && last?.kind === 'point') last.points.push(paragraph)
    else blocks.push({ kind: paragraph.kind, points: [paragraph] })
  }
  return blocks
}
