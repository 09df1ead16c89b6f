import type { Progress } from '../../pdf/write-record.ts'
import type { CaseStore } from '../open-cases.ts'
import { type Alone, aloneIn, type Standing, standOn } from './alone-forms.ts'
import { freeForm } from './form-rows.ts'
import { takeLetter } from './letters.ts'
import { newPersonRow } from './new-person.ts'
import { pagesOfForms } from './pages-of-person.ts'
import { giveForms, insertPerson, type PersonRow, takeNumber } from './person-rows.ts'
import { keyOf } from './tally.ts'

/** Pages between two breaths of the program. */
const BETWEEN_STEPS = 100

type FormRow = {
  readonly id: number
  readonly person: number | null
  readonly text: string
  readonly kind: Alone['kind']
  readonly is_dropped: number
}

/** Has the parts of names that may stand alone looked for by the next search; they belong to nobody yet. */
export function offerAloneForms(store: CaseStore): void {
  store.raw.transaction(() => {
    const known = new Set(formRows(store).map(keyOf))
    for (const alone of aloneIn(store)) if (!known.has(alone.key)) freeForm(store, alone, alone.because)
  })()
}

/**
 * Gives parts of names that do stand alone to the person whose they are; where they can be several people’s, or a
 * decision about that person stands, to a person of their own, for somebody to decide. What is also an everyday word
 * is left to a person. Says how many people and forms that adds.
 */
export async function giveAloneForms(
  store: CaseStore,
  step: Progress,
): Promise<{ people: number; forms: number }> {
  const rows = new Map(formRows(store).map((row) => [keyOf(row), row]))
  const wanted = aloneIn(store).flatMap((alone) => {
    const row = rows.get(alone.key)
    return row && row.person === null && row.is_dropped === 0 ? [{ ...alone, form: row.id }] : []
  })
  const standing = await standingOf(store, new Set(wanted.map(({ form }) => form)), step)
  return store.raw.transaction(() => {
    const added = { people: 0, forms: 0 }
    for (const alone of wanted) {
      const found = standing.get(alone.form)
      if (!found || found.isAlsoSmall) continue
      const given = give(store, alone, alone.form)
      added.people += given === 'new' ? 1 : 0
      added.forms += given === 'none' ? 0 : 1
    }
    return added
  })()
}

async function standingOf(
  store: CaseStore,
  forms: ReadonlySet<number>,
  step: Progress,
): Promise<Map<number, Standing>> {
  const standing = new Map<number, Standing>()
  const pages = pagesOfForms(store, [...forms])
  for (const [index, page] of pages.entries()) {
    if (index % BETWEEN_STEPS === 0)
      await step(index, pages.length, 'Looking where parts of names stand alone')
    standOn(store, page, forms, standing)
  }
  return standing
}

const formRows = ({ raw }: CaseStore): FormRow[] =>
  raw
    // A form that somebody has comes last, and so is the one that counts.
    .prepare<[], FormRow>(
      'select id, person, text, kind, is_dropped from person_forms order by person is not null, is_dropped, id',
    )
    .all()

function give(store: CaseStore, alone: Alone, form: number): 'known' | 'new' | 'none' {
  const people = alone.people.map((id) =>
    store.raw.prepare<[number], PersonRow>('select * from people where id = ?').get(id)!,
  )
  // Of people who all stay visible a part of the name may stay too.
  if (people.every(({ decision }) => decision === 'disclose')) return 'none'
  const [only] = people.length === 1 ? people : []
  if (only?.decision === null) {
    run(store, giveForms([form], only.id))
    return 'known'
  }
  const name = `${alone.text} (which one?)`
  const row = newPersonRow(takeNumber(store, 'people'), takeLetter(store), { name })
  run(store, insertPerson(row))
  run(store, giveForms([form], row.id))
  return 'new'
}

function run({ raw }: CaseStore, { sql, values }: ReturnType<typeof insertPerson>): void {
  raw.prepare(sql).run(...values)
}
