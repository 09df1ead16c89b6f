import { IconAlertTriangle, IconArrowBackUp, IconCheck, IconCircleDashed } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { STANDINGS, type Standing, standingOf } from './check-words.ts'
import classes from './check.module.css'
import type { Checking } from './useChecking.ts'

const ROW_HEIGHT = 32
const AT_ONCE = 10

/** The pages of the check in the order of reading, and how each stands; drawn only while in sight. */
export function CheckList({ checking }: { readonly checking: Checking }) {
  const { pages, index: current, goTo } = checking
  const viewport = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: pages.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  })
  useEffect(() => {
    if (current < pages.length) virtual.scrollToIndex(current, { align: 'auto' })
  }, [virtual, current, pages.length])
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + AT_ONCE,
      PageUp: current - AT_ONCE,
      Home: 0,
      End: pages.length - 1,
    }
    const to = moves[event.key]
    if (to === undefined) return
    event.preventDefault()
    goTo(pages[Math.min(pages.length - 1, Math.max(0, to))])
  }
  const here = pages[current]
  return (
    <div
      ref={viewport}
      role="listbox"
      aria-label="Pages of the check"
      aria-activedescendant={here && `checked-${here.page}`}
      tabIndex={0}
      className={classes.list}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: virtual.getTotalSize() }} role="presentation">
        {virtual.getVirtualItems().map(({ index, start }) => {
          const one = pages[index]!
          const standing = standingOf(one)
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list handles the keys for its rows
            <div
              key={one.page}
              id={`checked-${one.page}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              aria-posinset={index + 1}
              aria-setsize={pages.length}
              className={classes.row}
              style={{ transform: `translateY(${start}px)`, height: ROW_HEIGHT }}
              onClick={() => goTo(one)}
            >
              <span>Page {one.place.toLocaleString('en-GB')}</span>
              <StandingMark standing={standing} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

const ICONS = {
  toDo: IconCircleDashed,
  agreed: IconCheck,
  returned: IconArrowBackUp,
  stale: IconAlertTriangle,
}

/** How a page stands, as a sign with its word. */
export function StandingMark({ standing }: { readonly standing: Standing }) {
  const Icon = ICONS[standing]
  return (
    <span className={classes.standing} data-standing={standing}>
      <Icon size={14} aria-hidden /> {STANDINGS[standing]}
    </span>
  )
}
