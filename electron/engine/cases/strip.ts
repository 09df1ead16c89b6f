import { PageFlag } from '#shared/cases/page.ts'
import type { CaseStore } from './open-cases.ts'
import { placesIn } from './places.ts'

/** Some neighbouring pages of a case, and how many of them have each flag, have marks, or are open again. */
export type StripPart = {
  readonly firstPlace: number
  readonly pages: number
  readonly flags: Partial<Record<PageFlag, number>>
  readonly marked: number
  readonly reopened: number
}

/** The whole case in at most so many parts of the same number of pages; nothing where it has no pages. */
export function stripOf(store: CaseStore, buckets: number): StripPart[] {
  const places = placesIn(store)
  const size = Math.max(1, Math.ceil(places.count / buckets))
  const count = store.raw
    .prepare<[string, number, number], number>(
      'select count(*) from pages where flag = ? and id between ? and ?',
    )
    .pluck()
  const marked = upTo(markedPages(store), (page) => page)
  const reopened = upTo(reopenedPages(store), ({ id }) => id)
  const parts: StripPart[] = []
  for (let firstPlace = 1; firstPlace <= places.count; firstPlace += size) {
    const last = Math.min(places.count, firstPlace + size - 1)
    const open = reopened(places.at(last)!)
    const flags: StripPart['flags'] = {}
    for (const flag of PageFlag.options) {
      const found = count.get(flag, places.at(firstPlace)!, places.at(last)!)!
      const decided = found - open.filter((page) => page.flag === flag).length
      if (decided > 0) flags[flag] = decided
    }
    parts.push({
      firstPlace,
      pages: last - firstPlace + 1,
      flags,
      marked: marked(places.at(last)!).length,
      reopened: open.length,
    })
  }
  return parts
}

/** Takes pages in their order, each once: those up to a page that were not taken yet. */
function upTo<Value>(pages: readonly Value[], idOf: (page: Value) => number) {
  let next = 0
  return (last: number): readonly Value[] => {
    const from = next
    while (next < pages.length && idOf(pages[next]!) <= last) next += 1
    return pages.slice(from, next)
  }
}

function markedPages({ raw }: CaseStore): number[] {
  return raw
    .prepare<[], number>(`select distinct page from marks where state = 'accepted' order by page`)
    .pluck()
    .all()
}

function reopenedPages({ raw }: CaseStore): { id: number; flag: string | null }[] {
  return raw
    .prepare<[], { id: number; flag: string | null }>(
      `select id, flag from pages where reopened <> '' order by id`,
    )
    .all()
}
