import { useEffect } from 'react'
import { call } from '#renderer/api/engine.ts'

const EVERY_MS = 15_000

/** Tells the engine that somebody is at the keyboard, at most four times a minute. */
export function useKeepAwake(): void {
  useEffect(() => {
    let isResting = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      if (isResting) return
      isResting = true
      timer = setTimeout(() => (isResting = false), EVERY_MS)
      void call('registerFile.keepAwake', {}).catch(() => undefined)
    }
    const events = ['keydown', 'pointerdown', 'wheel'] as const
    events.forEach((name) => addEventListener(name, tell, { passive: true, capture: true }))
    return () => {
      clearTimeout(timer)
      events.forEach((name) => removeEventListener(name, tell, { capture: true }))
    }
  }, [])
}
