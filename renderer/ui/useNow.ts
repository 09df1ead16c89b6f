import { useEffect, useState } from 'react'
import { Instant } from '#shared/time/instant.ts'
import { type PlainDate, ukDayOf } from '#shared/time/plain-date.ts'

/** The current moment, for what is not drawn from time: "saved 14:02". */
export function readNow(): Instant {
  return Instant.parse(new Date().toISOString())
}

/** The current moment, read again every minute. */
export function useNow(): Instant {
  const [now, setNow] = useState(readNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(readNow()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** The day it is in the United Kingdom. */
export function useToday(): PlainDate {
  return ukDayOf(useNow())
}
