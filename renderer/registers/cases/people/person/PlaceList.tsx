import { Button } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { PlaceRow } from './PlaceRow.tsx'
import classes from './places.module.css'
import type { Place, usePlaces } from './usePlaces.ts'

const ROW_HEIGHT = 50
const AT_ONCE = 8

type PlaceListProps = {
  readonly name: string
  readonly places: ReturnType<typeof usePlaces>
  readonly canEdit: boolean
  readonly onOpen: (place: Place) => void
  /** Makes a place an exception, or ends one. */
  readonly onTurn: (place: Place) => void
}

/** Places one under the other, drawn only while in sight: arrows move, Enter opens the page, X lets stay. */
export function PlaceList({ name, places, canEdit, onOpen, onTurn }: PlaceListProps) {
  const { total, placeAt, want } = places
  const viewport = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const at = Math.min(active, Math.max(0, total - 1))
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => viewport.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  })
  const rows = virtual.getVirtualItems()
  const [first, last] = [rows[0]?.index ?? 0, rows.at(-1)?.index ?? 0]
  useEffect(() => want(first, last), [want, first, last])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const place = placeAt(at)
    const to = indexAfter(event.key, at, total)
    if (to !== null) {
      setActive(to)
      virtual.scrollToIndex(to)
    } else if (event.key === 'Enter' && place) onOpen(place)
    else if (event.key.toLowerCase() === 'x' && place) onTurn(place)
    else if (event.key === 'Escape') document.querySelector<HTMLElement>('[data-part="list"]')?.focus()
    else return
    event.preventDefault()
  }
  const place = placeAt(at)
  return (
    <>
      <div
        ref={viewport}
        role="listbox"
        data-part="places"
        aria-label={`Places that name ${name}`}
        aria-activedescendant={total > 0 ? `place-${at}` : undefined}
        tabIndex={0}
        className={classes.rows}
        onKeyDown={onKeyDown}
      >
        <div style={{ height: virtual.getTotalSize() }} role="presentation">
          {rows.map(({ index, start }) => (
            <PlaceRow
              key={index}
              index={index}
              of={total}
              start={start}
              height={ROW_HEIGHT}
              isActive={index === at}
              place={placeAt(index)}
              onGo={() => setActive(index)}
              onOpen={onOpen}
            />
          ))}
        </div>
      </div>
      <div className={classes.buttons}>
        <Button variant="default" disabled={!place} onClick={() => place && onOpen(place)}>
          Open the page <kbd>Enter</kbd>
        </Button>
        <Button variant="default" disabled={!place || !canEdit} onClick={() => place && onTurn(place)}>
          {place?.mark?.state === 'rejected' ? 'End the exception' : 'Let it stay here…'} <kbd>X</kbd>
        </Button>
      </div>
    </>
  )
}

function indexAfter(key: string, active: number, count: number): number | null {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    j: active + 1,
    ArrowUp: active - 1,
    k: active - 1,
    PageDown: active + AT_ONCE,
    PageUp: active - AT_ONCE,
    Home: 0,
    End: count - 1,
  }
  const next = moves[key]
  return next === undefined || count === 0 ? null : Math.max(0, Math.min(count - 1, next))
}
