import type { Instant } from '#shared/time/instant.ts'

const WHEN = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/London',
})

/** A moment as the start pages write it, without loading the calendar: "22 November 2026 at 14:02". */
export function whenInWords(at: Instant): string {
  return WHEN.format(new Date(at))
}

/** A size in the unit people use for it, 1 MB being a million bytes: "1.3 MB". */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
