import { described } from '#shared/described/all.ts'
import type { DescribedName } from '#shared/described/names.ts'
import type { ReadDb } from '../db/schema.ts'

/** The next free reference of a register's series: "RR-0013" after "RR-0012". */
export async function nextInSeries(db: ReadDb, register: DescribedName): Promise<string> {
  const { series } = described(register)
  const rows = await db
    .selectFrom('records')
    .select('reference')
    .where('register', '=', register)
    .where('reference', 'like', `${series}-%`)
    .execute()
  const numbers = rows.map(({ reference }) => Number(/^[A-Z]+-(\d+)$/.exec(reference)?.[1] ?? 0))
  const highest = numbers.reduce((most, number) => Math.max(most, number), 0)
  return `${series}-${String(highest + 1).padStart(4, '0')}`
}
