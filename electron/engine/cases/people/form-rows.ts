import { AppError } from '#shared/errors.ts'
import type { Form } from '#shared/cases/needles/find-form.ts'
import type { CaseStore } from '../open-cases.ts'
import { takeNumber } from './person-rows.ts'

type FormRow = {
  readonly id: number
  readonly person: number | null
  readonly text: string
  readonly is_dropped: number
}

/** The row of a form; throws `not-found`. */
export function formRow({ raw }: CaseStore, id: number): FormRow {
  const found = raw
    .prepare<[number], FormRow>('select id, person, text, is_dropped from person_forms where id = ?')
    .get(id)
  if (!found) throw new AppError('not-found', 'This name is not on the list any more. Open the list again.')
  return found
}

/** A form that belongs to nobody yet: one that was taken off the list, or a new one. Says its number. */
export function freeForm(store: CaseStore, { text, kind }: Form, because: string): number {
  const { raw } = store
  const known = raw
    .prepare<[string, string], number>(
      'select id from person_forms where text = ? and kind = ? and person is null',
    )
    .pluck()
    .get(text, kind)
  if (known !== undefined) return known
  const id = takeNumber(store, 'person_forms')
  raw
    .prepare('insert into person_forms (id, person, text, kind, because) values (?, null, ?, ?, ?)')
    .run(id, text, kind, because)
  return id
}
