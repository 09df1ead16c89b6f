import type { AnyDescribed } from '#shared/described/register.ts'

/** "1 rights request", "12 rights requests": the register's own words with a count. */
export function countedRecords({ one, label }: AnyDescribed, count: number): string {
  const many = label.charAt(0).toLowerCase() + label.slice(1)
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
}
