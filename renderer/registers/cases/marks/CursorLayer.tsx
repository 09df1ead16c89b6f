import { useEffect, useRef } from 'react'
import { useStore } from '#renderer/api/store.ts'
import type { Box } from '#shared/cases/mark.ts'
import type { Page } from '#shared/cases/page.ts'
import classes from './layer.module.css'
import type { PageMarking } from './useMarking.ts'
import { selectedShape } from './word-steps.ts'

type CursorLayerProps = { readonly marking: PageMarking; readonly page: Page }

/** Where somebody is on the page: the current mark, the word, what is selected, the box being drawn. */
export function CursorLayer({ marking, page }: CursorLayerProps) {
  const { store, place, onKey } = marking
  const { page: at, current, cursor, anchor, box } = useStore(store)
  const focus = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // A page that was just come to is shown from its top first.
    const frame = requestAnimationFrame(() =>
      focus.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    )
    return () => cancelAnimationFrame(frame)
  }, [page.id, current, cursor, box])
  if (at !== page.id || !place) return null

  const mark = place.shown.marks.find(({ id }) => id === current)
  const word = cursor === null ? undefined : place.words[cursor]
  const selected = cursor === null || anchor === null ? null : selectedShape(place.words, anchor, cursor)
  const lines = selected?.kind === 'text' ? selected.boxes : []
  const outlined =
    mark?.shape.kind === 'page'
      ? [{ left: 0, top: 0, right: page.width, bottom: page.height }]
      : (mark?.shape.boxes ?? [])
  const end = box ?? lines.at(-1)
  return (
    <div className={classes.cursors} aria-hidden>
      {outlined.map((one) => (
        <div key={`${one.left} ${one.top}`} className={classes.current} style={styleOf(one, page)} />
      ))}
      {lines.map((one) => (
        <div key={`${one.left} ${one.top}`} className={classes.selected} style={styleOf(one, page)} />
      ))}
      {word && !box && <div ref={focus} className={classes.cursor} style={styleOf(word, page)} />}
      {box && <div ref={focus} className={classes.drawn} style={styleOf(box, page)} />}
      {!word && !box && outlined[0] && <div ref={focus} style={styleOf(outlined[0], page)} />}
      {end && (
        <button
          type="button"
          tabIndex={-1}
          className={classes.markThis}
          style={{ left: `${(100 * end.left) / page.width}%`, top: `${(100 * end.bottom) / page.height}%` }}
          title="Mark it (Enter)"
          onPointerDown={(event) => {
            // The page keeps the focus, and nothing else is selected by this.
            event.preventDefault()
            event.stopPropagation()
          }}
          onClick={() => onKey({ does: 'mark' })}
        >
          Mark <kbd>Enter</kbd>
          {box && (
            <>
              <kbd>← ↑ ↓ →</kbd> move, with <kbd>Shift</kbd> size
            </>
          )}
        </button>
      )}
    </div>
  )
}

const styleOf = ({ left, top, right, bottom }: Box, { width, height }: Page) => ({
  left: `${(100 * left) / width}%`,
  top: `${(100 * top) / height}%`,
  width: `${(100 * (right - left)) / width}%`,
  height: `${(100 * (bottom - top)) / height}%`,
})
