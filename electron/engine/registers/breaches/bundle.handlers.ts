import type { bundleProcedures } from '#shared/registers/breaches/bundle.contract.ts'
import { stampInfo } from '../../archive/bag-files.ts'
import { INCIDENT_FOLDER, INCIDENT_PROFILE } from '../../archive/incident-bag.ts'
import { verifierFiles } from '../../archive/verifier-files.ts'
import { writeBag } from '../../archive/write-bag.ts'
import { readContent } from '../../content.ts'
import { putInPlace } from '../../files/put-in-place.ts'
import type { HandlersFor } from '../../rpc/context.ts'
import { peopleOf } from './breach-letters.ts'
import { readMaterial } from './bundle-material.ts'
import { bundlePayloads } from './bundle-payloads.ts'
import { writeLog } from './write-log.ts'

/** Record, chronology, decisions, list of evidence, revisions and what explains them. */
const ALWAYS = 10

export const bundleHandlers: HandlersFor<typeof bundleProcedures> = {
  'breaches.writeBundle': async (ctx, { id, to, withPeople, asAt }) => {
    ctx.mayUse(to)
    await ctx.step(0, 1, 'Reading the register')
    const [db, trail] = [await ctx.readDb(asAt), await ctx.readDb(null)]
    const material = await ctx.atRest(async () =>
      readMaterial(trail, await readContent(db), { id, asAt, stamp: await ctx.stamp(asAt) }),
    )
    const { breach, organisationName, stamp } = material
    const job = { material, documents: ctx.documents, withPeople, progress: ctx.step }
    let files = 0
    const written = await putInPlace(to, ctx.step, async (path) => {
      const plan = {
        folder: INCIDENT_FOLDER,
        madeAt: stamp.madeAt,
        payloads: (workFolder: string) => bundlePayloads(job, workFolder),
        expected:
          ALWAYS +
          breach.evidenceFiles.length +
          3 * breach.sentReports.length +
          3 * breach.sentNotices.length,
        info: [
          ['Source-Organization', organisationName],
          ['External-Description', `Incident bundle of the breach ${breach.reference}`],
          ['External-Identifier', breach.id],
          ['Archive-Profile', INCIDENT_PROFILE],
          ['Register-Id', stamp.registerId],
          ['People-Named', withPeople ? 'yes' : 'no'],
          ...stampInfo(stamp),
        ] as const,
        beside: verifierFiles,
      }
      files = await writeBag(plan, path, ctx.step)
    })
    return { ...written, files, chainHead: stamp.chain.head }
  },

  'breaches.writeLog': async (ctx, { to, asAt, ...wanted }) => {
    ctx.mayUse(to)
    await ctx.step(0, 1, 'Reading the register')
    const db = await ctx.readDb(asAt)
    const { content, stamp } = await ctx.atRest(async () => ({
      content: await readContent(db),
      stamp: await ctx.stamp(asAt),
    }))
    const { records, ...written } = await writeLog({ ...wanted, content, stamp }, to, ctx.step)
    return { ...written, records, chainHead: stamp.chain.head }
  },

  'breaches.toldPeople': async ({ db }, { id }) =>
    (await peopleOf(db, id)).map(({ state, toldAt, toldHow }) => ({ state, toldAt, toldHow })),
}
