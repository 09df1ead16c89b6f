import type { EvidenceRecord } from '#shared/registers/evidence/evidence.register.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import type { ReportFacts, ReportPhase } from '#shared/registers/breaches/report/report-facts.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { ReadDb } from '../../db/schema.ts'
import { kindOf } from '../../described/kind-of.ts'
import { namingOf } from '../../described/naming.ts'
import { activityKind } from '../../records/activity.kind.ts'
import type { Lookups } from '../../records/lookups.ts'
import { allRecords, findRow } from '../../records/store.ts'

type Asked = { readonly breach: Breach; readonly phase: ReportPhase; readonly now: Instant }

/** Everything that a report of a breach is written from. */
export async function readReportFacts(db: ReadDb, lookups: Lookups, asked: Asked): Promise<ReportFacts> {
  const { breach } = asked
  const { activityIds, processorIds, organisationId, id } = breach
  const breaches = (await allRecords(db, kindOf('breaches'))) as unknown as Breach[]
  const evidence = (await allRecords(db, kindOf('evidence'))) as unknown as EvidenceRecord[]
  const isOurs = (one: { readonly organisationId: string | null }) => one.organisationId === organisationId
  return {
    ...asked,
    organisation: lookups.organisations.get(organisationId ?? ''),
    activities: await activitiesOf(db, activityIds),
    trainings: evidence.filter(isOurs),
    others: breaches.filter((one) => one.id !== id && isOurs(one)),
    term: (one) => lookups.terms.get(one),
    nameOf: await namingOf(db, lookups, [
      ...activityIds.map((one) => ({ register: 'activities' as const, id: one })),
      ...processorIds.map((one) => ({ register: 'processors' as const, id: one })),
    ]),
  }
}

async function activitiesOf(db: ReadDb, ids: readonly string[]): Promise<ReportFacts['activities']> {
  const found = []
  for (const id of ids) {
    const row = await findRow(db, activityKind, id)
    if (row) found.push(activityKind.schema.parse(JSON.parse(row.body)))
  }
  return found
}
