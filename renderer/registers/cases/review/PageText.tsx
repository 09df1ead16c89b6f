import { memo } from 'react'
import type { Mark } from '#shared/cases/mark.ts'
import type { Page, PageWords, TextState } from '#shared/cases/page.ts'
import { spokenLabel } from '#shared/cases/removal-words.ts'
import { markWords } from '#shared/registers/search/words.ts'
import { labelOfMark, type MarkView } from '../marks/mark-views.ts'
import { markedText, spokenOf, type TextPiece } from '../marks/marked-text.ts'
import classes from './page.module.css'

const WITHOUT: Readonly<Record<TextState, string>> = {
  text: 'This page has no words.',
  none: 'This page has no words.',
  waiting: 'The words of this page are still to be recognised. Recognise them in Documents.',
  recognised: 'No words were recognised on this page.',
  failed: 'The words of this page could not be recognised. Read its picture.',
}

type PageTextProps = {
  readonly page: Page
  readonly marks: readonly Mark[]
  readonly view: MarkView
  readonly words: PageWords | undefined
  /** Whether it stands in the place of the picture; else it is there for those who listen. */
  readonly isShown: boolean
  readonly looked: string
}

/** The text of a page with its marks, and the words looked for; the requester's has labels in place of what is removed. */
export const PageText = memo(function PageText(props: PageTextProps) {
  const { page, marks, view, words, isShown, looked } = props
  if (!words) return null
  const recognised = page.textState === 'recognised' && words.text !== ''
  return (
    <div className={isShown ? classes.text : 'visually-hidden'} data-text-of={page.id}>
      <h3 className={isShown ? classes.textHead : undefined}>
        Text of the page{recognised && ' (recognised from the picture, so it may be wrong)'}
      </h3>
      {words.text === '' ? (
        <p>{WITHOUT[page.textState]}</p>
      ) : (
        <p className={classes.prose}>
          {markedText(words, marks, view).map((piece) => (
            <Piece key={piece.start} piece={piece} view={view} looked={isShown ? looked : ''} />
          ))}
        </p>
      )}
    </div>
  )
})

type PieceProps = { readonly piece: TextPiece; readonly view: MarkView; readonly looked: string }

function Piece({ piece: { text, mark }, view, looked }: PieceProps) {
  if (mark && view === 'requester')
    return (
      <span className={classes.removed} aria-label={spokenLabel(mark.label)} role="img">
        {labelOfMark(mark)}
      </span>
    )
  const found =
    looked === ''
      ? text
      : markWords(text, looked).map((part, index) =>
          // oxlint-disable-next-line react/no-array-index-key -- the pieces of a text have no other name
          part.hit ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
        )
  if (!mark) return found
  return (
    <span className={classes.marked} data-state={mark.state}>
      <span className="visually-hidden"> [{spokenOf(mark)}: </span>
      {found}
      <span className="visually-hidden">] </span>
    </span>
  )
}
