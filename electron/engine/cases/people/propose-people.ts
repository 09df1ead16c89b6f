import { type Cluster, clusterForms, type FoundForm, sameAs } from '#shared/cases/people/cluster.ts'
import { describedAsOf } from '#shared/cases/people/labels.ts'
import type { FormKind } from '#shared/cases/person.ts'
import type { CaseStore } from '../open-cases.ts'
import { freeForm } from './form-rows.ts'
import { takeLetter } from './letters.ts'
import { newPersonRow } from './new-person.ts'
import { factsOf, giveForms, insertPerson, type PersonRow, takeNumber } from './person-rows.ts'
import { keyOf } from './tally.ts'

type KnownForm = {
  readonly id: number
  readonly person: number | null
  readonly text: string
  readonly kind: FormKind
  readonly because: string
  readonly is_dropped: number
  readonly hits: number
  readonly pages: number
}

/**
 * Puts forms that were found onto the list, in one transaction: each to somebody who is not decided about and whom it
 * fits, or to a new person. Nobody decided about is changed, and what was taken off the list stays off. Who asks, and
 * whose data it is, are told by the names the register has.
 */
export function proposePeople(store: CaseStore, found: readonly FoundForm[], subjects: readonly string[]) {
  return store.raw.transaction(() => {
    const known = knownForms(store)
    const owned = new Map(known.filter(({ person }) => person !== null).map((form) => [keyOf(form), form]))
    const dropped = new Set(known.filter(({ is_dropped }) => is_dropped === 1).map(keyOf))
    const fresh = found.filter(({ key }) => !owned.has(key) && !dropped.has(key))
    if (fresh.length === 0) return { people: 0, forms: 0 }
    const freshKeys = new Set(fresh.map(({ key }) => key))
    const people = peopleById(store)
    let made = 0
    for (const cluster of clusterForms([...[...owned.values()].map(asFound), ...fresh])) {
      const forms = cluster.forms.filter(({ key }) => freshKeys.has(key))
      if (forms.length === 0) continue
      const owners = cluster.forms.flatMap(({ key }) => people.get(owned.get(key)?.person ?? 0) ?? [])
      let person = owners.find(mayGrow)?.id
      if (person === undefined) {
        person = addProposed(store, cluster, forms, subjects)
        made += 1
      }
      give(store, forms, person)
    }
    return { people: made, forms: fresh.length }
  })()
}

/** Somebody who is not decided about, or who asks: a new form of theirs changes no mark. */
const mayGrow = (row: PersonRow) => row.decision === null || factsOf(row).role === 'subject'

function knownForms({ raw }: CaseStore): KnownForm[] {
  return raw
    .prepare<[], KnownForm>(
      `select id, person, text, kind, because, is_dropped, coalesce(sum(hits), 0) as hits, count(page) as pages
       from person_forms left join form_pages on form = id group by id order by id`,
    )
    .all()
}

const peopleById = ({ raw }: CaseStore): ReadonlyMap<number, PersonRow> =>
  new Map(
    raw
      .prepare<[], PersonRow>('select * from people')
      .all()
      .map((row) => [row.id, row]),
  )

const asFound = (form: KnownForm): FoundForm => ({
  key: keyOf(form),
  text: form.text,
  kind: form.kind,
  because: form.because,
  role: null,
  capacity: null,
  near: '',
  hits: form.hits,
  pages: form.pages,
})

function addProposed(
  store: CaseStore,
  cluster: Cluster,
  forms: readonly FoundForm[],
  subjects: readonly string[],
): number {
  const names = cluster.forms.filter(({ kind }) => kind === 'name').map(({ text }) => text)
  const isSubject = subjects.some((subject) => names.some((name) => sameAs(subject, name)))
  const role = isSubject ? 'subject' : cluster.role
  const hasOwnName = forms.some(({ kind }) => kind === 'name')
  const row = newPersonRow(takeNumber(store, 'people'), isSubject ? '' : takeLetter(store), {
    name: (hasOwnName ? cluster.name : (forms[0]?.text ?? cluster.name)).slice(0, 200),
    role,
    capacity: isSubject ? null : cluster.capacity,
    describedAs: describedAsOf(role),
  })
  const { sql, values } = insertPerson(row)
  store.raw.prepare(sql).run(...values)
  return row.id
}

function give(store: CaseStore, forms: readonly FoundForm[], person: number): void {
  const { sql, values } = giveForms(
    forms.map((form) => freeForm(store, form, form.because)),
    person,
  )
  store.raw.prepare(sql).run(...values)
}
