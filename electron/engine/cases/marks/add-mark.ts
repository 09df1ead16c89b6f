import type { z } from 'zod'
import type { Mark } from '#shared/cases/mark.ts'
import type { caseMarkProcedures } from '#shared/registers/cases/case-marks.contract.ts'
import { recordChange } from '../changes.ts'
import type { CaseStore } from '../open-cases.ts'
import { pageRow } from '../pages.ts'
import { getPerson } from '../people/person-rows.ts'
import { bringIn, newBundle, putAway, stage } from './bundles.ts'
import { checkSaid, type Known } from './check-said.ts'
import { checkShape, getMark, marksInWords, rowOfNew, type Who } from './mark-rows.ts'

type Asked = Omit<z.output<(typeof caseMarkProcedures)['cases.mark']['input']>, 'request'>

/** Marks a place by hand; it hides from now on. Throws `rule` where its exemption asks what was not answered. */
export function addMark(
  store: CaseStore,
  { page, shape, target, said, person }: Asked,
  known: Known,
  who: Who,
): Mark {
  pageRow(store, page)
  checkShape(store, page, shape)
  const hidden = person === null ? null : getPerson(store, person)
  checkSaid(said, known, hidden)
  const label = said.label.trim() || (hidden?.label ?? '')
  const row = rowOfNew({
    page,
    shape,
    target,
    origin: 'hand',
    state: 'accepted',
    ...said,
    label,
    person,
    term: null,
  })
  const id = store.raw.transaction(() => {
    const bundle = newBundle(store)
    const [number] = stage(store, bundle, [row], who)
    const says = `Added the ${marksInWords(store, [row])}`
    recordChange(store, { ...who, says }, bringIn(bundle), putAway(bundle, [number!]))
    return number!
  })()
  return getMark(store, id)
}
