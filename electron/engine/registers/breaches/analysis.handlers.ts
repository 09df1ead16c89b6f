import { analysisDocument } from '#shared/registers/breaches/analysis/analysis-document.ts'
import { breachAnalysis } from '#shared/registers/breaches/analysis/analysis.ts'
import type { Names } from '#shared/registers/breaches/analysis/groups.ts'
import type { AnalysisScope, analysisProcedures } from '#shared/registers/breaches/analysis.contract.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { type Period, periodFrom } from '#shared/registers/reports/annual/period.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { ReadDb } from '../../db/schema.ts'
import { kindOf } from '../../described/kind-of.ts'
import { putInPlace } from '../../files/put-in-place.ts'
import { writeRecordPdf } from '../../pdf/write-record.ts'
import { activityKind } from '../../records/activity.kind.ts'
import { allRecords } from '../../records/store.ts'
import { organisationKind } from '../organisations/organisation.kind.ts'
import { readSettings } from '../settings/settings.kind.ts'
import type { HandlersFor } from '../../rpc/context.ts'

export const analysisHandlers: HandlersFor<typeof analysisProcedures> = {
  'breaches.analysis': async ({ db, today }, scope) => (await analysed(db, scope, today)).analysis,

  'breaches.writeAnalysis': async (ctx, { to, asAt, ...scope }) => {
    ctx.mayUse(to)
    await ctx.step(0, 1, 'Reading the register')
    const db = await ctx.readDb(asAt)
    const { told, settings, stamp } = await ctx.atRest(async () => ({
      told: await analysed(db, scope, asAt ?? ctx.today),
      settings: await readSettings(db),
      stamp: await ctx.stamp(asAt),
    }))
    const document = analysisDocument({ ...told, settings }, stamp)
    const written = await putInPlace(to, ctx.step, (path) => writeRecordPdf(document, stamp, path, ctx.step))
    return { ...written, chainHead: stamp.chain.head }
  },
}

async function analysed(db: ReadDb, scope: AnalysisScope, today: PlainDate) {
  const period: Period = periodFrom(scope.from, scope.until)
  const breaches = (await allRecords(db, kindOf('breaches'))) as unknown as Breach[]
  const names = await namesIn(db)
  const references = new Map(breaches.map(({ id, reference }) => [id, reference]))
  return {
    analysis: breachAnalysis(breaches, scope, period, names, today),
    period,
    whose: names.organisations.get(scope.organisationId ?? '') ?? 'All organisations',
    referenceOf: (id: string) => references.get(id) || 'without a reference',
  }
}

async function namesIn(db: ReadDb): Promise<Names> {
  const named = (records: readonly { readonly id: string; readonly name: string }[]) =>
    new Map(records.map(({ id, name }) => [id, name]))
  const organisations = await allRecords(db, organisationKind)
  return {
    organisations: new Map(organisations.map(({ id, legalName }) => [id, legalName])),
    processors: named(await allRecords(db, kindOf('processors'))),
    activities: named(await allRecords(db, activityKind)),
  }
}
