import type { Box } from '#shared/cases/mark.ts'
import type { NamedPerson, ReleasePeople, WeighedPerson } from '#shared/law/release/release-state.ts'
import type { CaseStore } from '../open-cases.ts'
import { unpackWords } from '../page-texts.ts'
import { UNSEARCHED } from '../people/search-state.ts'
import { isUnder } from './page-areas.ts'
import { peopleOfCase, type PersonOfCase } from './people-of-case.ts'

/** What a release has to know of the people of a case; `going` names the pages to be released, in SQL. */
export function readReleasePeople(store: CaseStore, going: string): ReleasePeople {
  const { raw } = store
  const people = peopleOfCase(store)
  const pagesOf = new Map(
    raw
      .prepare<[], { person: number; pages: number }>(
        `select person, count(distinct page) as pages from person_forms join form_pages on form = id
         where person is not null and is_dropped = 0 and page in (select id from pages where ${going})
         group by person`,
      )
      .all()
      .map(({ person, pages }) => [person, pages]),
  )
  const named = (which: (person: PersonOfCase) => boolean): NamedPerson[] =>
    people
      .filter((person) => which(person) && pagesOf.has(person.id))
      .map(({ id, name }) => ({ name, pages: pagesOf.get(id)! }))
      .toSorted((a, b) => b.pages - a.pages)
  return {
    undecided: named(({ decision, facts }) => decision === null && facts.role !== 'subject'),
    otherChildren: named(({ decision, facts }) => decision === 'disclose' && facts.role === 'child'),
    withheld: people.filter(({ decision }) => decision === 'withhold').map(weighed),
    protectedOpen: people
      .filter(({ facts }) => facts.isProtected)
      .flatMap(({ id, name }) => {
        const pages = openAddresses(store, id, going)
        return pages > 0 ? [{ name, pages }] : []
      }),
    unsearched: raw
      .prepare<[], number>(
        `select count(*) ${UNSEARCHED} and pages.id in (select id from pages where ${going})`,
      )
      .pluck()
      .get()!,
  }
}

function weighed({ name, exemption, facts }: PersonOfCase): WeighedPerson {
  const { role, capacity } = facts
  const factors = [
    facts.factorInformation,
    facts.factorConfidence,
    facts.factorSteps,
    facts.factorCapable,
    facts.factorRefusal,
  ]
  return { name, role, capacity, exemption, isWeighed: factors.some((text) => text.trim() !== '') }
}

type Place = { readonly page: number; readonly start: number; readonly end: number }

/** On how many pages to be released an address of somebody is not covered by an accepted mark. */
function openAddresses({ raw }: CaseStore, person: number, going: string): number {
  const places = raw
    .prepare<[number], Place>(
      `select page, place.value ->> 0 as start, place.value ->> 1 as end
       from person_forms join form_pages on form = id, json_each(places) as place
       where person = ? and is_dropped = 0 and kind in ('address', 'postcode', 'phone', 'email')
         and page in (select id from pages where ${going})`,
    )
    .all(person)
  const isCovered = raw
    .prepare<[number, number, number], number>(
      `select 1 from marks where page = ? and state = 'accepted'
         and (shape ->> 'kind' = 'page' or (text_start <= ? and text_end >= ?)) limit 1`,
    )
    .pluck()
  const open = places.filter(
    (place) =>
      isCovered.get(place.page, place.start, place.end) === undefined && !isUnderBoxes({ raw }, place),
  )
  return new Set(open.map(({ page }) => page)).size
}

/** Whether every word of a place lies under the boxes of accepted marks. */
function isUnderBoxes({ raw }: Pick<CaseStore, 'raw'>, { page, start, end }: Place): boolean {
  const boxes = raw
    .prepare<[number], string>(
      `select shape from marks where page = ? and state = 'accepted' and shape ->> 'kind' <> 'page'`,
    )
    .pluck()
    .all(page)
    .flatMap((shape) => (JSON.parse(shape) as { boxes: Box[] }).boxes)
  if (boxes.length === 0) return false
  const kept = raw.prepare<[number], Buffer>('select words from page_texts where page = ?').pluck().get(page)
  const words = (kept ? unpackWords(kept) : []).filter((word) => word.start < end && start < word.end)
  return words.length > 0 && words.every((word) => isUnder(word, boxes))
}
