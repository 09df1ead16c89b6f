import { findCode, labelOf } from '../code-list.ts'
import type { Exemption } from './exemption.ts'
import { REQUEST_GROUNDS } from './request-grounds.ts'
import { SCHEDULE_2_EXEMPTIONS } from './schedule-2.ts'
import { SCHEDULE_3_AND_4_EXEMPTIONS } from './schedules-3-and-4.ts'

/** Every ground for withholding, redacting, delaying or limiting the answer to a request, by short code. */
export const EXEMPTIONS: readonly Exemption[] = [
  ...SCHEDULE_2_EXEMPTIONS,
  ...SCHEDULE_3_AND_4_EXEMPTIONS,
  ...REQUEST_GROUNDS,
]

/** The ground with a code, or `undefined` when there is none. */
export function findExemption(code: string): Exemption | undefined {
  return findCode(EXEMPTIONS, code)
}

/** What to show for a ground; the code itself when it is unknown. */
export function exemptionLabel(code: string): string {
  return labelOf(EXEMPTIONS, code)
}
