import { RouteLink } from '#renderer/app/routing.tsx'
import type {
  Letter,
  LetterParagraph,
  LetterPiece,
  LetterSource,
} from '#shared/registers/letters/letter.schema.ts'
import { textOfPieces } from '#shared/registers/letters/letter-words.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import classes from './letter-sheet.module.css'

/** A piece that was taken from a record. */
type Fact = Exclude<LetterPiece, string>

type LetterSheetProps = {
  readonly letter: Letter
  /** What it is called for who does not see it. */
  readonly label?: string
  /** Where a fact of it comes from, in words. */
  readonly wordsOf: (from: string, source?: LetterSource) => string
  /** Where a fact of it is entered; facts lead there where this is given. */
  readonly hrefOf?: (fact: Fact) => string | null
}

/** A letter as it will read; what was taken from a record is underlined, what is missing stands in brackets. */
export function LetterSheet({ letter, label = 'The letter', wordsOf, hrefOf }: LetterSheetProps) {
  const { from, to, dated, reference, subject, greeting, paragraphs, signature } = letter
  const sources = { wordsOf, hrefOf }
  const lines = (block: Letter['from']) =>
    block
      .filter((pieces) => textOfPieces(pieces) !== '')
      .map((pieces) => (
        <div key={textOfPieces(pieces)}>
          <Pieces pieces={pieces} sources={sources} />
        </div>
      ))
  return (
    <article className={classes.sheet} aria-label={label} lang="en-GB" data-large={letter.large || undefined}>
      <div className={classes.sender}>{lines(from)}</div>
      <div className={classes.addressee}>{lines(to)}</div>
      <p className={classes.small}>
        {formatDay(dated)}
        {reference && (
          <>
            <br />
            Our reference: {reference}
          </>
        )}
      </p>
      <p className={classes.subject}>
        <strong>{subject}</strong>
      </p>
      {greeting.length > 0 && (
        <p>
          <Pieces pieces={greeting} sources={sources} />,
        </p>
      )}
      {blocksOf(paragraphs).map((block, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- paragraphs of a letter have no name but their place
        <Block key={index} block={block} sources={sources} />
      ))}
      <div className={classes.signature}>{lines(signature)}</div>
    </article>
  )
}

type Sources = Pick<LetterSheetProps, 'wordsOf'> & { readonly hrefOf: LetterSheetProps['hrefOf'] | undefined }
type BlockOf = { readonly kind: LetterParagraph['kind']; readonly points: LetterParagraph[] }
type BlockProps = { readonly block: BlockOf; readonly sources: Sources }

function Block({ block: { kind, points }, sources }: BlockProps) {
  if (kind === 'point')
    return (
      <ul>
        {points.map(({ pieces }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines of a list have no name but their place
          <li key={index}>
            <Pieces pieces={pieces} sources={sources} />
          </li>
        ))}
      </ul>
    )
  const words = <Pieces pieces={points[0]!.pieces} sources={sources} />
  return kind === 'heading' ? <h4>{words}</h4> : <p>{words}</p>
}

type PiecesProps = { readonly pieces: readonly LetterPiece[]; readonly sources: Sources }

function Pieces({ pieces, sources: { wordsOf, hrefOf } }: PiecesProps) {
  return pieces.map((piece, index) => {
    if (typeof piece === 'string') return piece
    const text = piece.text ?? `[${piece.label}]`
    const href = hrefOf?.(piece)
    return (
      <mark
        // oxlint-disable-next-line react/no-array-index-key -- pieces of a sentence have no name but their place
        key={index}
        data-missing={piece.text === null || undefined}
        title={`${piece.label}: from ${wordsOf(piece.from, piece.source)}`}
      >
        {href ? <RouteLink href={href}>{text}</RouteLink> : text}
      </mark>
    )
  })
}

/** Points that follow one another are one list. */
function blocksOf(paragraphs: readonly LetterParagraph[]): readonly BlockOf[] {
  const blocks: BlockOf[] = []
  for (const paragraph of paragraphs) {
    const last = blocks.at(-1)
    if (paragraph.kind === 'point' && last?.kind === 'point') last.points.push(paragraph)
    else blocks.push({ kind: paragraph.kind, points: [paragraph] })
  }
  return blocks
}
