import type { casePageProcedures } from '#shared/registers/cases/case-pages.contract.ts'
import { redo, undo } from '../../cases/changes.ts'
import { findPages } from '../../cases/find.ts'
import { flagDocument, flagPages } from '../../cases/flags.ts'
import { drawPage, keepPlace, pageAt, pageWords, shownPage } from '../../cases/pages.ts'
import { stripOf } from '../../cases/strip.ts'
import type { CaseStore } from '../../cases/open-cases.ts'
import { whileAlone } from '../../cases/marks/alone.ts'
import { placeLagging } from '../../cases/people/place-lagging.ts'
import type { HandlersFor, WriteContext } from '../../rpc/context.ts'

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

  'cases.undo': (ctx, { request }) => change(ctx, request, undo),
  'cases.redo': (ctx, { request }) => change(ctx, request, redo),
}

/** What is decided about people after a change back may concern pages that came since. */
async function change(
  { cases, now, actor }: Pick<WriteContext, 'cases' | 'now' | 'actor'>,
  request: string,
  make: (store: CaseStore) => string | null,
) {
  const store = await cases.get(request)
  return whileAlone(store, async () => {
    const says = make(store)
    await placeLagging(store, { at: now, by: actor }, () => Promise.resolve())
    return { says }
  })
}
