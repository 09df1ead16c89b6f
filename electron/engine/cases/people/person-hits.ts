import type { z } from 'zod'
import type { casePeopleProcedures } from '#shared/registers/cases/case-people.contract.ts'
import { prepared } from '../import/prepared.ts'
import { textOf } from '../marks/mark-rows.ts'
import type { CaseStore } from '../open-cases.ts'
import { placesIn } from '../places.ts'
import { markOf, type MarkRow } from '../rows.ts'
import { formIds, pagesOfForms } from './pages-of-person.ts'
import { personRow } from './person-rows.ts'
import type { Place } from './places.ts'
import { namedPlaces } from './wanted-places.ts'

type Procedure = (typeof casePeopleProcedures)['cases.personHits']
type Asked = Omit<z.output<Procedure['input']>, 'request'>

/** Letters shown before and after a name. */
const AROUND = 70

type Hit = { readonly page: number; readonly place: Place; readonly mark: MarkRow | null }

/** The places where somebody is named, in the order of reading, with the mark that covers each. */
export function personHits(
  store: CaseStore,
  { person, show, offset, limit }: Asked,
): z.input<Procedure['output']> {
  personRow(store, person)
  const forms = formIds(store, person)
  const marks = Map.groupBy(marksWithPlace(store, person), ({ page }) => page)
  const shown: Hit[] = []
  let total = 0
  for (const page of pagesOfForms(store, forms)) {
    for (const place of namedPlaces(store, forms, page)) {
      const mark = covering(marks.get(page) ?? [], place)
      if (show === 'exceptions' && mark?.state !== 'rejected') continue
      if (show === 'unmarked' && mark !== null) continue
      if (total >= offset && shown.length < limit) shown.push({ page, place, mark })
      total += 1
    }
  }
  return { total, hits: shown.map((hit) => told(store, hit)) }
}

function marksWithPlace({ raw }: CaseStore, person: number): MarkRow[] {
  return raw
    .prepare<[number], MarkRow>(
      `select * from marks where person = ? and text_start is not null and state <> 'proposed' order by page, id`,
    )
    .all(person)
}

/** An exception is told before a mark, for it is what was said of this place last. */
function covering(marks: readonly MarkRow[], [start, end]: Place): MarkRow | null {
  const found = marks.filter(({ text_start, text_end }) => text_start! <= start && end <= text_end!)
  return found.find(({ state }) => state === 'rejected') ?? found[0] ?? null
}

function told(store: CaseStore, { page, place: [start, end], mark }: Hit) {
  const text = textOf(store, page)
  const { title } = prepared<{ title: string }>(
    store.raw,
    'select title from documents where id = (select document from pages where id = ?)',
  ).get(page)!
  return {
    page,
    place: placesIn(store).of(page),
    title,
    form: text.slice(start, end),
    start,
    end,
    snippet: snippetAround(text, start, end),
    mark: mark && markOf(mark),
  }
}

/** The words before and after a place, on one line. */
function snippetAround(text: string, start: number, end: number) {
  const from = start <= AROUND ? 0 : wordStart(text, start - AROUND, start)
  const to = Math.min(text.length, end + AROUND)
  const before = `${from > 0 ? '… ' : ''}${flat(text.slice(from, start))}`
  const after = `${flat(text.slice(end, to))}${to < text.length ? ' …' : ''}`
  return [
    { text: before, hit: false },
    { text: flat(text.slice(start, end)), hit: true },
    { text: after, hit: false },
  ].filter((piece) => piece.text !== '')
}

function wordStart(text: string, from: number, to: number): number {
  const space = text.slice(from, to).search(/\s/u)
  return space < 0 ? from : from + space + 1
}

const flat = (text: string) => text.replaceAll(/\s+/gu, ' ')
