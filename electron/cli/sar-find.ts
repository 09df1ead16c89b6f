import { EVERY_RECORD, type RecordRow } from '#shared/described/list.ts'
import { AppError } from '#shared/errors.ts'
import type { Call } from './with-register.ts'

/** The engine gives no more at once. */
const AT_ONCE = 500
/** More references than this do not help whoever mistyped one. */
const NAMED_AT_MOST = 20

/** The id of the request with a reference ("RQ-0006", in any letter case) or an id; refuses with those there are. */
export function findRequest(call: Call, wanted: string): Promise<string> {
  return findByReference(call, 'requests', 'request', wanted)
}

/** The id of the entry of the search record with a reference or an id. */
export function findSearch(call: Call, wanted: string): Promise<string> {
  return findByReference(call, 'searches', 'search', wanted)
}

async function findByReference(
  call: Call,
  register: 'requests' | 'searches',
  one: string,
  wanted: string,
): Promise<string> {
  const rows = await rowsOf(call, register)
  const found = rows.filter(
    ({ id, reference }) => id === wanted || reference.toLowerCase() === wanted.trim().toLowerCase(),
  )
  if (found.length === 1) return found[0]!.id
  if (found.length > 1)
    throw new AppError(
      'not-found',
      `Several have the reference “${wanted}”. Give the id instead: ${found.map(({ id }) => id).join(', ')}.`,
    )
  const references = rows.map(({ reference }) => reference).toSorted()
  const more = references.length > NAMED_AT_MOST ? `, and ${references.length - NAMED_AT_MOST} more` : ''
  const known = references.slice(0, NAMED_AT_MOST).join(', ')
  throw new AppError(
    'not-found',
    `There is no ${one} “${wanted}”.${known ? ` The register has: ${known}${more}.` : ` The register holds no ${one}.`}`,
  )
}

async function rowsOf(call: Call, register: 'requests' | 'searches'): Promise<readonly RecordRow[]> {
  const rows: RecordRow[] = []
  for (;;) {
    const { rows: found } = await call('records.list', {
      register,
      filter: EVERY_RECORD,
      sort: [],
      groupBy: null,
      offset: rows.length,
      limit: AT_ONCE,
    })
    rows.push(...found)
    if (found.length < AT_ONCE) return rows
  }
}
