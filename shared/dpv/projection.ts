import type { RegisterContent, Stamp } from '#shared/records/register-content.ts'
import { inRecordOrder } from '#shared/registers/reports/directory.ts'
import type { KindName } from './kinds.ts'
import { activityRecords } from './project-activities.ts'
import { libraryRecords, registerRecord } from './project-library.ts'
import { otherRecords } from './project-registers.ts'
import type { DpvRecord } from './record.ts'
import { scopeOf } from './scope.ts'

/** What of a register the Data Privacy Vocabulary export covers. */
export type DpvProjection = {
  readonly registerId: string
  /** In the order of their names. */
  readonly records: readonly DpvRecord[]
}

/**
 * The things of an export one after another, the register first: library, activities by reference, other records. What
 * is not named in the kinds stays out, above all whatever is about people whose data is used.
 */
export function* dpvRecords(content: RegisterContent, stamp: Stamp): Generator<DpvRecord> {
  const scope = scopeOf(content)
  yield registerRecord(stamp)
  yield* libraryRecords(content, scope)
  for (const activity of inRecordOrder(content.activities)) yield* activityRecords(activity, scope)
  yield* otherRecords(content, scope)
}

/** What of a content an export covers, in an order that does not depend on how it is told. */
export function projectionOf(content: RegisterContent, stamp: Stamp): DpvProjection {
  return { registerId: stamp.registerId, records: inNameOrder([...dpvRecords(content, stamp)]) }
}

/** Things in the order of their names. */
export function inNameOrder(records: readonly DpvRecord[]): readonly DpvRecord[] {
  return records.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** How many things of each kind there are. */
export type DpvCounts = Readonly<Partial<Record<KindName, number>>>
