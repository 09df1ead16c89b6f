import { useEffect, useRef, useState } from 'react'

const PAUSE_MS = 800

/**
 * What is being typed into a field, handed on when the person leaves it or
 * pauses. A change from elsewhere (undo, another window) replaces the text
 * unless something is being typed.
 */
export function useDraft(stored: string, commit: (text: string) => void, pauseMs = PAUSE_MS) {
  const [text, setText] = useState(stored)
  const [known, setKnown] = useState(stored)
  if (stored !== known) {
    setKnown(stored)
    if (text === known) setText(stored)
  }
  const latest = useRef({ text, stored, commit })
  useEffect(() => {
    latest.current = { text, stored, commit }
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const flush = () => {
    clearTimeout(timer.current)
    const { text: typed, stored: saved, commit: handOn } = latest.current
    if (typed !== saved) handOn(typed)
  }
  useEffect(() => flush, [])

  return {
    text,
    type: (next: string) => {
      setText(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(flush, pauseMs)
    },
    flush,
  }
}
