import type { PackPlan, PlanDocument, PlanLabel, PlanRedaction } from '#shared/cases/pack-plan.ts'
import { labelParts, rangesOf, reasonForRemoval } from '#shared/cases/removal-words.ts'
import type { RemovedArea } from '#shared/cases/removal.ts'
import { canonical } from '../../tables/json.ts'
import type { CaseStore } from '../open-cases.ts'
import { unpackWords } from '../page-texts.ts'
import {
  areasOf,
  isMostlyRemoved,
  type MarkRow,
  shaped,
  type ShapedMark,
  type TextOfPage,
} from './page-areas.ts'
import { peopleOfCase } from './people-of-case.ts'
import { type RemovalRow, startRemovalsHash } from './removals.ts'

/** What a plan says of its removals. */
export type FrozenRemovals = Pick<PackPlan, 'removals' | 'labels' | 'redactions' | 'mostlyRemoved'>

/** What the pages to be removed from are, and how the schedule speaks of them. */
export type ToFreeze = {
  readonly documents: readonly PlanDocument[]
  readonly firstNumber: number
  /** Exemptions that the pack does not name. */
  readonly unsaid: readonly string[]
  /** Which of the pages are looked at; all of them without it. */
  readonly isOf?: (page: number) => boolean
}

/**
 * Works out what is removed from the pages of a pack, page by page, gives each row to `keep` in the order of the pages,
 * and answers with what the plan says of them all: hash and counts, the key to the labels, and the schedule.
 */
export function freezeRemovals(
  store: CaseStore,
  { documents, firstNumber, unsaid, isOf = () => true }: ToFreeze,
  keep: (row: RemovalRow, areas: readonly RemovedArea[]) => void,
): FrozenRemovals {
  const numbers = numbersOf(documents, firstNumber)
  const labels = new Map(peopleOfCase(store).map(({ id, label }) => [id, label]))
  const hash = startRemovalsHash()
  const counted = startCounting(unsaid)
  let pages = 0
  for (const { page, making, marks, text } of markedPages(store, (one) => numbers.has(one) && isOf(one))) {
    const areas = areasOf(marks, text, (person) => labels.get(person), unsaid)
    const row = { page, making, areas: canonical(areas) }
    hash.add(row)
    keep(row, areas)
    pages += 1
    counted.add(numbers.get(page)!, areas, isMostlyRemoved(marks, text))
  }
  return { removals: { pages, marks: counted.marks(), sha256: hash.digest() }, ...counted.said() }
}

/** Whether something else would be removed from the pages of a pack now than when it was frozen. */
export function isRemovedOtherwise(
  store: CaseStore,
  pack: number,
  { documents, firstNumber }: Pick<PackPlan, 'documents' | 'firstNumber'>,
): boolean {
  const kept = new Map(
    store.raw
      .prepare<[number], { page: number; areas: string }>('select page, areas from pack_pages where pack = ?')
      .all(pack)
      .filter(({ areas }) => areas !== '[]')
      .map(({ page, areas }) => [page, shapesOf(areas)]),
  )
  let isOther = false
  freezeRemovals(store, { documents, firstNumber, unsaid: [] }, ({ page, areas }) => {
    if (areas === '[]') return
    isOther ||= kept.get(page) !== shapesOf(areas)
    kept.delete(page)
  })
  return isOther || kept.size > 0
}

/** Where something is removed and what stands in its place; not why, which may be said in better words. */
function shapesOf(areas: string): string {
  const all = JSON.parse(areas) as Pick<RemovedArea, 'boxes' | 'words' | 'label' | 'spoken'>[]
  return canonical(all.map(({ boxes, words, label, spoken }) => ({ boxes, words, label, spoken })))
}

/** The number that each page is stamped with. */
function numbersOf(documents: readonly PlanDocument[], firstNumber: number): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>()
  let number = firstNumber
  for (const { runs } of documents)
    for (const { firstPage, pages } of runs)
      for (let index = 0; index < pages; index += 1) numbers.set(firstPage + index, number++)
  return numbers
}

type MarkedPage = {
  readonly page: number
  readonly making: 'objects' | 'picture'
  readonly marks: readonly ShapedMark[]
  readonly text: TextOfPage
}

/** The pages with something to remove, or to be made from their picture, in their order. */
function* markedPages(
  { raw }: CaseStore,
  isWanted: (page: number) => boolean,
): Generator<MarkedPage, void, undefined> {
  const pages = raw
    .prepare<[], { page: number; is_picture: number }>(
      `select page, max(is_picture) as is_picture from (
         select page, 0 as is_picture from marks where state = 'accepted'
         union all select page, 1 from picture_pages
       ) group by page order by page`,
    )
    .all()
  const marksOf = raw.prepare<[number], MarkRow>(
    `select id, shape, exemption, label, person from marks where page = ? and state = 'accepted' order by id`,
  )
  const textOf = raw.prepare<[number], { text: string; words: Buffer }>(
    'select text, words from page_texts where page = ?',
  )
  for (const { page, is_picture } of pages) {
    if (!isWanted(page)) continue
    const kept = textOf.get(page)
    yield {
      page,
      making: is_picture === 1 ? 'picture' : 'objects',
      marks: shaped(marksOf.all(page)),
      text: kept ? { text: kept.text, words: () => unpackWords(kept.words) } : { text: '', words: () => [] },
    }
  }
}

type Group = { readonly exemption: string; readonly numbers: Set<number>; marks: number }

function startCounting(unsaid: readonly string[]) {
  const groups = new Map<string, Group>()
  const labels = new Map<string, Set<string>>()
  const mostly: number[] = []
  let marks = 0
  return {
    marks: () => marks,
    add(number: number, areas: readonly RemovedArea[], isMostly: boolean): void {
      for (const { exemption, label, spoken } of areas) {
        marks += 1
        const says = labels.get(label) ?? new Set()
        labels.set(label, says.add(standsFor(spoken, exemption, unsaid)))
        // Where naming an exemption would defeat it, what it removes is not counted either.
        if (unsaid.includes(exemption)) continue
        const group = groups.get(exemption) ?? { exemption, numbers: new Set(), marks: 0 }
        groups.set(exemption, group)
        group.numbers.add(number)
        group.marks += 1
      }
      if (isMostly) mostly.push(number)
    },
    said: () => ({
      labels: [...labels].toSorted(([a], [b]) => inOrder(a, b)).map(labelLine),
      redactions: [...groups.values()]
        .toSorted((a, b) => (a.exemption < b.exemption ? -1 : 1))
        .map(redactionLine),
      mostlyRemoved: rangesOf(mostly),
    }),
  }
}

/** What a label stands for in neutral words: who it is, or else why it is removed. */
function standsFor(spoken: string, exemption: string, unsaid: readonly string[]): string {
  const who = labelParts(spoken).standsFor
  return who || reasonForRemoval(unsaid.includes(exemption) ? '' : exemption)
}

const labelLine = ([label, says]: readonly [string, ReadonlySet<string>]): PlanLabel => ({
  label,
  says: [...says].join(' '),
})

const redactionLine = ({ exemption, numbers, marks }: Group): PlanRedaction => ({
  exemption,
  reason: reasonForRemoval(exemption),
  ranges: rangesOf(numbers),
  pages: numbers.size,
  marks,
})

/** "Person B" before "Person AA"; people before what is no person. */
function inOrder(a: string, b: string): number {
  const [first, second] = [a, b].map((label) => /^Person [A-Z]+$/u.test(label))
  if (first !== second) return first ? -1 : 1
  return (first ? a.length - b.length : 0) || (a < b ? -1 : 1)
}
