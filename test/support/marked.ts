import type { CaseStore } from '#engine/cases/open-cases.ts'
import { unpackWords } from '#engine/cases/page-texts.ts'
import { keptFacts, NO_FACTS } from '#engine/cases/people/person-rows.ts'
import { textShape } from '#shared/cases/mark-shapes.ts'
import { findForm, prepare } from '#shared/cases/needles/find-form.ts'
import type { PersonRole } from '#shared/cases/person.ts'

const AT = '2026-11-22T09:00:00.000Z'

/** Somebody to put on the list of a case: a letter, a name with other forms, and what was decided. */
export type MadePerson = {
  readonly letter: string
  readonly name: string
  readonly describedAs: string
  readonly role: PersonRole
  readonly decision: 'withhold' | 'disclose' | null
  readonly exemption?: string
  readonly forms?: readonly string[]
  readonly isProtected?: boolean
}

/** Puts somebody on the list of a case as a search for people would, and says how they are numbered. */
export function addPersonRow({ raw }: CaseStore, person: MadePerson): number {
  const {
    letter,
    name,
    describedAs,
    role,
    decision,
    exemption = 'TP-16',
    forms = [],
    isProtected = false,
  } = person
  const facts = { ...NO_FACTS, describedAs, role, isProtected, factorInformation: 'Weighed in the test' }
  const id = Number(
    raw
      .prepare(
        `insert into people (letter, name, facts, decision, exemption, because, decided_at, decided_by)
         values (?, ?, ?, ?, ?, '', ?, 'DPO')`,
      )
      .run(letter, name, keptFacts(facts), decision, exemption, AT).lastInsertRowid,
  )
  for (const text of [name, ...forms]) {
    const form = raw
      .prepare(`insert into person_forms (person, text, kind, because) values (?, ?, 'name', '')`)
      .run(id, text).lastInsertRowid
    for (const { page, places } of placesOf({ raw } as CaseStore, text))
      raw
        .prepare('insert into form_pages (form, page, hits, places) values (?, ?, ?, ?)')
        .run(form, page, places.length, JSON.stringify(places))
  }
  return id
}

/** Marks every place where some words stand, and says how many there are. */
export function markWords(
  store: CaseStore,
  text: string,
  said: {
    readonly person?: number
    readonly label: string
    readonly exemption: string
    readonly state?: string
  },
): number {
  const { raw } = store
  let marks = 0
  for (const { page, places } of placesOf(store, text)) {
    const words = unpackWords(
      raw.prepare<[number], Buffer>('select words from page_texts where page = ?').pluck().get(page)!,
    )
    for (const [start, end] of places) {
      const shape = textShape(words, start, end)
      if (!shape) throw new Error(`Page ${page} has no boxes for these words`)
      raw
        .prepare(
          `insert into marks (page, shape, target, origin, state, exemption, answers, reason, label, person, term, made_at,
             made_by, text_start, text_end)
           values (?, ?, '{"kind":"plain"}', 'hand', ?, ?, '{}', 'Said in the test', ?, ?, null, ?, 'DPO', ?, ?)`,
        )
        .run(
          page,
          JSON.stringify(shape),
          said.state ?? 'accepted',
          said.exemption,
          said.label,
          said.person ?? null,
          AT,
          start,
          end,
        )
      marks += 1
    }
  }
  return marks
}

function placesOf({ raw }: CaseStore, text: string): { page: number; places: [number, number][] }[] {
  return raw
    .prepare<[], { page: number; text: string }>('select page, text from page_texts order by page')
    .all()
    .map(({ page, text: whole }) => ({
      page,
      places: findForm(prepare(whole), { text, kind: 'alias' }).map(({ start, end }): [number, number] => [
        start,
        end,
      ]),
    }))
    .filter(({ places }) => places.length > 0)
}
