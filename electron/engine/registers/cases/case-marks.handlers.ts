import type { caseMarkProcedures } from '#shared/registers/cases/case-marks.contract.ts'
import { addMark } from '../../cases/marks/add-mark.ts'
import { changeMarks } from '../../cases/marks/change-marks.ts'
import type { Known } from '../../cases/marks/check-said.ts'
import { copyMarks } from '../../cases/marks/copy-marks.ts'
import { markLike } from '../../cases/marks/mark-like.ts'
import { nextSuggestion } from '../../cases/marks/next-suggestion.ts'
import { pageParts } from '../../cases/marks/page-parts.ts'
import { keepQuickReasons, quickReasons } from '../../cases/marks/quick-reasons.ts'
import { removeMarks } from '../../cases/marks/remove-marks.ts'
import { applyTerms } from '../../cases/terms/apply-terms.ts'
import { listTerms, removeTerm, saveTerm } from '../../cases/terms/saved-terms.ts'
import type { ReadDb } from '../../db/schema.ts'
import type { HandlersFor, WriteContext } from '../../rpc/context.ts'
import { getRequest } from './requests.query.ts'

export const caseMarkHandlers: HandlersFor<typeof caseMarkProcedures> = {
  'cases.mark': async (ctx, { request, ...asked }) =>
    addMark(await ctx.cases.get(request), asked, await knownOf(ctx.db, request, ctx), who(ctx)),

  'cases.changeMarks': async (ctx, { request, marks, changes }) => {
    const known = await knownOf(ctx.db, request, ctx)
    return { changed: changeMarks(await ctx.cases.get(request), marks, changes, known, who(ctx)) }
  },

  'cases.removeMarks': async (ctx, { request, marks }) => ({
    removed: removeMarks(await ctx.cases.get(request), marks, who(ctx)),
  }),

  'cases.nextSuggestion': async ({ cases }, { request, ...from }) =>
    nextSuggestion(await cases.get(request), from),

  'cases.copyMarks': async (ctx, { request, page }) =>
    copyMarks(await ctx.cases.get(request), page, who(ctx)),

  'cases.markLike': async (ctx, { request, mark }) =>
    markLike(await ctx.cases.get(request), mark, who(ctx), ctx.step),

  'cases.pageParts': async ({ cases }, { request, page }) => pageParts(await cases.get(request), page),

  'cases.terms': async ({ cases }, { request }) => listTerms(await cases.get(request)),

  'cases.saveTerm': async (ctx, { request, term, said }) => ({
    term: await saveTerm(await ctx.cases.get(request), term, said, who(ctx)),
  }),

  'cases.removeTerm': async (ctx, { request, term }) => {
    await removeTerm(await ctx.cases.get(request), term, who(ctx))
    return {}
  },

  'cases.applyTerms': async (ctx, { request, ...asked }) => {
    const known = await knownOf(await ctx.readDb(null), request, ctx)
    return applyTerms(await ctx.cases.get(request), asked, known, who(ctx), ctx.step)
  },

  'cases.quickReasons': async ({ cases }, { request }) => quickReasons(await cases.get(request)),

  'cases.keepQuickReasons': async ({ cases }, { request, reasons }) => {
    keepQuickReasons(await cases.get(request), reasons)
    return {}
  },
}

const who = ({ now, actor }: Pick<WriteContext, 'now' | 'actor'>) => ({ at: now, by: actor })

/** What the request says that answers a question of an exemption. */
async function knownOf(db: ReadDb, request: string, { today }: Pick<WriteContext, 'today'>): Promise<Known> {
  const { isScheduleThreeBody } = await getRequest(db, request)
  return { today, isScheduleThreeBody }
}
