import { AppError } from '#shared/errors.ts'
import { CasePerson, PersonDecision, PersonFacts, type PersonForm } from '#shared/cases/person.ts'
import { Instant } from '#shared/time/instant.ts'
import type { Step } from '../changes.ts'
import type { CaseStore } from '../open-cases.ts'
import { labelOf } from '#shared/cases/people/labels.ts'

/** A row of `people`. */
export type PersonRow = {
  readonly id: number
  readonly letter: string
  readonly name: string
  readonly facts: string
  readonly decision: string | null
  readonly exemption: string
  readonly because: string
  readonly decided_at: string | null
  readonly decided_by: string
  readonly placed_to: number
}

/** What is weighed about somebody, without the name, as `facts` keeps it. */
const KeptFacts = PersonFacts.omit({ name: true })

/** What is known of somebody of whom nothing was said yet. */
export const NO_FACTS: PersonFacts = {
  name: '',
  role: null,
  capacity: null,
  describedAs: '',
  consentAskedOn: null,
  consentAnswer: null,
  consentOn: null,
  consentNote: '',
  knownAlready: '',
  factorInformation: '',
  factorConfidence: '',
  factorSteps: '',
  factorCapable: '',
  factorRefusal: '',
  harmOpinionBy: '',
  harmOpinionOn: null,
  harmOpinionSays: null,
  isProtected: false,
}

/** The row of somebody; throws `not-found`. */
export function personRow({ raw }: CaseStore, id: number): PersonRow {
  const found = raw.prepare<[number], PersonRow>('select * from people where id = ?').get(id)
  if (!found) throw new AppError('not-found', 'This person is not on the list any more. Open the list again.')
  return found
}

/** What is weighed about somebody. */
export const factsOf = ({ name, facts }: Pick<PersonRow, 'name' | 'facts'>): PersonFacts =>
  PersonFacts.parse({ ...NO_FACTS, ...(JSON.parse(facts) as object), name })

/** What of the facts is kept as JSON. */
export const keptFacts = (facts: PersonFacts): string => JSON.stringify(KeptFacts.parse(facts))

/** The neutral label of somebody; empty for who asks. */
export const labelOfRow = (row: Pick<PersonRow, 'letter' | 'name' | 'facts'>): string =>
  row.letter === '' ? '' : labelOf(row.letter, factsOf(row).describedAs)

/** Somebody with all forms; throws `not-found`. */
export function getPerson(store: CaseStore, id: number): CasePerson {
  const row = personRow(store, id)
  const facts = factsOf(row)
  return CasePerson.parse({
    ...facts,
    id,
    letter: row.letter,
    label: labelOfRow(row),
    decision: PersonDecision.nullable().parse(row.decision),
    exemption: row.exemption,
    because: row.because,
    decidedAt: row.decided_at === null ? null : Instant.parse(row.decided_at),
    decidedBy: row.decided_by,
    forms: formsOf(store, id),
  })
}

/** The forms of somebody, those found most often first. */
export function formsOf({ raw }: CaseStore, person: number): PersonForm[] {
  return raw
    .prepare<[number], PersonForm>(
      `select id, person, text, kind, because, coalesce(sum(hits), 0) as hits, count(page) as pages
       from person_forms left join form_pages on form = id
       where person = ? group by id order by hits desc, id`,
    )
    .all(person)
}

const INSERT = `insert into people (id, letter, name, facts, decision, exemption, because, decided_at, decided_by, placed_to)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

/** The step that puts somebody there. */
export const insertPerson = (row: PersonRow): Step => ({
  sql: INSERT,
  values: [
    row.id,
    row.letter,
    row.name,
    row.facts,
    row.decision,
    row.exemption,
    row.because,
    row.decided_at,
    row.decided_by,
    row.placed_to,
  ],
})

/** The steps that take somebody off of whom no mark speaks any more; forms they still have belong to nobody. */
export const deletePerson = (id: number): Step[] => [
  { sql: 'update person_forms set person = null where person = ?', values: [id] },
  { sql: 'delete from people where id = ?', values: [id] },
]

/** The step that gives forms to somebody, or with null to nobody; one that is dropped is not proposed again. */
export const giveForms = (forms: readonly number[], person: number | null, isDropped = false): Step => ({
  sql: 'update person_forms set person = ?, is_dropped = ? where id in (select value from json_each(?))',
  values: [person, isDropped ? 1 : 0, JSON.stringify(forms)],
})

/** Takes the next number of a table, which is then never given to another row. */
export function takeNumber({ raw }: CaseStore, table: 'people' | 'person_forms' | 'terms'): number {
  const last = raw
    .prepare<[string], number>('select seq from sqlite_sequence where name = ?')
    .pluck()
    .get(table)
  if (last === undefined) raw.prepare('insert into sqlite_sequence (name, seq) values (?, 1)').run(table)
  else raw.prepare('update sqlite_sequence set seq = seq + 1 where name = ?').run(table)
  return (last ?? 0) + 1
}
