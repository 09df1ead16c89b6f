import { useId } from 'react'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { BoardCardPart } from './BoardCardPart.tsx'
import type { BoardColumn } from './board-columns.ts'
import classes from './board.module.css'

type BoardColumnProps = { readonly column: BoardColumn; readonly today: PlainDate }

/** One stage: how much is in it, and its requests as a list. */
export function BoardColumnPart({ column, today }: BoardColumnProps) {
  const id = useId()
  const { label, cards, pagesLeft } = column
  return (
    <section className={classes.column} aria-labelledby={id}>
      <h2 id={id}>
        {label} <span className={classes.count}>{cards.length}</span>
      </h2>
      {pagesLeft > 0 && (
        <p className={classes.quiet}>
          {pagesLeft.toLocaleString('en-GB')} {pagesLeft === 1 ? 'page' : 'pages'} left
        </p>
      )}
      <ul className={classes.cards}>
        {cards.map((card) => (
          <BoardCardPart key={card.request} card={card} today={today} />
        ))}
      </ul>
    </section>
  )
}
