import type { z } from 'zod'
import type { RedactionTerm } from '#shared/cases/redaction-term.ts'
import type { caseMarkProcedures } from '#shared/registers/cases/case-marks.contract.ts'
import type { Progress } from '../../pdf/write-record.ts'
import { recordChange, type Step } from '../changes.ts'
import { whileAlone } from '../marks/alone.ts'
import { bringIn, letGo, newBundle, putAway } from '../marks/bundles.ts'
import { checkSaid, type Known } from '../marks/check-said.ts'
import type { Who } from '../marks/mark-rows.ts'
import type { CaseStore } from '../open-cases.ts'
import { reopening } from '../people/reopen.ts'
import { exclusionsOf } from './exclusions.ts'
import { finderOf, lookAtPage, type TermWork } from './look-at-page.ts'
import { pagesSpared, placeAgain, type PlacedAgain } from './place-again.ts'
import { listTerms } from './saved-terms.ts'

type Procedure = (typeof caseMarkProcedures)['cases.applyTerms']
type Asked = Omit<z.output<Procedure['input']>, 'request'>

/** Pages that are looked through between two breaths of the program, and written together. */
const AT_ONCE = 100

/**
 * Looks for saved terms in every page and marks what they find, in one step to undo. What an exclusion covers is spared,
 * also what was marked before for people and terms. A place that has a mark already, or of which somebody said that it
 * stays, gets no second one.
 */
export async function applyTerms(
  store: CaseStore,
  { terms: ids, state }: Asked,
  known: Known,
  who: Who,
  step: Progress,
): Promise<{ marks: number; pages: number; spared: number }> {
  return whileAlone(store, async () => {
    letGo(store)
    const all = listTerms(store)
    const terms = all.filter(({ id, kind }) => kind !== 'exclude' && (ids === null || ids.includes(id)))
    if (state === 'accepted')
      for (const { exemption } of terms) checkSaid({ exemption, answers: {} }, known, null)
    const exclusions = exclusionsOf(store)
    const work: TermWork = {
      find: finderOf(terms),
      state,
      exclusions,
      bundle: newBundle(store),
      added: [],
      accepted: [],
      gone: [],
      pages: new Set(),
      changed: new Set(),
      uncovered: new Set(),
      sparing: new Set(pagesSpared(store, null)),
      counts: new Map(),
      spared: 0,
    }
    await lookEverywhere(store, work, who, step)
    const again = await placeAgain(
      store,
      [...work.sparing].toSorted((one, other) => one - other),
      exclusions,
      who,
      step,
    )
    const counted = all.filter((term) => term.kind === 'exclude' || terms.includes(term))
    keep(store, counted, work, again, who)
    return { marks: work.added.length, pages: work.pages.size, spared: work.spared + again.gone }
  })
}

async function lookEverywhere(store: CaseStore, work: TermWork, who: Who, step: Progress): Promise<void> {
  const pages = Uint32Array.from(
    store.raw.prepare<[], number>(`select page from page_texts where text <> '' order by page`).pluck().all(),
  )
  for (let from = 0; from < pages.length; from += AT_ONCE) {
    await step(from, pages.length, 'Looking for the saved terms')
    store.raw.transaction(() => {
      for (const page of pages.subarray(from, from + AT_ONCE)) lookAtPage(store, page, work, who)
    })()
  }
}

const ACCEPT = 'update marks set state = ? where id in (select value from json_each(?))'
const COUNT = 'update terms set hits = ?, pages = ? where id = ?'

function keep(
  store: CaseStore,
  counted: readonly RedactionTerm[],
  { bundle, added, accepted, gone, counts, changed, uncovered }: TermWork,
  again: PlacedAgain,
  who: Who,
): void {
  const away = newBundle(store)
  const ids = JSON.stringify(accepted)
  const says = 'Saved terms were looked for again.'
  const reopen = reopening(
    store,
    { pages: [...changed], says },
    {
      pages: [...uncovered],
      says: 'A saved term stands at a place that cannot be found on the picture: mark it by hand, or withhold the page.',
    },
  )
  const countStep = ({ id }: RedactionTerm): Step => {
    const { hits, pages } = counts.get(id) ?? { hits: 0, pages: 0 }
    return { sql: COUNT, values: [hits, pages, id] }
  }
  recordChange(
    store,
    { ...who, says: `Looked for ${counted.length === 1 ? `“${counted[0]!.text}”` : 'the saved terms'}` },
    [
      ...putAway(away, gone),
      ...bringIn(bundle),
      { sql: ACCEPT, values: ['accepted', ids] },
      ...counted.map(countStep),
      ...again.forward,
      ...reopen.forward,
    ],
    [
      ...reopen.backward,
      ...again.backward,
      ...counted.map(({ id, hits, pages }): Step => ({ sql: COUNT, values: [hits, pages, id] })),
      { sql: ACCEPT, values: ['proposed', ids] },
      ...putAway(bundle, added),
      ...bringIn(away),
    ],
  )
}
