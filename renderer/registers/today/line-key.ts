import type { ClockLine } from '#shared/registers/today/today.contract.ts'

/** Which line of the queue it is: a record may have several dates. */
export function lineKey({ register, id, key }: Pick<ClockLine, 'register' | 'id' | 'key'>): string {
  return `${register}/${id}/${key}`
}
