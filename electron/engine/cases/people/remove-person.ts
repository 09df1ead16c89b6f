import { recordChange } from '../changes.ts'
import { whileAlone } from '../marks/alone.ts'
import { bringIn, newBundle, putAway } from '../marks/bundles.ts'
import type { Who } from '../marks/mark-rows.ts'
import type { CaseStore } from '../open-cases.ts'
import { nameOf } from './decide-person.ts'
import { formIds } from './pages-of-person.ts'
import { deletePerson, giveForms, insertPerson, personRow } from './person-rows.ts'
import { reopening } from './reopen.ts'

type Marked = { readonly id: number; readonly page: number; readonly state: string }

/** Takes somebody off the list with all marks that hide them, in one step to undo; their names are not proposed again. */
export async function removePerson(store: CaseStore, person: number, who: Who): Promise<void> {
  await whileAlone(store, () => {
    const row = personRow(store, person)
    const forms = formIds(store, person)
    const marks = store.raw
      .prepare<[number], Marked>('select id, page, state from marks where person = ? order by id')
      .all(person)
    const accepted = marks.filter(({ state }) => state === 'accepted').map(({ page }) => page)
    const reopen = reopening(
      store,
      { pages: [...new Set(accepted)], says: `${nameOf(row)} is not on the list of people any more.` },
      { pages: [], says: '' },
    )
    const away = newBundle(store)
    recordChange(
      store,
      { ...who, says: `Took ${nameOf(row)} off the list` },
      [
        ...putAway(
          away,
          marks.map(({ id }) => id),
        ),
        giveForms(forms, null, true),
        ...deletePerson(person),
        ...reopen.forward,
      ],
      [...reopen.backward, insertPerson(row), giveForms(forms, person), ...bringIn(away)],
    )
    return Promise.resolve()
  })
}
