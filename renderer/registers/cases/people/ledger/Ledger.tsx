import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import classes from './ledger.module.css'
import { LedgerRow } from './LedgerRow.tsx'
import type { People } from './usePeople.ts'

const ROW_HEIGHT = 44
const AT_ONCE = 10

/** Everybody in the documents, those who are in most of the case first; drawn only while in sight. */
export function Ledger({ people, onOpen }: { readonly people: People; readonly onOpen: () => void }) {
  const { lines, line, selected, go } = people
  const viewport = useRef<HTMLDivElement>(null)
  const current = lines.findIndex(({ id }) => id === line?.id)
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => lines[index]!.id,
    overscan: 8,
  })
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current, { align: 'auto' })
  }, [virtual, current])

  const onKeyDown = (event: KeyboardEvent) => {
    const to = indexAfter(event.key, current, lines.length)
    if (to !== null) go(lines[to]?.id ?? null)
    else if (event.key === 'Enter') onOpen()
    else if (event.key === 'Escape') people.selectNobody()
    else return
    event.preventDefault()
  }
  const marked = new Set(selected.map(({ id }) => id))
  return (
    <div
      ref={viewport}
      role="listbox"
      data-part="list"
      aria-label="People"
      aria-multiselectable
      aria-activedescendant={current >= 0 ? `person-${lines[current]!.id}` : undefined}
      tabIndex={0}
      className={classes.rows}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: virtual.getTotalSize() }} role="presentation">
        {virtual.getVirtualItems().map(({ index, start, key }) => (
          <LedgerRow
            key={key}
            line={lines[index]!}
            place={index + 1}
            of={lines.length}
            start={start}
            height={ROW_HEIGHT}
            isCurrent={index === current}
            isSelected={marked.has(lines[index]!.id)}
            onGo={() => go(lines[index]!.id)}
            onToggle={() => people.toggle(lines[index]!.id)}
          />
        ))}
      </div>
    </div>
  )
}

function indexAfter(key: string, current: number, count: number): number | null {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    PageDown: current + AT_ONCE,
    PageUp: current - AT_ONCE,
    Home: 0,
    End: count - 1,
  }
  const next = moves[key]
  return next === undefined || count === 0 ? null : Math.max(0, Math.min(count - 1, next))
}
