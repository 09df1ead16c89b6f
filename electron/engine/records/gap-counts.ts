import type { Gap } from '#shared/law/gaps/gap.ts'
import { openGaps } from '#shared/law/gaps/rules.ts'

/** How many gaps of each weight stand open: the columns that lists show and filter by. */
export function gapCounts(gaps: readonly Gap[]) {
  const open = openGaps(gaps)
  const count = (severity: Gap['severity']) => open.filter((gap) => gap.severity === severity).length
  return { errors: count('error'), warnings: count('warning'), notes: count('note') }
}
