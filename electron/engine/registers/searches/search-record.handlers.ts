import { valueOf } from '#shared/answer.ts'
import { AppError } from '#shared/errors.ts'
import type { searchRecordProcedures } from '#shared/registers/searches/search-record.contract.ts'
import { holderMessages } from '#shared/registers/searches/holder-message.ts'
import { proposeSearches } from '#shared/registers/searches/propose.ts'
import type { SearchEntry } from '#shared/registers/searches/search.fields.ts'
import { searches } from '#shared/registers/searches/search.register.ts'
import { searchStatement, textOfStatement } from '#shared/registers/searches/statement.ts'
import type { ReadDb } from '../../db/schema.ts'
import { kindOf } from '../../described/kind-of.ts'
import { nextInSeries } from '../../described/next-in-series.ts'
import { activityKind } from '../../records/activity.kind.ts'
import { type Lookups, readLookups } from '../../records/lookups.ts'
import { allRecords } from '../../records/store.ts'
import type { HandlersFor } from '../../rpc/context.ts'
import { entriesOf, getRequest } from './read-search.ts'
import { writeMessages } from './write-messages.ts'

export const searchRecordHandlers: HandlersFor<typeof searchRecordProcedures> = {
  'searches.ofRequest': async ({ db }, { request }) => [...(await entriesOf(db, request))],

  'searches.propose': async ({ db, lookups }, { request }) => [
    ...(await proposed(db, request, await lookups())),
  ],

  'searches.addProposed': async ({ db, ledger, newId, lookups }, { request, keys }) => {
    const { organisationId } = await getRequest(db, request)
    const chosen = (await proposed(db, request, await lookups())).filter(({ key }) => keys.includes(key))
    for (const { key: _, isPaper, isNamed: __, ...known } of chosen) {
      const id = newId()
      const reference = await nextInSeries(db, 'searches')
      const method = isPaper ? ('byHand' as const) : ('name' as const)
      const blank = searches.blank(id, known.name)
      await ledger.put(kindOf('searches'), {
        ...blank,
        ...known,
        reference,
        organisationId,
        requestId: request,
        method,
      })
    }
    return { added: chosen.length }
  },

  'searches.statement': async ({ db, lookups }, { request }) => {
    const world = worldOf(await lookups())
    const parts = searchStatement(await getRequest(db, request), await entriesOf(db, request), world)
    return { parts: [...parts], text: textOfStatement(parts) }
  },

  'searches.writeMessages': async (ctx, { request: id, ids, kind, answerBy, folder }) => {
    ctx.mayUse(folder)
    const db = await ctx.readDb(null)
    const facts = await ctx.atRest(async () => ({
      request: await getRequest(db, id),
      entries: await chosenOf(db, id, ids),
      lookups: await readLookups(db, ctx.today),
    }))
    const { request, entries, lookups } = facts
    const from = senderOf(lookups, request.organisationId)
    const messages = holderMessages({ request, entries, world: worldOf(lookups), kind, answerBy, from })
    const what = kind === 'commission' ? 'Searches' : 'Search reminders'
    const name = [what, request.reference, ctx.today].filter(Boolean).join(' ')
    const written = await writeMessages(
      { messages, answerBy, from: from.contact, folder, name, madeAt: ctx.now },
      ctx.step,
    )
    return { ...written, holders: messages.length }
  },

  'searches.noteMessages': async ({ db, ledger, newId }, { request, ids, kind, on, answerBy }) => {
    const entries = await chosenOf(db, request, ids)
    for (const entry of entries) {
      const chased = { id: newId(), chasedOn: on, how: 'email' }
      const noted =
        kind === 'commission'
          ? { ...entry, askedOn: entry.askedOn ?? on, answerBy }
          : { ...entry, chasers: [...entry.chasers, chased] }
      await ledger.put(kindOf('searches'), noted)
    }
    return { noted: entries.length }
  },
}

async function proposed(db: ReadDb, request: string, { terms }: Lookups) {
  return proposeSearches(await getRequest(db, request), {
    activities: await allRecords(db, activityKind),
    term: (id) => terms.get(id),
    entries: await entriesOf(db, request),
  })
}

async function chosenOf(
  db: ReadDb,
  request: string,
  ids: readonly string[],
): Promise<readonly SearchEntry[]> {
  const chosen = (await entriesOf(db, request)).filter(({ id }) => ids.includes(id))
  if (chosen.length < new Set(ids).size)
    throw new AppError('not-found', 'One of these searches is no longer in the record. Choose again.')
  return chosen
}

const worldOf = ({ terms }: Lookups) => ({ systemName: (id: string) => terms.get(id)?.name })

function senderOf({ organisations }: Lookups, organisationId: string | null) {
  const organisation = organisationId === null ? undefined : organisations.get(organisationId)
  const officer = organisation && valueOf(organisation.dataProtectionOfficer)
  return {
    organisation: organisation?.legalName ?? '',
    contact: (officer?.email || organisation?.email) ?? '',
  }
}
