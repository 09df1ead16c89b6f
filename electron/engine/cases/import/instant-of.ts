import { Instant } from '#shared/time/instant.ts'

/** The moment that a mail program wrote down, in any of the forms they use; null where it is none. */
export function instantOf(text: string): Instant | null {
  // A moment without its zone could be any of many, and a day by itself is none.
  if (!/\d:\d\d.*(?:Z|[+-]\d{2}:?\d{2}|GMT|UTC?)\b/u.test(text)) return null
  const moment = new Date(text).getTime()
  if (Number.isNaN(moment)) return null
  return Instant.safeParse(new Date(moment).toISOString()).data ?? null
}
