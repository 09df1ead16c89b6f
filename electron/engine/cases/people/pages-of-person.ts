import type { CaseStore } from '../open-cases.ts'
import type { MarkRow } from '../rows.ts'

/** A mark that withholds somebody, without its shape: there can be a hundred thousand. */
export type MarkOfPerson = Pick<
  MarkRow,
  'id' | 'page' | 'state' | 'exemption' | 'answers' | 'reason' | 'label'
>

/** The marks that withhold somebody. */
export function marksOf({ raw }: CaseStore, person: number): MarkOfPerson[] {
  return raw
    .prepare<[number], MarkOfPerson>(
      `select id, page, state, exemption, answers, reason, label from marks
       where person = ? and origin = 'person' and state = 'accepted' order by id`,
    )
    .all(person)
}

/** How many marks withhold somebody, and the pages they are on. */
export function markedPages({ raw }: CaseStore, person: number): { marks: number; pages: number[] } {
  const rows = raw
    .prepare<[number], { page: number; marks: number }>(
      `select page, count(*) as marks from marks
       where person = ? and origin = 'person' and state = 'accepted' group by page order by page`,
    )
    .all(person)
  return { marks: rows.reduce((sum, row) => sum + row.marks, 0), pages: rows.map(({ page }) => page) }
}

/** The pages that name somebody, or have marks that withhold them. */
export function pagesToPlace({ raw }: CaseStore, person: number): number[] {
  return raw
    .prepare<[{ person: number }], number>(
      `select page from form_pages join person_forms on person_forms.id = form where person = @person
       union select page from marks where person = @person and origin = 'person' and state = 'accepted' order by 1`,
    )
    .pluck()
    .all({ person })
}

/** The numbers of the forms of somebody. */
export function formIds({ raw }: CaseStore, person: number): number[] {
  return raw
    .prepare<[number], number>('select id from person_forms where person = ? order by id')
    .pluck()
    .all(person)
}

/** The pages on which forms stand, in order. */
export function pagesOfForms({ raw }: CaseStore, forms: readonly number[]): number[] {
  return raw
    .prepare<[string], number>(
      'select distinct page from form_pages where form in (select value from json_each(?)) order by page',
    )
    .pluck()
    .all(JSON.stringify(forms))
}
