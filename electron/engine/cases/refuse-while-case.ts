import type { RegisterName } from '#shared/records/record.ts'
import { AppError } from '#shared/errors.ts'
import type { Cases } from './open-cases.ts'

/** Refuses to remove a request that has documents: nobody could find, or end, its case any more. */
export function refuseWhileCase(cases: Pick<Cases, 'key'>, register: RegisterName, id: string): void {
  if (register !== 'requests' || !cases.key(id)?.key) return
  throw new AppError(
    'rule',
    'This request has documents. Destroy them first: page “Documents”, “End of the case”; then remove the request.',
  )
}
