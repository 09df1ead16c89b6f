import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react'
import { createStore, useStore } from '#renderer/api/store.ts'
import { clampShare, LEAST, MOST, shareAfterKey } from './split-share.ts'
import classes from './SplitView.module.css'

/** The left part's share of the width in percent, remembered for the session. */
const shareStore = createStore(46)

type SplitViewProps = {
  /** Stands aside where it is false. */
  readonly left: ReactNode
  readonly right: ReactNode | null
  readonly label: string
}

/** Two parts side by side with a line between that pointer and arrow keys move; one part alone has all the room. */
export function SplitView({ left, right, label }: SplitViewProps) {
  const share = useStore(shareStore)
  const areBoth = Boolean(left) && Boolean(right)
  const frame = useRef<HTMLDivElement>(null)

  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !frame.current) return
    const { left: start, width } = frame.current.getBoundingClientRect()
    shareStore.set(clampShare((100 * (event.clientX - start)) / width))
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
      data-both={areBoth || undefined}
      style={{
        gridTemplateColumns: areBoth
          ? `minmax(0, ${share}fr) 5px minmax(0, ${100 - share}fr)`
          : 'minmax(0, 1fr)',
      }}
    >
      {left}
      {right && (
        <>
          {areBoth && (
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
          )}
          {right}
        </>
      )}
    </div>
  )
}
