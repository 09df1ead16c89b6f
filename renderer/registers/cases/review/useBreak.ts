import { useEffect, useState } from 'react'

const MINUTE_MS = 60_000
/** So long somebody reviews before a break is suggested. */
export const REVIEWED_MINUTES = 50
/** So long without a key or a click is a break. */
const BREAK_MINUTES = 5
const LOOK_EVERY_MS = 10_000

/** Whether somebody has been reviewing for so long that a break is due; closing the notice starts the time anew. */
export function useBreak(): { readonly isDue: boolean; readonly close: () => void } {
  const [isDue, setDue] = useState(false)
  const [round, setRound] = useState(0)
  useEffect(() => {
    let [started, lastActive] = [performance.now(), performance.now()]
    const onActive = () => {
      const now = performance.now()
      if (now - lastActive > BREAK_MINUTES * MINUTE_MS) started = now
      lastActive = now
    }
    const timer = setInterval(() => {
      const now = performance.now()
      const isAway = now - lastActive > BREAK_MINUTES * MINUTE_MS
      setDue(!isAway && now - started >= REVIEWED_MINUTES * MINUTE_MS)
    }, LOOK_EVERY_MS)
    addEventListener('keydown', onActive)
    addEventListener('pointerdown', onActive)
    return () => {
      clearInterval(timer)
      removeEventListener('keydown', onActive)
      removeEventListener('pointerdown', onActive)
    }
  }, [round])
  const close = () => {
    setDue(false)
    setRound(round + 1)
  }
  return { isDue, close }
}
