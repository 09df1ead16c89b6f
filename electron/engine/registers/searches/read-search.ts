import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import type { SearchEntry } from '#shared/registers/searches/search.fields.ts'
import type { ReadDb } from '../../db/schema.ts'
import { kindOf } from '../../described/kind-of.ts'
import { filteredRecords } from '../../described/record.query.ts'
import { getRecord } from '../../records/store.ts'
import { EVERY_RECORD } from '#shared/described/list.ts'

/** A request as it is kept; throws when it is no longer there. */
export async function getRequest(db: ReadDb, id: string): Promise<RequestRecord> {
  return (await getRecord(db, kindOf('requests'), id)) as unknown as RequestRecord
}

/** The search record of a request, in the order of its references. */
export async function entriesOf(db: ReadDb, request: string): Promise<readonly SearchEntry[]> {
  const kind = kindOf('searches')
  const query = db.selectFrom('records').select(['id', 'body'])
  const filter = { ...EVERY_RECORD, linkedTo: [request] }
  const rows = await filteredRecords(query, 'searches', filter).orderBy('reference').execute()
  const entries = rows.map(({ body }) => kind.schema.parse(JSON.parse(body)))
  return (entries as unknown as SearchEntry[]).filter(({ requestId }) => requestId === request)
}
