import { NOTIFY_WITHIN_HOURS } from '#shared/law/clocks/breach.ts'
import { Instant } from '#shared/time/instant.ts'
import type { BreachCase, CaseEvent } from './cases/case.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

/** When a drill began, and how much of its time was skipped. */
export type DrillTime = { readonly startedAt: Instant; readonly jumpedHours: number }

/** Milliseconds that have passed in the drill at a moment. */
function passedIn({ startedAt, jumpedHours }: DrillTime, now: Instant): number {
  return Math.max(0, Date.parse(now) - Date.parse(startedAt)) + jumpedHours * HOUR_MS
}

/** When the 72 hours of a drill end: jumping ahead brings the end nearer. @source UK GDPR Art 33(1) */
export function drillEndsAt({ startedAt, jumpedHours }: DrillTime): Instant {
  const end = Date.parse(startedAt) + (NOTIFY_WITHIN_HOURS - jumpedHours) * HOUR_MS
  return Instant.parse(new Date(end).toISOString())
}

/** What is left of the 72 hours, "71:59:48", or how long they are over, "over by 1:02:03". */
export function leftInDrill(
  time: DrillTime,
  now: Instant,
): { readonly isOver: boolean; readonly text: string } {
  const left = NOTIFY_WITHIN_HOURS * HOUR_MS - passedIn(time, now)
  const clock = clockText(Math.abs(left))
  return left >= 0 ? { isOver: false, text: clock } : { isOver: true, text: `over by ${clock}` }
}

/** What has come in by a moment, the latest last. */
export function eventsBy(one: BreachCase, time: DrillTime, now: Instant): readonly CaseEvent[] {
  const passed = passedIn(time, now)
  return one.events.filter(({ afterHours }) => afterHours * HOUR_MS <= passed)
}

/** How long the person took, and what the clock of the drill showed: "4 minutes (24 hours after becoming aware)". */
export function timeTakenText(time: DrillTime, decidedAt: Instant): string {
  const minutes = Math.round((Date.parse(decidedAt) - Date.parse(time.startedAt)) / MINUTE_MS)
  const taken = minutes < 1 ? 'less than a minute' : minutes === 1 ? '1 minute' : `${minutes} minutes`
  if (time.jumpedHours === 0) return taken
  const hours = Math.floor(passedIn(time, decidedAt) / HOUR_MS)
  return `${taken}; by the clock of the drill ${hours} hours after becoming aware`
}

/** Whether the 72 hours were over: a report after them gives the reasons for the delay. @source UK GDPR Art 33(1) */
export function isDrillLate(time: DrillTime, at: Instant): boolean {
  return passedIn(time, at) > NOTIFY_WITHIN_HOURS * HOUR_MS
}

function clockText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
