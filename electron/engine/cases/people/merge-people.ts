import { AppError } from '#shared/errors.ts'
import type { Progress } from '../../pdf/write-record.ts'
import { recordChange, type Step } from '../changes.ts'
import { runsOf } from '../flags.ts'
import { whileAlone } from '../marks/alone.ts'
import { bringIn, newBundle, putAway, putAwayOf } from '../marks/bundles.ts'
import type { Who } from '../marks/mark-rows.ts'
import type { CaseStore } from '../open-cases.ts'
import { decided, nameOf, uncoveredWords, withheldAs } from './decide-person.ts'
import { formIds, marksOf, pagesOfForms, pagesToPlace } from './pages-of-person.ts'
import {
  deletePerson,
  factsOf,
  giveForms,
  insertPerson,
  labelOfRow,
  type PersonRow,
  personRow,
} from './person-rows.ts'
import { nothingPlaced, placeMarks } from './place-marks.ts'
import { reopening } from './reopen.ts'
import { searchForms } from './search-forms.ts'
import { lastSearch } from './search-state.ts'

/**
 * Joins people into one, in one step to undo. The decision about that one holds; where there is none, the one that all
 * others share who are decided about. Says how many pages are to be looked at again.
 */
export async function mergePeople(
  store: CaseStore,
  into: number,
  people: readonly number[],
  who: Who,
  step: Progress,
): Promise<number> {
  const target = personRow(store, into)
  const others = [...new Set(people)].filter((id) => id !== into).map((id) => personRow(store, id))
  if (others.length === 0) throw new AppError('rule', 'Choose two people or more to join.')
  return whileAlone(store, async () => {
    await searchForms(store, 'newForms', step)
    return merge(store, target, others, who, step)
  })
}

async function merge(
  store: CaseStore,
  target: PersonRow,
  others: readonly PersonRow[],
  who: Who,
  step: Progress,
): Promise<number> {
  const holds = { ...decisionOf(target, others), placed_to: lastSearch(store) }
  const formsOfOthers = others.map(({ id }) => ({ id, forms: formIds(store, id) }))
  const forms = [...formIds(store, target.id), ...formsOfOthers.flatMap((one) => one.forms)]
  const going = others.flatMap(({ id }) => marksOf(store, id))
  const pages = new Set([...pagesToPlace(store, target.id), ...pagesOfForms(store, forms)])
  const exceptionsOf = [target.id, ...others.map(({ id }) => id)]
  const isWithheld = holds.decision === 'withhold'
  const placing = isWithheld
    ? await placeMarks(
        store,
        { ...withheldAs(store, target.id), exemption: holds.exemption, forms, exceptionsOf },
        [...pages].toSorted((one, other) => one - other),
        who,
        step,
      )
    : nothingPlaced(store)
  const changed = isWithheld ? placing.pages : going.map(({ page }) => page)
  const name = nameOf(target)
  const reopen = reopening(
    store,
    { pages: [...new Set(changed)], says: `People were joined into ${name}.` },
    { pages: target.decision === 'withhold' ? [] : placing.uncovered, says: uncoveredWords(name) },
  )
  const away = newBundle(store)
  const kept = others.map((row) => handOver(store, row, target))
  recordChange(
    store,
    { ...who, says: `Joined ${others.map(nameOf).join(', ')} into ${name}` },
    [
      ...putAway(away, [...going.map(({ id }) => id), ...placing.gone]),
      ...kept.flatMap(({ forward }) => forward),
      giveForms(
        formsOfOthers.flatMap((one) => one.forms),
        target.id,
      ),
      ...others.flatMap(({ id }) => deletePerson(id)),
      decided(target.id, holds),
      ...bringIn(placing.bundle),
      ...reopen.forward,
    ],
    [
      ...reopen.backward,
      // Whoever was not withheld before keeps no mark, nor one that was placed since.
      ...(target.decision === 'withhold'
        ? putAway(placing.bundle, placing.added)
        : putAwayOf(placing.bundle, target.id)),
      decided(target.id, target),
      ...others.map(insertPerson),
      ...formsOfOthers.map((one) => giveForms(one.forms, one.id)),
      ...kept.flatMap(({ backward }) => backward),
      ...bringIn(away),
    ],
  )
  return reopen.pages.length
}

/** What is decided about who several people are joined into. */
function decisionOf(target: PersonRow, others: readonly PersonRow[]): PersonRow {
  const said = others.filter(({ decision }) => decision !== null)
  const isShared = target.decision === null && new Set(said.map(({ decision }) => decision)).size === 1
  return isShared && factsOf(target).role !== 'subject' ? said[0]! : target
}

const HAND_OVER = `update marks set person = ?, label = case when label = ? then ? else label end
  where id in (select marks.id from json_each(?) as run
    join marks on marks.id between run.value ->> 0 and run.value ->> 1)`

/** Exceptions and marks by hand of somebody become those of who they are joined to. */
function handOver({ raw }: CaseStore, from: PersonRow, to: PersonRow): { forward: Step[]; backward: Step[] } {
  const ids = raw
    .prepare<[number], number>(
      `select id from marks where person = ? and not (origin = 'person' and state = 'accepted') order by id`,
    )
    .pluck()
    .all(from.id)
  if (ids.length === 0) return { forward: [], backward: [] }
  const runs = JSON.stringify(runsOf(ids))
  const [old, label] = [labelOfRow(from), labelOfRow(to)]
  return {
    forward: [{ sql: HAND_OVER, values: [to.id, old, label, runs] }],
    backward: [{ sql: HAND_OVER, values: [from.id, label, old, runs] }],
  }
}
