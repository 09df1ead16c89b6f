import type { casePageProcedures } from '#shared/registers/cases/case-pages.contract.ts'
import { redo, undo } from '../../cases/changes.ts'
import { findPages } from '../../cases/find.ts'
import { flagDocument, flagPages } from '../../cases/flags.ts'
import { drawPage, keepPlace, pageAt, pageWords, shownPage } from '../../cases/pages.ts'
import { stripOf } from '../../cases/strip.ts'
import type { HandlersFor } from '../../rpc/context.ts'

export const casePageHandlers: HandlersFor<typeof casePageProcedures> = {
  'cases.page': async ({ cases }, { request, page }) => shownPage(await cases.get(request), page),

  'cases.pageAt': async ({ cases }, { request, place }) => ({
    page: pageAt(await cases.get(request), place),
  }),

  'cases.pageWords': async ({ cases }, { request, page }) => pageWords(await cases.get(request), page),

  'cases.picture': async ({ cases }, { request, page, width }) =>
    drawPage(await cases.get(request), cases.papers(), page, width),

  'cases.find': async ({ cases }, { request, text, limit }) =>
    findPages(await cases.get(request), text, limit),

  'cases.strip': async ({ cases }, { request, buckets }) => stripOf(await cases.get(request), buckets),

  'cases.flag': async ({ cases, now, actor }, { request, pages, ...said }) => ({
    flagged: flagPages(await cases.get(request), pages, said, { at: now, by: actor }),
  }),

  'cases.flagDocument': async ({ cases, now, actor }, { request, document, ...said }) =>
    flagDocument(await cases.get(request), document, said, { at: now, by: actor }),

  'cases.keepPlace': async ({ cases, today, actor }, { request, page, secondsOnLast }) => {
    keepPlace(await cases.get(request), { page, secondsOnLast }, { today, actor })
    return {}
  },

  'cases.undo': async ({ cases }, { request }) => ({ says: undo(await cases.get(request)) }),
  'cases.redo': async ({ cases }, { request }) => ({ says: redo(await cases.get(request)) }),
}
