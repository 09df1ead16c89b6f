import type { PersonFacts } from '#shared/cases/person.ts'
import { recordChange } from '../changes.ts'
import type { Who } from '../marks/mark-rows.ts'
import type { CaseStore } from '../open-cases.ts'
import { freeForm } from './form-rows.ts'
import { takeLetter } from './letters.ts'
import {
  deletePerson,
  giveForms,
  insertPerson,
  keptFacts,
  NO_FACTS,
  type PersonRow,
  takeNumber,
} from './person-rows.ts'
import { lookForForm } from './look-for-form.ts'

/** The row of somebody of whom nothing is decided. */
export const newPersonRow = (id: number, letter: string, facts: Partial<PersonFacts>): PersonRow => ({
  id,
  letter,
  name: facts.name ?? '',
  facts: keptFacts({ ...NO_FACTS, ...facts }),
  decision: null,
  exemption: '',
  because: '',
  decided_at: null,
  decided_by: '',
  placed_to: 0,
})

/** Enters somebody by hand, in one step to undo; says their number. The name is looked for at once where it is written so. */
export function addPerson(store: CaseStore, name: string, who: Who): number {
  return store.raw.transaction(() => {
    const form = freeForm(store, { text: name, kind: 'name' }, '')
    lookForForm(store, form)
    const made = newPersonRow(takeNumber(store, 'people'), takeLetter(store), { name })
    recordChange(
      store,
      { ...who, says: `Entered “${name}”` },
      [insertPerson(made), giveForms([form], made.id)],
      [giveForms([form], null), ...deletePerson(made.id)],
    )
    return made.id
  })()
}
