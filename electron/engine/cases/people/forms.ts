import { AppError } from '#shared/errors.ts'
import type { Form } from '#shared/cases/needles/find-form.ts'
import type { Progress } from '../../pdf/write-record.ts'
import { whileAlone } from '../marks/alone.ts'
import type { Who } from '../marks/mark-rows.ts'
import type { CaseStore } from '../open-cases.ts'
import { changeForms, type OtherForms } from './change-forms.ts'
import { nameOf } from './decide-person.ts'
import { formRow, freeForm } from './form-rows.ts'
import { takeLetter } from './letters.ts'
import { formIds, pagesOfForms } from './pages-of-person.ts'
import { deletePerson, giveForms, insertPerson, personRow, takeNumber } from './person-rows.ts'
import { newPersonRow } from './new-person.ts'
import { searchForms } from './search-forms.ts'

/** Gives somebody another form and looks where it stands, in one step to undo; marks follow where they are withheld. */
export async function addForm(store: CaseStore, person: number, form: Form, who: Who, step: Progress) {
  return whileAlone(store, async () => {
    const row = personRow(store, person)
    const has = store.raw
      .prepare('select 1 from person_forms where person = ? and text = ? and kind = ?')
      .get(person, form.text, form.kind)
    if (has) throw new AppError('rule', `${nameOf(row)} has “${form.text}” already.`)
    const id = freeForm(store, form, '')
    const { is_dropped } = formRow(store, id)
    await searchForms(store, 'newForms', step)
    await changeForms(
      store,
      {
        says: `Added “${form.text}” to ${nameOf(row)}`,
        forward: [giveForms([id], person)],
        backward: [giveForms([id], null, is_dropped === 1)],
      },
      [{ person, forms: [...formIds(store, person), id], pages: pagesOfForms(store, [id]) }],
      who,
      step,
    )
    return store.raw
      .prepare<[number], { hits: number; pages: number }>(
        'select coalesce(sum(hits), 0) as hits, count(*) as pages from form_pages where form = ?',
      )
      .get(id)!
  })
}

/** Takes a form off somebody, and off the list, in one step to undo: it is no name, or names nobody. */
export async function dropForm(store: CaseStore, form: number, who: Who, step: Progress): Promise<void> {
  await whileAlone(store, async () => {
    const { person, text } = formRow(store, form)
    if (person === null) return
    await changeForms(
      store,
      {
        says: `Took “${text}” off ${nameOf(personRow(store, person))}`,
        forward: [giveForms([form], null, true)],
        backward: [giveForms([form], person)],
      },
      [lessForm(store, person, form)],
      who,
      step,
    )
  })
}

/** Gives a form to somebody else, or with null to a new person of its own; says to whom. One step to undo. */
export async function moveForm(
  store: CaseStore,
  form: number,
  to: number | null,
  who: Who,
  step: Progress,
): Promise<number> {
  return whileAlone(store, async () => {
    const { person: from, text } = formRow(store, form)
    if (from === null)
      throw new AppError('not-found', 'This name is not on the list any more. Open the list again.')
    if (from === to) return from
    if (to === null) {
      const made = newPersonRow(takeNumber(store, 'people'), takeLetter(store), { name: text })
      await changeForms(
        store,
        {
          says: `Parted “${text}” off ${nameOf(personRow(store, from))}`,
          forward: [insertPerson(made), giveForms([form], made.id)],
          backward: [giveForms([form], from), ...deletePerson(made.id)],
        },
        [lessForm(store, from, form)],
        who,
        step,
      )
      return made.id
    }
    const target = personRow(store, to)
    const more = { person: to, forms: [...formIds(store, to), form], pages: pagesOfForms(store, [form]) }
    await changeForms(
      store,
      {
        says: `Moved “${text}” to ${nameOf(target)}`,
        forward: [giveForms([form], to)],
        backward: [giveForms([form], from)],
      },
      [lessForm(store, from, form), more],
      who,
      step,
    )
    return to
  })
}

const lessForm = (store: CaseStore, person: number, form: number): OtherForms => ({
  person,
  forms: formIds(store, person).filter((id) => id !== form),
  pages: pagesOfForms(store, [form]),
})
