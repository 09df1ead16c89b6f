import type { AnyRecord } from '#shared/described/register.ts'
import { MOST_PEOPLE, type recipientProcedures } from '#shared/registers/recipients/recipient.contract.ts'
import { type Recipient, recipients } from '#shared/registers/recipients/recipient.register.ts'
import type { ReadDb } from '../../db/schema.ts'
import { kindOf } from '../../described/kind-of.ts'
import { nextInSeries } from '../../described/next-in-series.ts'
import { getRecord } from '../../records/store.ts'
import type { HandlersFor } from '../../rpc/context.ts'
import { readTable } from '../../tables/reading/read-table.ts'

export const recipientHandlers: HandlersFor<typeof recipientProcedures> = {
  'recipients.readTable': ({ step, mayRead }, { path, ...options }) => {
    mayRead(path)
    return readTable(path, { ...options, maxRows: MOST_PEOPLE }, step)
  },

  'recipients.ofBreach': async ({ db }, { breachId }) =>
    (await peopleOf(db, breachId)).map(({ id, reference, name, address, email }) => ({
      id,
      reference,
      name,
      address,
      email,
    })),

  'recipients.addMany': async ({ db, ledger, newId }, { breachId, people }) => {
    const breach = await getRecord(db, kindOf('breaches'), breachId)
    const first = await nextInSeries(db, 'recipients')
    const start = Number(first.slice(first.lastIndexOf('-') + 1))
    const references = people.map(
      (_, index) => `${recipients.series}-${String(start + index).padStart(4, '0')}`,
    )
    for (const [index, person] of people.entries()) {
      const recipient: Recipient = {
        ...recipients.blank(newId(), person.name),
        ...person,
        reference: references[index]!,
        organisationId: breach.organisationId,
        breachId,
        state: 'toTell',
      }
      await ledger.put(kindOf('recipients'), recipient as unknown as AnyRecord)
    }
    return { added: people.length, first, last: references.at(-1)! }
  },
}

async function peopleOf(db: ReadDb, breachId: string): Promise<readonly Recipient[]> {
  const rows = await db
    .selectFrom('links')
    .innerJoin('records', 'records.id', 'links.record')
    .select('records.body')
    .where('links.register', '=', 'recipients')
    .where('links.target_register', '=', 'breaches')
    .where('links.target', '=', breachId)
    .orderBy('records.reference')
    .execute()
  return rows.map(({ body }) => recipients.schema.parse(JSON.parse(body)))
}
