import type { caseCheckProcedures } from '#shared/registers/cases/case-checks.contract.ts'
import { beginCheck } from '../../cases/check/begin-check.ts'
import { checkPage } from '../../cases/check/check-page.ts'
import { findConflicts } from '../../cases/check/conflicts/find-conflicts.ts'
import { keptConflicts } from '../../cases/check/conflicts/keep-conflicts.ts'
import { differencesOf } from '../../cases/check/differences.ts'
import { getRound, lastRound, listCheckedPages, summaryOf } from '../../cases/check/rounds.ts'
import { checkScope } from '../../cases/check/second-check-state.ts'
import { signOff } from '../../cases/check/sign-off.ts'
import type { HandlersFor } from '../../rpc/context.ts'

export const caseCheckHandlers: HandlersFor<typeof caseCheckProcedures> = {
  'cases.checkScope': async ({ cases }, { request }) => {
    const store = await cases.find(request)
    return store ? checkScope(store) : { toRelease: 0, markedDocuments: 0, missing: 0, reviewers: [] }
  },

  'cases.secondCheck': async ({ cases }, { request }) => {
    const store = await cases.find(request)
    const round = store && lastRound(store)
    return round ? summaryOf(store, round) : null
  },

  'cases.beginCheck': async ({ cases, now }, { request, ...asked }) =>
    beginCheck(await cases.get(request), asked, now),

  'cases.checkedPages': async ({ cases }, { request, show }) => {
    const store = await cases.find(request)
    const round = store && lastRound(store)
    return round ? listCheckedPages(store, round, show) : []
  },

  'cases.checkPage': async ({ cases, now, actor }, { request, ...said }) => {
    const store = await cases.get(request)
    checkPage(store, said, { at: now, by: actor })
    return summaryOf(store, getRound(store))
  },

  'cases.signOff': async ({ cases, now }, { request, reviewer }) =>
    signOff(await cases.get(request), reviewer, now),

  'cases.findConflicts': (ctx, { request }) => findConflicts(ctx, request),

  'cases.conflicts': async ({ cases }, { request }) => {
    const store = await cases.find(request)
    return keptConflicts(store)
  },

  'cases.differences': async ({ cases }, { request }) => {
    const store = await cases.find(request)
    return store ? differencesOf(store) : []
  },
}
