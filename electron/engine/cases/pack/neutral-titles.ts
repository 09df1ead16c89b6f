import type { PlanDocument } from '#shared/cases/pack-plan.ts'
import type { RemovedArea } from '#shared/cases/removal.ts'
import { startUnnaming } from '#shared/cases/without-names.ts'
import { lettersOf } from '../page-texts.ts'

/** Words of fewer letters are told in a title by chance. */
const FEWEST_LETTERS = 5

/**
 * Titles of documents without what is removed from their own pages: words that were marked by hand are nobody's name
 * and would be told by the title all the same. `take` gets what is removed from a page, `titles` gives the documents.
 */
export function startNeutralTitles(documents: readonly PlanDocument[]) {
  const places = documents.flatMap((document, index) =>
    document.runs.map(({ firstPage, pages }) => ({ index, firstPage, end: firstPage + pages })),
  )
  places.sort((one, other) => one.firstPage - other.firstPage)
  const told = documents.map(() => new Map<string, string>())
  const letters = documents.map(({ title, author }) => lettersOf(`${title} ${author}`))
  return {
    take(page: number, areas: readonly RemovedArea[]): void {
      const index = placeOf(places, page)
      if (index === null) return
      for (const { words, label } of areas) {
        const known = lettersOf(words)
        if (known.length >= FEWEST_LETTERS && letters[index]!.includes(known)) told[index]!.set(words, label)
      }
    },
    titles: (): PlanDocument[] =>
      documents.map((document, index) => {
        const unnamed = [...told[index]!].map(([text, label]) => ({
          label,
          forms: [{ text, kind: 'alias' as const }],
        }))
        const named = startUnnaming(unnamed)
        return { ...document, title: named(document.title), author: named(document.author) }
      }),
  }
}

type Place = { readonly index: number; readonly firstPage: number; readonly end: number }

/** The document of a page, found by halving. */
function placeOf(places: readonly Place[], page: number): number | null {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]!.end <= page) low = middle + 1
    else high = middle
  }
  const place = places[low]
  return place && place.firstPage <= page ? place.index : null
}
