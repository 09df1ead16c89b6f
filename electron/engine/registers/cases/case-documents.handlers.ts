import type { caseDocumentProcedures } from '#shared/registers/cases/case-documents.contract.ts'
import { describeDocument, mergeAt, splitAt } from '../../cases/documents.ts'
import { writeIndexFile } from '../../cases/index-file.ts'
import { listDocuments } from '../../cases/index-of-documents.ts'
import { proposeSplits } from '../../cases/propose-splits.ts'
import type { HandlersFor } from '../../rpc/context.ts'

export const caseDocumentHandlers: HandlersFor<typeof caseDocumentProcedures> = {
  'cases.documents': async ({ cases }, { request, offset, limit, ...wanted }) =>
    listDocuments(await cases.get(request), wanted, offset, limit),

  'cases.split': async ({ cases, now, actor }, { request, page }) => ({
    document: splitAt(await cases.get(request), page, { at: now, by: actor }),
  }),

  'cases.merge': async ({ cases, now, actor }, { request, page }) => ({
    document: mergeAt(await cases.get(request), page, { at: now, by: actor }),
  }),

  'cases.describe': async ({ cases, now, actor }, { request, document, ...said }) => {
    describeDocument(await cases.get(request), document, said, { at: now, by: actor })
    return {}
  },

  'cases.proposeSplits': async ({ cases, now, actor, step }, { request }) =>
    proposeSplits(await cases.get(request), { at: now, by: actor }, step),

  'cases.writeIndex': async (ctx, { request, order, format, to }) => {
    ctx.mayUse(to)
    const store = await ctx.cases.get(request)
    return writeIndexFile(store, { order, format, stamp: await ctx.stamp(null) }, to, ctx.step)
  },
}
