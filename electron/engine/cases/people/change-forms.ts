import type { Progress } from '../../pdf/write-record.ts'
import { recordChange, type Step } from '../changes.ts'
import { bringIn, newBundle, putAway } from '../marks/bundles.ts'
import type { Who } from '../marks/mark-rows.ts'
import type { CaseStore } from '../open-cases.ts'
import { nameOf, uncoveredWords, withheldAs } from './decide-person.ts'
import { personRow } from './person-rows.ts'
import { placeMarks } from './place-marks.ts'
import { reopening } from './reopen.ts'

/** A change of the forms of somebody: what they are then, and the pages on which that can matter. */
export type OtherForms = {
  readonly person: number
  readonly forms: readonly number[]
  readonly pages: readonly number[]
}

type Change = {
  readonly says: string
  readonly forward: readonly Step[]
  readonly backward: readonly Step[]
}

/**
 * Changes forms in one step to undo, with the marks of everybody withheld whom that concerns; says how many pages are
 * to be looked at again.
 */
export async function changeForms(
  store: CaseStore,
  change: Change,
  others: readonly OtherForms[],
  who: Who,
  step: Progress,
): Promise<number> {
  const forward: Step[] = [...change.forward]
  const backward: Step[] = []
  let reopened = 0
  for (const { person, forms, pages } of others) {
    const row = personRow(store, person)
    if (row.decision !== 'withhold') continue
    const placing = await placeMarks(store, { ...withheldAs(store, person), forms }, pages, who, step)
    const name = nameOf(row)
    const reopen = reopening(
      store,
      { pages: placing.pages, says: `What names ${name} was changed.` },
      { pages: placing.uncovered, says: uncoveredWords(name) },
    )
    const away = newBundle(store)
    forward.push(...bringIn(placing.bundle), ...putAway(away, placing.gone), ...reopen.forward)
    backward.unshift(...reopen.backward, ...bringIn(away), ...putAway(placing.bundle, placing.added))
    reopened += reopen.pages.length
  }
  recordChange(store, { ...who, says: change.says }, forward, [...backward, ...change.backward])
  return reopened
}
