import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { RedactionTerm } from '#shared/cases/redaction-term.ts'
import { focusPart } from '../focus-part.ts'
import { foundInWords, TERM_KINDS } from './term-words.ts'
import classes from './terms.module.css'
import type { Terms } from './useTerms.ts'

const ROW_HEIGHT = 30
const AT_ONCE = 15

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: AT_ONCE,
  PageUp: -AT_ONCE,
  Home: -Infinity,
  End: Infinity,
}

/** The saved terms, drawn only while in sight: arrows move, Enter goes to the fields. */
export function TermTable({ terms }: { readonly terms: Terms }) {
  const { shown, term } = terms
  const viewport = useRef<HTMLDivElement>(null)
  const at = shown.findIndex(({ id }) => id === term?.id)
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => shown[index]!.id,
    overscan: 8,
  })
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' })
  }, [virtual, at])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step !== undefined) terms.step(step)
    else if (event.key === 'Enter') focusPart('term')
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={viewport}
      role="grid"
      data-part="list"
      aria-label="Terms"
      aria-rowcount={shown.length + 1}
      aria-activedescendant={term ? `term-${term.id}` : undefined}
      tabIndex={0}
      className={classes.table}
      onKeyDown={onKeyDown}
    >
      <div role="row" className={classes.tableHead} aria-rowindex={1}>
        <span role="columnheader">Looked for</span>
        <span role="columnheader">Kind</span>
        <span role="columnheader">Exemption</span>
        <span role="columnheader">Reason</span>
        <span role="columnheader">Label</span>
        <span role="columnheader">Found</span>
      </div>
      <div role="rowgroup" className={classes.tableBody} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => (
          <TermRow
            key={key}
            term={shown[index]!}
            index={index}
            start={start}
            isCurrent={index === at}
            onGo={() => terms.go(shown[index]!.id)}
          />
        ))}
      </div>
      {shown.length === 0 && !terms.isLoading && <p className={classes.none}>No term is like this.</p>}
    </div>
  )
}

type TermRowProps = {
  readonly term: RedactionTerm
  readonly index: number
  readonly start: number
  readonly isCurrent: boolean
  readonly onGo: () => void
}

function TermRow({ term, index, start, isCurrent, onGo }: TermRowProps) {
  const { id, kind, text, exemption, reason, label } = term
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid handles the keys for its rows
    <div
      id={`term-${id}`}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={isCurrent}
      className={classes.row}
      style={{ transform: `translateY(${start}px)`, height: ROW_HEIGHT }}
      onClick={onGo}
    >
      <span role="gridcell" className={kind === 'pattern' ? classes.pattern : classes.words} title={text}>
        {text}
      </span>
      <span role="gridcell" data-kind={kind} className={classes.kind}>
        {TERM_KINDS[kind]}
      </span>
      <span role="gridcell">{exemption}</span>
      <span role="gridcell" title={reason}>
        {reason}
      </span>
      <span role="gridcell" title={label}>
        {label}
      </span>
      <span role="gridcell" className={classes.found}>
        {kind === 'exclude' && term.hits === null ? '' : foundInWords(term)}
      </span>
    </div>
  )
}
