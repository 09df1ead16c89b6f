import { type PointerEvent, useRef } from 'react'
import type { Page } from '#shared/cases/page.ts'
import { boxBetween } from './drawn-box.ts'
import { markAt } from './mark-order.ts'
import { selectMark } from './places.ts'
import type { PageMarking } from './useMarking.ts'
import { type Point, wordAt } from './word-steps.ts'

/** So far the hand may shake while it clicks, in points. */
const CLICK = 2

/** The mouse on a page: a drag selects words, or draws a box where one was begun; a click chooses a mark or a word. */
export function usePointer({ store, place }: PageMarking, page: Page) {
  const began = useRef<Point | null>(null)

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || !place || isButton(event.target)) return
    event.currentTarget.setPointerCapture(event.pointerId)
    began.current = pointOf(event, page)
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const from = began.current
    if (!from || !place) return
    const to = pointOf(event, page)
    if (isClick(from, to)) return
    if (store.get().box) {
      const box = boxBetween(from, to, page)
      if (box) store.change(page.id, { box })
      return
    }
    const [anchor, cursor] = [wordAt(place.words, from), wordAt(place.words, to)]
    store.change(page.id, { anchor, cursor, current: null, asked: null })
  }
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    const from = began.current
    began.current = null
    if (!from || !place || !isClick(from, pointOf(event, page)) || store.get().box) return
    const mark = markAt(place.shown.marks, from)
    if (mark) selectMark(place, mark)
    else
      store.change(page.id, { cursor: wordAt(place.words, from), anchor: null, current: null, asked: null })
  }
  return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: () => void (began.current = null) }
}

function pointOf(event: PointerEvent<HTMLElement>, { width, height }: Page): Point {
  const { left, top, width: across, height: down } = event.currentTarget.getBoundingClientRect()
  return { x: ((event.clientX - left) / across) * width, y: ((event.clientY - top) / down) * height }
}

const isClick = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y) <= CLICK
const isButton = (target: EventTarget) => target instanceof Element && target.closest('button') !== null
