import { EVERY_RECORD } from '#shared/described/list.ts'
import { countryName } from '#shared/law/countries.ts'
import { worstStanding } from '#shared/law/transfer-standing.ts'
import { ifNotAdequate } from '#shared/registers/transfers/if-not-adequate.ts'
import { standingOf } from '#shared/registers/transfers/standing.ts'
import type { StandingLine, transferProcedures } from '#shared/registers/transfers/transfer.contract.ts'
import type { Processor } from '#shared/registers/processors/processor.register.ts'
import type { Transfer } from '#shared/registers/transfers/transfer.register.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { ReadDb } from '../../db/schema.ts'
import { kindOf } from '../../described/kind-of.ts'
import { titlesOf } from '../../records/titles.ts'
import { idsOfTarget } from '../../described/record.query.ts'
import { activityKind } from '../../records/activity.kind.ts'
import type { Lookups } from '../../records/lookups.ts'
import { allRecords } from '../../records/store.ts'
import type { HandlersFor } from '../../rpc/context.ts'

export const transferHandlers: HandlersFor<typeof transferProcedures> = {
  'transfers.standings': async ({ db, today, lookups }, { filter }) => {
    const transfers = await allTransfers(db)
    const isWanted =
      JSON.stringify(filter) === JSON.stringify(EVERY_RECORD)
        ? () => true
        : containedIn(await idsOfTarget(db, 'transfers', { filter, except: [] }))
    const wanted = transfers.filter(({ id }) => isWanted(id))
    const lines = await linesOf(db, await lookups(), wanted, today)
    return { lines, countries: countriesIn(lines) }
  },

  'transfers.ifNotAdequate': async ({ db, today, lookups }, { countries }) => {
    const [transfers, activities] = [await allTransfers(db), await allRecords(db, activityKind)]
    const processors = (await allRecords(db, kindOf('processors'))) as unknown as Processor[]
    const terms = [...(await lookups()).terms.values()]
    const found = ifNotAdequate({ transfers, processors, activities, terms }, countries, today)
    const titled = titlesIn([...transfers, ...processors, ...activities])
    return {
      transfers: found.transfers.map(({ before, after, ...then }) => ({
        ...then,
        ...titled(then),
        before: plain(before),
        after: plain(after),
      })),
      processors: found.processors.map(({ because, ...one }) => ({ ...titled(one), because: [...because] })),
      activities: found.activities.map(({ because, ...one }) => ({ ...titled(one), because: [...because] })),
    }
  },
}

async function allTransfers(db: ReadDb): Promise<readonly Transfer[]> {
  return (await allRecords(db, kindOf('transfers'))) as unknown as Transfer[]
}

async function linesOf(
  db: ReadDb,
  lookups: Lookups,
  transfers: readonly Transfer[],
  today: PlainDate,
): Promise<StandingLine[]> {
  const importers = await titlesOf(
    db,
    transfers.flatMap(({ processorId }) =>
      processorId ? [{ register: 'processors' as const, id: processorId }] : [],
    ),
  )
  const titled = titlesIn(transfers)
  return transfers.map((transfer) => {
    const { processorId, importerId, recipientId, organisationId, country, stage } = transfer
    const found = standingOf(transfer, today)
    return {
      ...titled(transfer),
      organisation: lookups.organisations.get(organisationId ?? '')?.legalName ?? '',
      country,
      importer:
        importers.get(processorId ?? '') ??
        lookups.organisations.get(importerId ?? '')?.legalName ??
        lookups.terms.get(recipientId ?? '')?.name ??
        '',
      isStopped: stage === 'stopped',
      standing: found && plain(found),
    }
  })
}

function countriesIn(lines: readonly StandingLine[]) {
  const alive = lines.filter(({ isStopped, country, standing }) => !isStopped && country && standing)
  return [...Map.groupBy(alive, ({ country }) => country!)].map(([code, there]) => ({
    code,
    name: countryName(code),
    worst: worstStanding(there.map(({ standing }) => standing!.standing))!,
    transfers: there.length,
  }))
}

type Titled = { readonly id: string; readonly reference: string; readonly name: string }

function titlesIn(records: readonly Titled[]) {
  const titles = new Map(records.map(({ id, reference, name }) => [id, `${reference} ${name}`.trim()]))
  return ({ id }: { readonly id: string }) => ({ id, title: titles.get(id) ?? '' })
}

function plain({ standing, reason, citations, check }: NonNullable<ReturnType<typeof standingOf>>) {
  return { standing, reason, citations: [...citations], check }
}

function containedIn(ids: readonly string[]) {
  const wanted = new Set(ids)
  return (id: string) => wanted.has(id)
}
