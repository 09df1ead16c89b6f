import { z } from 'zod'
import { Accepted, type PackKind } from '#shared/cases/pack-plan.ts'
import { fileChecks } from './file-checks.ts'
import { healthChecks } from './health-gate.ts'
import { peopleChecks } from './people-checks.ts'
import type { ReleaseState } from './release-state.ts'
import { redactionChecks } from './redaction-checks.ts'
import { reviewChecks } from './review-checks.ts'

/** Something that stands between a case and its release. */
export const ReleaseCheck = z.object({
  /** Names the check, and what it is about where there may be several. */
  code: z.string(),
  says: z.string(),
  citation: z.string(),
  wayOut: z.string(),
  /** The page of the request where it is put right; empty for the record itself. */
  page: z.enum(['', 'documents', 'review', 'people', 'check', 'search', 'letters']),
  /** Whether a person may accept it with a reason; else it has to be put right. */
  canBeAccepted: z.boolean(),
  accepted: Accepted.nullable(),
})
export type ReleaseCheck = z.infer<typeof ReleaseCheck>

/** A check before anybody accepted it. */
export type RaisedCheck = Omit<ReleaseCheck, 'accepted'>

/**
 * What stands against handing a case over on a day: all of it for the last pack, and what concerns the pages to be
 * released for a part. Accepted checks stay in the list with who accepted them, when and why.
 *
 * @source DPA 2018 Sch 3; UK GDPR Art 12(6), Art 15
 */
export function releaseChecks(
  state: ReleaseState,
  kind: PackKind,
  accepted: readonly Accepted[],
): readonly ReleaseCheck[] {
  const raised = [
    ...healthChecks(state),
    ...peopleChecks(state),
    ...reviewChecks(state, kind),
    ...redactionChecks(state),
    ...fileChecks(state, kind),
  ]
  return raised.map((check) => ({
    ...check,
    accepted:
      (check.canBeAccepted && accepted.find((one) => one.check === check.code && one.says === check.says)) ||
      null,
  }))
}

/** Whether a check still stands in the way. */
export const isOpen = ({ accepted }: ReleaseCheck): boolean => accepted === null
