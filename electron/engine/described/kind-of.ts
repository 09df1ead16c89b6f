import type { DescribedName } from '#shared/described/names.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import type { RecordKind } from '../records/kind.ts'
import { kinds } from '../records/kinds.ts'

/** How the records of a described register are stored. */
export function kindOf(register: DescribedName): RecordKind<AnyRecord> {
  return kinds[register] as unknown as RecordKind<AnyRecord>
}
