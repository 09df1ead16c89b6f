import { compileForms, findForms, prepare } from '#shared/cases/needles/find-form.ts'
import { textShape } from '#shared/cases/mark-shapes.ts'
import type { MarkShape } from '#shared/cases/mark.ts'
import type { RedactionTerm } from '#shared/cases/redaction-term.ts'
import { prepared } from '../import/prepared.ts'
import { type NewMark, stage } from '../marks/bundles.ts'
import { rowOfNew, type Who } from '../marks/mark-rows.ts'
import type { CaseStore } from '../open-cases.ts'
import { unpackWords } from '../page-texts.ts'
import { isWithin, joined, type Place } from '../people/places.ts'
import type { Exclusions } from './exclusions.ts'
import { patternFinder } from './patterns.ts'

/** Where terms stand in a text. */
export type FindTerms = (text: string) => ReadonlyMap<RedactionTerm, readonly Place[]>

/** What is gathered while terms are looked for in page after page. */
export type TermWork = {
  readonly find: FindTerms
  readonly state: 'proposed' | 'accepted'
  readonly exclusions: Exclusions
  /** Holds the new marks until all pages are looked through. */
  readonly bundle: string
  readonly added: number[]
  /** Marks that were only proposed and are accepted now. */
  readonly accepted: number[]
  readonly gone: number[]
  /** Pages with new marks. */
  readonly pages: Set<number>
  /** Pages on which something hides that showed before. */
  readonly changed: Set<number>
  /** Pages on which a term that was not looked for before stands at a place without a box. */
  readonly uncovered: Set<number>
  /** Pages on which an exclusion stands, or had a say. */
  readonly sparing: Set<number>
  readonly counts: Map<number, { hits: number; pages: number }>
  spared: number
}

/** What finds terms: all words in one go, and patterns each with a limit of time. */
export function finderOf(terms: readonly RedactionTerm[]): FindTerms {
  const words = terms.filter(({ kind }) => kind === 'words')
  const compiled = compileForms(words.map(({ text }) => ({ text, kind: 'alias' })))
  const patterns = terms
    .filter(({ kind }) => kind === 'pattern')
    .map((term) => ({ term, find: patternFinder(term.text) }))
  return (text) => {
    const found = new Map<RedactionTerm, Place[]>()
    const put = (term: RedactionTerm, { start, end }: { readonly start: number; readonly end: number }) => {
      const places = found.get(term)
      if (places) places.push([start, end])
      else found.set(term, [[start, end]])
    }
    if (words.length > 0) for (const hit of findForms(prepare(text), compiled)) put(words[hit.form]!, hit)
    for (const { term, find } of patterns) for (const match of find(text)) put(term, match)
    return found
  }
}

type KnownMark = {
  readonly id: number
  readonly state: string
  readonly term: number | null
  readonly text_start: number
  readonly text_end: number
}

/** Looks for the terms in a page; what is to be marked is put into the bundle. Inside a transaction. */
export function lookAtPage(store: CaseStore, page: number, work: TermWork, who: Who): void {
  const { raw } = store
  const row = prepared<{ text: string; words: Buffer }>(
    raw,
    'select text, words from page_texts where page = ?',
  ).get(page)
  if (!row) return
  const kept = work.exclusions.of(row.text)
  for (const [term, places] of Map.groupBy(kept, (one) => one.term)) count(work, term, places.length)
  const excluded = kept.map(({ place }) => place)
  if (excluded.length > 0) work.sparing.add(page)
  const marks = prepared<KnownMark>(
    raw,
    'select id, state, term, text_start, text_end from marks where page = ? and text_start is not null',
  ).all(page)
  takeSpared(marks, excluded, work)
  const shapes = shaper(row.words)
  const fresh = [...work.find(row.text)].flatMap(([term, found]) => {
    count(work, term.id, found.length)
    const left = found.filter((place) => !isWithin(place, excluded))
    work.spared += found.length - left.length
    return joined(left).flatMap((place) => {
      const known = marks.filter((mark) => covers(mark, place) && standsFor(mark, term))
      accept(work, page, known)
      if (known.length > 0) return []
      const shape = shapes(place)
      if (!shape && term.hits === null) work.uncovered.add(page)
      return shape ? [markOf(term, page, shape, work.state)] : []
    })
  })
  if (fresh.length === 0) return
  work.added.push(...stage(store, work.bundle, fresh, who))
  work.pages.add(page)
  if (work.state === 'accepted') work.changed.add(page)
}

/** A mark of the same term, or any that says that the place is hidden already or stays. */
const standsFor = ({ term, state }: KnownMark, { id }: RedactionTerm) => term === id || state !== 'proposed'

const covers = ({ text_start, text_end }: KnownMark, [start, end]: Place) =>
  text_start <= start && end <= text_end

/** Proposals of terms that an exclusion covers go; so do marks of people, elsewhere. */
function takeSpared(marks: readonly KnownMark[], excluded: readonly Place[], work: TermWork): void {
  const going = marks.filter(
    ({ state, term, text_start, text_end }) =>
      term !== null && state === 'proposed' && isWithin([text_start, text_end], excluded),
  )
  work.gone.push(...going.map(({ id }) => id))
  work.spared += going.length
}

function accept(work: TermWork, page: number, known: readonly KnownMark[]): void {
  if (work.state !== 'accepted') return
  const proposed = known.filter(({ state }) => state === 'proposed')
  if (proposed.length === 0) return
  work.accepted.push(...proposed.map(({ id }) => id))
  work.changed.add(page)
}

function count({ counts }: TermWork, term: number, hits: number): void {
  if (hits === 0) return
  const known = counts.get(term) ?? { hits: 0, pages: 0 }
  counts.set(term, { hits: known.hits + hits, pages: known.pages + 1 })
}

/** Unpacks the words of a page only where a mark is to be made. */
function shaper(packed: Buffer): (place: Place) => MarkShape | null {
  let words: ReturnType<typeof unpackWords> | null = null
  return ([start, end]) => textShape((words ??= unpackWords(packed)), start, end)
}

const markOf = (
  { id, exemption, reason, label }: RedactionTerm,
  page: number,
  shape: MarkShape,
  state: TermWork['state'],
): NewMark =>
  rowOfNew({
    page,
    shape,
    target: { kind: 'plain' },
    origin: 'term',
    state,
    exemption,
    answers: {},
    reason,
    label,
    person: null,
    term: id,
  })
