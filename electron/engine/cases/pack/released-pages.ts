import { PackPlan, pagesOfPlan } from '#shared/cases/pack-plan.ts'
import type { CaseStore } from '../open-cases.ts'

/** What was handed over before: how many phases, and the number of the last page. */
export type Before = { readonly phases: number; readonly lastNumber: number }

/** Names the pages of packs that were released, in the passing table `released_pages`, and says how far they go. */
export function releasedPages({ raw }: CaseStore): Before {
  raw.exec(
    'create temp table if not exists released_pages (page integer primary key) strict; delete from temp.released_pages;',
  )
  const add = raw.prepare('insert or ignore into temp.released_pages (page) values (?)')
  const plans = raw
    .prepare<[], string>('select plan from packs where released_at is not null order by id')
    .pluck()
    .all()
    .map((plan) => PackPlan.parse(JSON.parse(plan)))
  raw.transaction(() => {
    for (const { documents } of plans)
      for (const { runs } of documents)
        for (const { firstPage, pages } of runs)
          for (let page = 0; page < pages; page += 1) add.run(firstPage + page)
  })()
  const lastNumber = Math.max(0, ...plans.map((plan) => plan.firstNumber + pagesOfPlan(plan) - 1))
  return { phases: plans.length, lastNumber }
}
