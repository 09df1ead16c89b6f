import type { RegisterContent } from '#shared/records/register-content.ts'
import type { archiveProcedures } from '#shared/registers/archives/archive.contract.ts'
import { contentOf } from '#shared/registers/reports/selection.ts'
import { readContent } from '../../content.ts'
import { writeDpvFile } from '../../dpv/write-dpv-file.ts'
import type { HandlersFor } from '../../rpc/context.ts'

type Handlers = HandlersFor<typeof archiveProcedures>

/** Handing the register out in the Data Privacy Vocabulary. */
export const dpvHandlers: Pick<Handlers, 'archives.writeDpv'> = {
  'archives.writeDpv': async (ctx, { to, form, organisationId }) => {
    ctx.mayUse(to)
    await ctx.step(0, 1, 'Reading the register')
    const db = await ctx.readDb(null)
    const { content, stamp } = await ctx.atRest(async () => ({
      content: await readContent(db),
      stamp: await ctx.stamp(null),
    }))
    const chosen: RegisterContent =
      organisationId === null
        ? content
        : contentOf(content, (activity) => activity.organisationId === organisationId)
    const file = await writeDpvFile({ content: chosen, stamp }, form, to, ctx.step)
    return { ...file, counts: { ...file.counts }, chainHead: stamp.chain.head }
  },
}
