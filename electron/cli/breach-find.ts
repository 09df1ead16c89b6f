import { EVERY_RECORD, type RecordFilter, type RecordRow } from '#shared/described/list.ts'
import { AppError } from '#shared/errors.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { Call } from './with-register.ts'

/** The engine gives no more at once. */
const AT_ONCE = 500
/** More references than this do not help whoever mistyped one. */
const NAMED_AT_MOST = 20

/** The breach of a reference ("BR-0006", in any letter case) or an id; refuses with those there are. */
export async function findBreach(call: Call, wanted: string, asAt?: PlainDate): Promise<Breach> {
  const rows = await rowsOf(call, {}, asAt)
  const found = rows.filter(
    ({ id, reference }) => id === wanted || reference.toLowerCase() === wanted.trim().toLowerCase(),
  )
  if (found.length === 1) return breachOf(call, found[0]!.id, asAt)
  const references = rows.map(({ reference }) => reference).toSorted()
  const more = references.length > NAMED_AT_MOST ? `, and ${references.length - NAMED_AT_MOST} more` : ''
  const known = references.slice(0, NAMED_AT_MOST).join(', ')
  const there = known ? ` The register has: ${known}${more}.` : ' The register holds no breach.'
  throw new AppError(
    'not-found',
    found.length > 1
      ? `Several breaches have the reference “${wanted}”. Give the id instead: ${found.map(({ id }) => id).join(', ')}.`
      : `There is no breach “${wanted}”.${there}`,
  )
}

/** Every breach that a filter lets pass, whole, by reference. */
export async function listBreaches(
  call: Call,
  filter: Partial<RecordFilter>,
  asAt?: PlainDate,
): Promise<readonly Breach[]> {
  const rows = await rowsOf(call, filter, asAt)
  const breaches: Breach[] = []
  for (const { id } of rows) breaches.push(await breachOf(call, id, asAt))
  return breaches.toSorted((one, other) => (one.reference < other.reference ? -1 : 1))
}

async function rowsOf(
  call: Call,
  filter: Partial<RecordFilter>,
  asAt: PlainDate | undefined,
): Promise<readonly RecordRow[]> {
  const rows: RecordRow[] = []
  for (;;) {
    const input = {
      register: 'breaches' as const,
      filter: { ...EVERY_RECORD, ...filter },
      sort: [] as never[],
      groupBy: null,
      offset: rows.length,
      limit: AT_ONCE,
    }
    const { rows: found } = await call('records.list', input, asAt)
    rows.push(...found)
    if (found.length < AT_ONCE) return rows
  }
}

async function breachOf(call: Call, id: string, asAt: PlainDate | undefined): Promise<Breach> {
  const { record } = await call('records.get', { register: 'breaches', id }, asAt)
  return record as unknown as Breach
}
