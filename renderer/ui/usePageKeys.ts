import { useEffect, useRef } from 'react'
import { isCovered, isTyping } from '#renderer/app/global-keys.ts'

/** Has the keys of a page wherever the focus is, except while text is typed or something lies over the page. */
export function usePageKeys<Key extends { readonly does: string }>(
  keyOf: (event: KeyboardEvent) => Key | null,
  onKey: (key: Key) => void,
): void {
  const latest = useRef({ keyOf, onKey })
  useEffect(() => {
    latest.current = { keyOf, onKey }
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target) || isCovered()) return
      if (event.key === ' ' && pressesSomething(event.target)) return
      const key = latest.current.keyOf(event)
      if (!key || (event.repeat && key.does !== 'next' && key.does !== 'previous')) return
      event.preventDefault()
      latest.current.onKey(key)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}

/** Space presses a button or a box that has the focus, and is no key of the page there. */
const pressesSomething = (target: EventTarget | null) =>
  target instanceof Element && target.closest('button, a, summary, input, select') !== null
