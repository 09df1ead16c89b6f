import { AppError } from '#shared/errors.ts'
import { recordChange, type Step } from '../changes.ts'
import { refuseWhileBusy } from '../marks/alone.ts'
import { bringIn, newBundle, putAway, stage } from '../marks/bundles.ts'
import { checkShape, rowOfNew, textOf, type Who } from '../marks/mark-rows.ts'
import type { CaseStore } from '../open-cases.ts'
import { pageRow } from '../pages.ts'
import { placesIn } from '../places.ts'
import { nameOf, withheldAs } from './decide-person.ts'
import { getPerson, labelOfRow, personRow } from './person-rows.ts'
import { nothingPlaced, placeMarksOn, shapeAt } from './place-marks.ts'

type Hit = { readonly page: number; readonly start: number; readonly end: number }
type Known = {
  readonly id: number
  readonly state: 'accepted' | 'rejected'
  readonly exemption: string
  readonly reason: string
}

const SET = 'update marks set state = ?, exemption = ?, reason = ? where id = ?'

/**
 * Lets somebody stay visible at one place, with why; or ends that with null, and the place is marked again where they are
 * withheld. One step to undo. Throws `rule` where they are not named there, or no box shows the place.
 */
export function exceptHit(
  store: CaseStore,
  person: number,
  { page, start, end }: Hit,
  because: string | null,
  who: Who,
): void {
  refuseWhileBusy(store)
  const row = personRow(store, person)
  pageRow(store, page)
  const known = store.raw
    .prepare<number[], Known>(
      `select id, state, exemption, reason from marks
       where page = ? and person = ? and origin = 'person' and text_start = ? and text_end = ?`,
    )
    .get(page, person, start, end)
  const place = placesIn(store).of(page).toLocaleString('en-GB')
  const says = `${because === null ? 'Ended an exception' : 'Exception'} for ${nameOf(row)} on page ${place}`
  if (known) {
    const steps = because === null ? ended(store, person, page, known, who) : excepted(known, because)
    if (steps) recordChange(store, { ...who, says }, steps.forward, steps.backward)
    return
  }
  if (because === null) throw new AppError('not-found', 'There is no exception at this place any more.')
  addException(store, { person, page, start, end, because, says }, who)
}

type Both = { readonly forward: Step[]; readonly backward: Step[] }

const back = ({ id, state, exemption, reason }: Known): Step => ({
  sql: SET,
  values: [state, exemption, reason, id],
})

const excepted = (known: Known, because: string): Both => ({
  forward: [{ sql: SET, values: ['rejected', known.exemption, because, known.id] }],
  backward: [back(known)],
})

/** What is named there hides again; of somebody who is not withheld the mark only goes. Null where it is no exception. */
function ended(store: CaseStore, person: number, page: number, known: Known, who: Who): Both | null {
  if (known.state !== 'rejected') return null
  const away = newBundle(store)
  const isWithheld = personRow(store, person).decision === 'withhold'
  const placing = isWithheld
    ? placeMarksOn(store, { ...withheldAs(store, person), besides: known.id }, [page], who)
    : nothingPlaced(store)
  return {
    forward: [...putAway(away, [known.id, ...placing.gone]), ...bringIn(placing.bundle)],
    backward: [...putAway(placing.bundle, placing.added), ...bringIn(away)],
  }
}

type Exception = Hit & { readonly person: number; readonly because: string; readonly says: string }

function addException(
  store: CaseStore,
  { person, page, start, end, because, says }: Exception,
  who: Who,
): void {
  const shape = shapeAt(store, page, start, end)
  if (!shape)
    throw new AppError(
      'rule',
      'This place cannot be found on the picture of the page, so no mark stands there.',
    )
  checkShape(store, page, shape)
  if (textOf(store, page).slice(start, end).trim() === '')
    throw new AppError('rule', 'There are no words at this place.')
  const mark = rowOfNew({
    page,
    shape,
    target: { kind: 'plain' },
    origin: 'person',
    state: 'rejected',
    exemption: getPerson(store, person).exemption,
    answers: {},
    reason: because,
    label: labelOfRow(personRow(store, person)),
    person,
    term: null,
  })
  store.raw.transaction(() => {
    const bundle = newBundle(store)
    const ids = stage(store, bundle, [mark], who)
    recordChange(store, { ...who, says }, bringIn(bundle), putAway(bundle, ids))
  })()
}
