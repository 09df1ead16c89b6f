import { useEffect, useState } from 'react'
import { Instant } from '#shared/time/instant.ts'
import { type PlainDate, ukDayOf } from '#shared/time/plain-date.ts'

/** The current moment, for what is not drawn from time: "saved 14:02". */
export function readNow(): Instant {
  return Instant.parse(new Date().toISOString())
}

/** The current moment, read again every minute. */
export function useNow(): Instant {
  return useNowEvery(60_000)
}

/** The current moment, read again every second, so that a minute is over when it is over. */
export function useSecond(): Instant {
  return useNowEvery(1000)
}

function useNowEvery(milliseconds: number): Instant {
  const [now, setNow] = useState(readNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(readNow()), milliseconds)
    return () => clearInterval(timer)
  }, [milliseconds])
  return now
}

/** The day it is in the United Kingdom. */
export function useToday(): PlainDate {
  return ukDayOf(useNow())
}
