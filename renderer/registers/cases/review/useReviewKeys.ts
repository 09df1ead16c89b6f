import { useEffect, useRef } from 'react'
import { isCovered, isTyping } from '#renderer/app/global-keys.ts'
import { type MarkKey, markKeyOf, needsThePage } from '../marks/mark-keys.ts'
import { type ReviewKey, reviewKeyOf } from './review-keys.ts'

type OnKeys = {
  readonly onKey: (key: ReviewKey) => void
  /** Whether the key did something; else it is left to whatever has the focus. */
  readonly onMarkKey: (key: MarkKey) => boolean
}

/** Has the keys of review work wherever the focus is, except while text is typed or something lies over the page. */
export function useReviewKeys(onKeys: OnKeys): void {
  const latest = useRef(onKeys)
  useEffect(() => {
    latest.current = onKeys
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target) || isCovered()) return
      const key = reviewKeyOf(event)
      if (key) {
        if (event.repeat && !REPEATS.has(key.does)) return
        event.preventDefault()
        return latest.current.onKey(key)
      }
      const mark = markKeyOf(event)
      if (!mark || (event.repeat && !REPEATS.has(mark.does))) return
      if (needsThePage(mark) && !isOnPage(event.target)) return
      if (latest.current.onMarkKey(mark)) event.preventDefault()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}

/** What goes on while a key is held down; decisions are made one press at a time. */
const REPEATS: ReadonlySet<(ReviewKey | MarkKey)['does']> = new Set<(ReviewKey | MarkKey)['does']>([
  'next',
  'previous',
  'nextDocument',
  'previousDocument',
  'nextHit',
  'previousHit',
  'move',
])

/** Whether a key is pressed on the page itself, or nowhere in particular. */
const isOnPage = (target: EventTarget | null) =>
  target === document.body || (target instanceof HTMLElement && target.dataset['part'] === 'page')
