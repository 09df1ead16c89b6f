import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react'
import { createStore, useStore } from '#renderer/api/store.ts'
import classes from './SplitView.module.css'

/** The left part's share of the width in percent, remembered for the session. */
const shareStore = createStore(46)
const LEAST = 22
const MOST = 78

type SplitViewProps = { readonly left: ReactNode; readonly right: ReactNode | null; readonly label: string }

/** Two parts side by side with a line between that pointer and arrow keys move; one part alone has all the room. */
export function SplitView({ left, right, label }: SplitViewProps) {
  const share = useStore(shareStore)
  const frame = useRef<HTMLDivElement>(null)

  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !frame.current) return
    const { left: start, width } = frame.current.getBoundingClientRect()
    shareStore.set(clamp((100 * (event.clientX - start)) / width))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = shareAfterKey(share, event.key)
    if (next === null) return
    event.preventDefault()
    shareStore.set(next)
  }

  return (
    <div
      ref={frame}
      className={classes.split}
      style={{
        gridTemplateColumns: right
          ? `minmax(0, ${share}fr) 5px minmax(0, ${100 - share}fr)`
          : 'minmax(0, 1fr)',
      }}
    >
      {left}
      {right && (
        <>
          <div
            role="separator"
            aria-label={label}
            aria-orientation="vertical"
            aria-valuenow={Math.round(share)}
            aria-valuemin={LEAST}
            aria-valuemax={MOST}
            tabIndex={0}
            className={classes.line}
            onKeyDown={onKeyDown}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={drag}
          />
          {right}
        </>
      )}
    </div>
  )
}

/** Where an arrow key puts the line; null for other keys. */
export function shareAfterKey(share: number, key: string): number | null {
  if (key === 'ArrowLeft') return clamp(share - 2)
  if (key === 'ArrowRight') return clamp(share + 2)
  if (key === 'Home') return LEAST
  if (key === 'End') return MOST
  return null
}

function clamp(share: number): number {
  return Math.max(LEAST, Math.min(MOST, share))
}
