import type { DescribedName } from '#shared/described/names.ts'
import { EVERY_RECORD, type RecordFilter, type RecordRow } from '#shared/described/list.ts'
import { AppError } from '#shared/errors.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { Call } from './with-register.ts'

/** The engine gives no more at once. */
const AT_ONCE = 500
/** More references than this do not help whoever mistyped one. */
const NAMED_AT_MOST = 20

/** A register whose records are asked for by reference, and how a sentence calls one of them and several. */
export type Findable = { readonly register: DescribedName; readonly one: string; readonly several: string }

/** The id of the record with a reference ("BR-0006", in any letter case) or an id; refuses with those there are. */
export async function findByReference(
  call: Call,
  { register, one, several }: Findable,
  wanted: string,
  asAt?: PlainDate,
): Promise<string> {
  const rows = await rowsOf(call, register, {}, asAt)
  const found = rows.filter(
    ({ id, reference }) => id === wanted || reference.toLowerCase() === wanted.trim().toLowerCase(),
  )
  if (found.length === 1) return found[0]!.id
  const references = rows.map(({ reference }) => reference).toSorted()
  const more = references.length > NAMED_AT_MOST ? `, and ${references.length - NAMED_AT_MOST} more` : ''
  const known = references.slice(0, NAMED_AT_MOST).join(', ')
  const there = known ? ` The register has: ${known}${more}.` : ` The register holds no ${one}.`
  throw new AppError(
    'not-found',
    found.length > 1
      ? `${several} have the reference “${wanted}”. Give the id instead: ${found.map(({ id }) => id).join(', ')}.`
      : `There is no ${one} “${wanted}”.${there}`,
  )
}

/** Every row of a register that a filter lets pass. */
export async function rowsOf(
  call: Call,
  register: DescribedName,
  filter: Partial<RecordFilter>,
  asAt?: PlainDate,
): Promise<readonly RecordRow[]> {
  const rows: RecordRow[] = []
  for (;;) {
    const input = {
      register,
      filter: { ...EVERY_RECORD, ...filter },
      sort: [],
      groupBy: null,
      offset: rows.length,
      limit: AT_ONCE,
    }
    const { rows: found } = await call('records.list', input, asAt)
    rows.push(...found)
    if (found.length < AT_ONCE) return rows
  }
}
