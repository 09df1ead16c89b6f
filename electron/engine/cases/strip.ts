import { PageFlag } from '#shared/cases/page.ts'
import type { CaseStore } from './open-cases.ts'
import { placesIn } from './places.ts'

/** Some neighbouring pages of a case, and how many of them have each flag. */
export type StripPart = {
  readonly firstPlace: number
  readonly pages: number
  readonly flags: Partial<Record<PageFlag, number>>
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
  const parts: StripPart[] = []
  for (let firstPlace = 1; firstPlace <= places.count; firstPlace += size) {
    const last = Math.min(places.count, firstPlace + size - 1)
    const flags: StripPart['flags'] = {}
    for (const flag of PageFlag.options) {
      const found = count.get(flag, places.at(firstPlace)!, places.at(last)!)!
      if (found > 0) flags[flag] = found
    }
    parts.push({ firstPlace, pages: last - firstPlace + 1, flags })
  }
  return parts
}
