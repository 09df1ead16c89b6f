import { useEffect, useRef } from 'react'
import { isTyping } from '#renderer/app/global-keys.ts'
import { type ReviewKey, reviewKeyOf } from './review-keys.ts'

/** Has the keys of review work wherever the focus is, except while text is typed or something lies over the page. */
export function useReviewKeys(onKey: (key: ReviewKey) => void): void {
  const latest = useRef(onKey)
  useEffect(() => {
    latest.current = onKey
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target) || isCovered()) return
      const key = reviewKeyOf(event)
      if (!key || (event.repeat && !REPEATS.has(key.does))) return
      event.preventDefault()
      latest.current(key)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}

/** What goes on while a key is held down; decisions are made one press at a time. */
const REPEATS: ReadonlySet<ReviewKey['does']> = new Set([
  'next',
  'previous',
  'nextDocument',
  'previousDocument',
  'nextHit',
  'previousHit',
])

const isCovered = () => document.querySelector('[role="dialog"], [role="menu"]') !== null
