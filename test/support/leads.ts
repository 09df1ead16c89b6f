import { EVERY_RECORD } from '#shared/described/list.ts'
import type { callerOf } from './engine.ts'

/** The breach of the sample with decisions, a report and letters. */
export const LEAD = 'Case file emailed to the wrong foster carer'

/** Its id. */
export async function leadOf(call: ReturnType<typeof callerOf>): Promise<string> {
  const { rows } = await call('records.list', {
    register: 'breaches',
    filter: { ...EVERY_RECORD, text: LEAD },
    sort: [],
    groupBy: null,
    offset: 0,
    limit: 10,
  })
  return rows[0]!.id
}
