import type { RecordFilter } from '#shared/described/list.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { type Findable, findByReference, rowsOf } from './find-record.ts'
import type { Call } from './with-register.ts'

const BREACHES: Findable = { register: 'breaches', one: 'breach', several: 'Several breaches' }

/** The breach of a reference ("BR-0006", in any letter case) or an id; refuses with those there are. */
export async function findBreach(call: Call, wanted: string, asAt?: PlainDate): Promise<Breach> {
  return breachOf(call, await findByReference(call, BREACHES, wanted, asAt), asAt)
}

/** Every breach that a filter lets pass, whole, by reference. */
export async function listBreaches(
  call: Call,
  filter: Partial<RecordFilter>,
  asAt?: PlainDate,
): Promise<readonly Breach[]> {
  const rows = await rowsOf(call, 'breaches', filter, asAt)
  const breaches: Breach[] = []
  for (const { id } of rows) breaches.push(await breachOf(call, id, asAt))
  return breaches.toSorted((one, other) => (one.reference < other.reference ? -1 : 1))
}

async function breachOf(call: Call, id: string, asAt: PlainDate | undefined): Promise<Breach> {
  const { record } = await call('records.get', { register: 'breaches', id }, asAt)
  return record as unknown as Breach
}
