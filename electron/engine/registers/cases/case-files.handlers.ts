import type { caseFileProcedures } from '#shared/registers/cases/case-files.contract.ts'
import { decideDuplicates, listDuplicates } from '../../cases/import/duplicates.ts'
import { alone, importChosen, importRest } from '../../cases/import/import-documents.ts'
import { getSource, listSources } from '../../cases/import/list-sources.ts'
import { readAgain } from '../../cases/import/read-again.ts'
import { saveOriginal } from '../../cases/import/save-original.ts'
import { recognisePages } from '../../cases/recognise.ts'
import { kindOf } from '../../described/kind-of.ts'
import { getRecord } from '../../records/store.ts'
import type { HandlersFor } from '../../rpc/context.ts'

export const caseFileHandlers: HandlersFor<typeof caseFileProcedures> = {
  'cases.import': async (ctx, { request, paths, search, password }) => {
    for (const path of paths) ctx.mayRead(path)
    // A case is begun for a request that is there only.
    await getRecord(await ctx.readDb(null), kindOf('requests'), request)
    const store = await ctx.cases.begin(request, ctx.now)
    const intake = { chosen: paths, search, at: ctx.now, by: ctx.actor }
    return alone(store, () => importChosen(ctx, store, intake, password))
  },

  'cases.goOn': async (ctx, { request, password }) => {
    const store = await ctx.cases.get(request)
    return alone(store, () => importRest(ctx, store, password))
  },

  'cases.readAgain': async (ctx, { request, source, password }) => {
    const store = await ctx.cases.get(request)
    return alone(store, () => readAgain(ctx, store, source, password))
  },

  'cases.recognise': recognisePages,

  'cases.sources': async ({ cases }, { request, offset, limit, ...filter }) => {
    const store = await cases.find(request)
    return store ? listSources(store, filter, offset, limit) : { sources: [], total: 0 }
  },

  'cases.source': async ({ cases }, { request, source }) => getSource(await cases.get(request), source),

  'cases.saveOriginal': async (ctx, { request, source, to }) => {
    ctx.mayUse(to)
    return saveOriginal(await ctx.cases.get(request), source, to, ctx.step)
  },

  'cases.duplicates': async ({ cases }, { request }) => {
    const store = await cases.find(request)
    return store ? listDuplicates(store) : []
  },

  'cases.decideDuplicates': async ({ cases, now, actor }, { request, ...choice }) => ({
    flagged: decideDuplicates(await cases.get(request), choice, { at: now, by: actor }),
  }),
}
