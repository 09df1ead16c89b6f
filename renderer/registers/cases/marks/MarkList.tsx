import { memo, useEffect, useRef } from 'react'
import type { Mark } from '#shared/cases/mark.ts'
import type { PageWords } from '#shared/cases/page.ts'
import { fillOf } from './MarkPatterns.tsx'
import { inOrder } from './mark-order.ts'
import { labelOfMark, markInWords, STATE_WORDS } from './mark-views.ts'
import classes from './pane.module.css'
import { wordsUnder } from './word-steps.ts'

type MarkListProps = {
  readonly marks: readonly Mark[]
  readonly words: PageWords | undefined
  readonly current: number | null
  readonly onSelect: (mark: number) => void
}

/** The marks of a page in the order of reading; a page with hundreds draws only those anew that changed. */
export const MarkList = memo(function MarkList({ marks, words, current, onSelect }: MarkListProps) {
  return (
    <ul className={classes.list} aria-label="Marks of the page">
      {inOrder(marks).map((mark) => (
        <Row key={mark.id} mark={mark} words={words} isCurrent={mark.id === current} onSelect={onSelect} />
      ))}
    </ul>
  )
})

type RowProps = Omit<MarkListProps, 'marks' | 'current'> & {
  readonly mark: Mark
  readonly isCurrent: boolean
}

const Row = memo(function Row({ mark, words, isCurrent, onSelect }: RowProps) {
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const { state, exemption, label, reason } = mark
  return (
    <li ref={row}>
      <button
        type="button"
        aria-current={isCurrent || undefined}
        title={markInWords(mark)}
        onClick={() => onSelect(mark.id)}
      >
        <svg width={14} height={14} className={classes.swatch} data-state={state} aria-hidden>
          <rect x={1} y={1} width={12} height={12} fill={fillOf(state, exemption)} />
        </svg>
        <span className={classes.what}>
          <span>{words ? wordsUnder(words, mark.shape) : labelOfMark(mark)}</span>
          <span className={classes.quiet}>
            {STATE_WORDS[state]} · {state === 'rejected' ? reason : exemption || 'no reason yet'}
            {label !== '' && ` · ${label}`}
          </span>
        </span>
      </button>
    </li>
  )
})
