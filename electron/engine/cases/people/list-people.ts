import type { z } from 'zod'
import { PersonDecision, type PersonLine } from '#shared/cases/person.ts'
import type { casePeopleProcedures } from '#shared/registers/cases/case-people.contract.ts'
import { foldText } from '#shared/registers/search/words.ts'
import type { CaseStore } from '../open-cases.ts'
import { factsOf, labelOfRow, type PersonRow } from './person-rows.ts'
import { type Counts, countPeople } from './count-people.ts'
import { unsearchedPages } from './search-state.ts'

type Procedure = (typeof casePeopleProcedures)['cases.people']
type Asked = Omit<z.output<Procedure['input']>, 'request'>

/** Forms that are shown with somebody. */
const SHOWN = 6

/** Everybody of a case that is asked for, those who are in most of it first. */
export async function listPeople(
  store: CaseStore,
  { show, text }: Asked,
): Promise<z.input<Procedure['output']>> {
  const lines = allLines(store, await countPeople(store))
  const undecided = lines.filter(isUndecided)
  const wanted =
    show === 'all'
      ? lines
      : show === 'undecided'
        ? undecided
        : lines.filter(({ decision }) => decision === show)
  const typed = foldText(text.trim())
  const people = typed === '' ? wanted : wanted.filter((line) => wordsOf(line).includes(typed))
  return {
    people: people.map((line) => ({ ...line, forms: line.forms.slice(0, SHOWN) })),
    total: lines.length,
    undecided: undecided.length,
    unsearched: unsearchedPages(store),
  }
}

const isUndecided = ({ decision, role }: PersonLine) => decision === null && role !== 'subject'

const wordsOf = ({ name, label, forms }: PersonLine) => foldText([name, label, ...forms].join('\n'))

function allLines(store: CaseStore, counts: ReadonlyMap<number, Counts>): PersonLine[] {
  const { raw } = store
  const rows = raw.prepare<[], PersonRow>('select * from people').all()
  const forms = Map.groupBy(
    raw
      .prepare<[], { person: number; text: string }>(
        'select person, text from person_forms where person is not null order by id',
      )
      .all(),
    ({ person }) => person,
  )
  const exceptions = new Map(
    raw
      .prepare<[], { person: number; count: number }>(
        `select person, count(*) as count from marks where state = 'rejected' and person is not null group by person`,
      )
      .all()
      .map(({ person, count }) => [person, count]),
  )
  return rows
    .map((row): PersonLine => {
      const { name, role, capacity, isProtected } = factsOf(row)
      const { hits = 0, pages = 0, documents = 0 } = counts.get(row.id) ?? {}
      return {
        id: row.id,
        name,
        role,
        capacity,
        letter: row.letter,
        label: labelOfRow(row),
        decision: PersonDecision.nullable().parse(row.decision),
        isProtected,
        forms: (forms.get(row.id) ?? []).map(({ text }) => text),
        hits,
        pages,
        documents,
        exceptions: exceptions.get(row.id) ?? 0,
      }
    })
    .toSorted((one, other) => other.pages - one.pages || other.hits - one.hits || one.id - other.id)
}
