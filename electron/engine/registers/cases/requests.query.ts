import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import type { ReadDb } from '../../db/schema.ts'
import { kindOf } from '../../described/kind-of.ts'
import { getRecord, rowsOf } from '../../records/store.ts'

/** A request, or a `not-found` error. */
export async function getRequest(db: ReadDb, id: string): Promise<RequestRecord> {
  return (await getRecord(db, kindOf('requests'), id)) as unknown as RequestRecord
}

/** Every request for access that is not closed, by title. */
export async function openAccessRequests(db: ReadDb): Promise<readonly RequestRecord[]> {
  const kind = kindOf('requests')
  const rows = await rowsOf(db, kind)
    .select('body')
    .where('closed' as never, '=', 0 as never)
    .orderBy('title')
    .orderBy('here.id')
    .execute()
  const requests = rows.map(({ body }) => kind.schema.parse(JSON.parse(body)) as unknown as RequestRecord)
  return requests.filter(({ right }) => right === 'R-ACCESS')
}

/** What the open complaints about a request are called. */
export async function openComplaints(db: ReadDb, request: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('links')
    .innerJoin('records', 'records.id', 'links.record')
    .select(['records.reference', 'records.name'])
    .distinct()
    .where('links.target_register', '=', 'requests')
    .where('links.target', '=', request)
    .where('links.register', '=', 'complaints')
    .where('records.closed', '=', 0)
    .orderBy('records.reference')
    .execute()
  return rows.map(({ reference, name }) => reference || `“${name}”`)
}
