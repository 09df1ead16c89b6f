import type { RegisterContent } from '#shared/records/register-content.ts'
import type { OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'
import type { ActivityTarget } from '#shared/registers/activities/activity.list.ts'
import { annualDocument, annualParts } from '#shared/registers/reports/annual/annual-document.ts'
import { periodFrom } from '#shared/registers/reports/annual/period.ts'
import type { AnnualFigures, reportProcedures } from '#shared/registers/reports/report.contract.ts'
import { contentOf } from '#shared/registers/reports/selection.ts'
import { verifyArchive } from '../../archive/verify-archive.ts'
import { readContent } from '../../content.ts'
import type { ReadDb } from '../../db/schema.ts'
import { putInPlace } from '../../files/put-in-place.ts'
import { writeRecordPdf } from '../../pdf/write-record.ts'
import { idsOf } from '../../records/activity.query.ts'
import { idsOfTarget } from '../../described/record.query.ts'
import { revisionLines } from '../../revisions/lines.ts'
import type { HandlersFor } from '../../rpc/context.ts'
import { writeRecord } from './write-record-file.ts'
import { writeRegister } from './write-register-file.ts'

export const reportHandlers: HandlersFor<typeof reportProcedures> = {
  'reports.writeRecord': async (ctx, { format, to, organisationId, target, asAt }) => {
    ctx.mayUse(to)
    await ctx.step(0, 1, 'Reading the register')
    const db = await ctx.readDb(asAt)
    const { content, stamp } = await ctx.atRest(async () => ({
      content: await selected(db, organisationId, target),
      stamp: await ctx.stamp(asAt),
    }))
    // The trail speaks of every record and every day, so it goes only with the register as it stands, whole.
    const isWhole = organisationId === null && target === null && asAt === null
    const revisions = isWhole ? revisionLines(db, stamp.chain.seq) : undefined
    const written = await writeRecord({ format, content, stamp, revisions }, to, ctx.step)
    return { ...written, activities: content.activities.length, chainHead: stamp.chain.head }
  },

  'reports.writeRegister': async (ctx, { register, format, to, target, asAt }) => {
    ctx.mayUse(to)
    await ctx.step(0, 1, 'Reading the register')
    const db = await ctx.readDb(asAt)
    const { content, wanted, stamp } = await ctx.atRest(async () => ({
      content: await readContent(db),
      wanted: target && new Set(await idsOfTarget(db, register, target)),
      stamp: await ctx.stamp(asAt),
    }))
    const all = content.described[register]
    const records = wanted ? all.filter(({ id }) => wanted.has(id)) : all
    const written = await writeRegister({ register, format, records, content, stamp }, to, ctx.step)
    return { ...written, records: records.length, chainHead: stamp.chain.head }
  },

  'reports.writeAnnual': async (ctx, { to, from, until, organisationId }) => {
    ctx.mayUse(to)
    await ctx.step(0, 1, 'Reading the register')
    const db = await ctx.readDb(null)
    const { content, stamp } = await ctx.atRest(async () => ({
      content: await readContent(db),
      stamp: await ctx.stamp(null),
    }))
    const options = { period: periodFrom(from, until), today: ctx.today, organisationId }
    const document = annualDocument(content, stamp, options)
    const written = await putInPlace(to, ctx.step, (path) => writeRecordPdf(document, stamp, path, ctx.step))
    return { ...written, chainHead: stamp.chain.head }
  },

  'reports.annualFigures': async ({ db, today }, { from, until, organisationId }) => {
    const content = await readContent(db)
    const parts = annualParts(content, { period: periodFrom(from, until), today, organisationId })
    return parts.map((part) => structuredClone(part) as AnnualFigures)
  },

  'reports.verifyArchive': (ctx, { path, passphrase = null }) => {
    ctx.mayRead(path)
    return verifyArchive(path, ctx.step, passphrase)
  },
}

async function selected(
  db: ReadDb,
  organisationId: OrganisationId | null,
  target: ActivityTarget | null,
): Promise<RegisterContent> {
  const content = await readContent(db)
  if (organisationId === null && target === null) return content
  const wanted = target && new Set<string>(await idsOf(db, target))
  return contentOf(
    content,
    (activity) =>
      (wanted === null || wanted.has(activity.id)) &&
      (organisationId === null || activity.organisationId === organisationId),
  )
}
