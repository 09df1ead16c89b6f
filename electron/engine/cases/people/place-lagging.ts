import type { Step } from '../changes.ts'
import { prepared } from '../import/prepared.ts'
import { bringIn, newBundle, putAway } from '../marks/bundles.ts'
import type { Who } from '../marks/mark-rows.ts'
import type { CaseStore } from '../open-cases.ts'
import type { Progress } from '../../pdf/write-record.ts'
import { nameOf, uncoveredWords, withheldAs } from './decide-person.ts'
import type { PersonRow } from './person-rows.ts'
import { placeMarks } from './place-marks.ts'
import { reopening } from './reopen.ts'
import { lastSearch } from './search-state.ts'

/**
 * Places marks of everybody withheld on the pages that were searched since they were placed last. Nothing to undo: it
 * follows from decisions that stand. Says how many pages got marks.
 */
export async function placeLagging(store: CaseStore, who: Who, step: Progress): Promise<number> {
  let pages = 0
  for (const row of lagging(store)) {
    const search = lastSearch(store)
    const placing = await placeMarks(
      store,
      withheldAs(store, row.id),
      pagesSearchedSince(store, row),
      who,
      step,
    )
    const name = nameOf(row)
    const reopen = reopening(
      store,
      { pages: placing.pages, says: `${name} is withheld and was found here.` },
      { pages: placing.uncovered, says: uncoveredWords(name) },
    )
    run(store, [
      ...bringIn(placing.bundle),
      ...putAway(newBundle(store), placing.gone),
      ...reopen.forward,
      { sql: 'update people set placed_to = ? where id = ?', values: [search, row.id] },
    ])
    pages += placing.pages.length
  }
  return pages
}

/** Everybody withheld whose marks do not stand yet on pages that were searched last. */
function lagging(store: CaseStore): PersonRow[] {
  return store.raw
    .prepare<[number], PersonRow>(
      `select * from people where decision = 'withhold' and placed_to < ? order by id`,
    )
    .all(lastSearch(store))
}

function pagesSearchedSince({ raw }: CaseStore, { id, placed_to }: PersonRow): number[] {
  return raw
    .prepare<[{ id: number; since: number }], number>(
      `select page from searched_pages where search > @since and (
         page in (select page from form_pages join person_forms on person_forms.id = form where person = @id)
         or page in (select page from marks where person = @id and origin = 'person'))
       order by page`,
    )
    .pluck()
    .all({ id, since: placed_to })
}

function run({ raw }: CaseStore, steps: readonly Step[]): void {
  raw.transaction(() => {
    for (const { sql, values } of steps) prepared(raw, sql).run(...values)
  })()
}
