import { z } from 'zod'
import { type Box, MarkShape } from '#shared/cases/mark.ts'
import { RemovedArea } from '#shared/cases/removal.ts'
import type { PhaseDifference } from '#shared/registers/cases/case-checks.contract.ts'
import type { CaseStore } from '../open-cases.ts'
import { releasedPages } from '../pack/released-pages.ts'
import { placesIn } from '../places.ts'
import { TO_RELEASE } from './begin-check.ts'

/**
 * What is different now from what was handed over before, in the order of reading: documents with pages that come
 * along, and pages that were handed over of which more or less is removed now, or which are no longer released.
 * Nothing before the first part was handed over.
 */
export function differencesOf(store: CaseStore): PhaseDifference[] {
  const { phases } = releasedPages(store)
  if (phases === 0) return []
  const found = [...addedDocuments(store), ...changedPages(store), ...pagesNoLonger(store)]
  const places = placesIn(store)
  const titleOf = store.raw
    .prepare<[number], string>(
      'select title from documents join pages on pages.document = documents.id where pages.id = ?',
    )
    .pluck()
  return found
    .toSorted((one, other) => one.page - other.page)
    .map((one) => ({ ...one, place: places.of(one.page), title: titleOf.get(one.page) ?? '' }))
}

type Difference = Pick<PhaseDifference, 'page' | 'change' | 'says'>

/** One for each document, named by the first of its pages that is new. */
function addedDocuments({ raw }: CaseStore): Difference[] {
  return raw
    .prepare<[], { page: number; pages: number }>(
      `select min(id) as page, count(*) as pages from pages where id in (${TO_RELEASE}) group by document`,
    )
    .all()
    .map(({ page, pages }) => ({
      page,
      change: 'added',
      says: pages === 1 ? '1 page comes along.' : `${pages.toLocaleString('en-GB')} pages come along.`,
    }))
}

const RELEASED = 'select page from temp.released_pages'

function pagesNoLonger({ raw }: CaseStore): Difference[] {
  return raw
    .prepare<[], number>(
      `select id from pages where id in (${RELEASED}) and flag is not 'release' order by id`,
    )
    .pluck()
    .all()
    .map((page) => ({
      page,
      change: 'noLonger',
      says: 'Was handed over, and is not flagged to be released any more.',
    }))
}

/** Pages that were handed over and on which something was removed then, or is now. */
function changedPages(store: CaseStore): Difference[] {
  const pages = store.raw
    .prepare<[], number>(
      `select id from pages where id in (${RELEASED}) and flag = 'release' and (
         id in (select page from marks where state = 'accepted')
         or id in (select page from pack_pages join packs on packs.id = pack where released_at is not null)
       ) order by id`,
    )
    .pluck()
    .all()
  return pages.flatMap((page): Difference[] => {
    const [now, then] = [areasNow(store, page), areasThen(store, page)]
    const [more, less] = [countOutside(now, then), countOutside(then, now)]
    return [
      ...(more > 0
        ? [
            {
              page,
              change: 'moreRemoved' as const,
              says: `${placesInWords(more)} removed now that ${more === 1 ? 'was' : 'were'} handed over.`,
            },
          ]
        : []),
      ...(less > 0
        ? [
            {
              page,
              change: 'lessRemoved' as const,
              says: `${placesInWords(less)} no longer removed that ${less === 1 ? 'was' : 'were'} removed then.`,
            },
          ]
        : []),
    ]
  })
}

const placesInWords = (places: number) => (places === 1 ? '1 place is' : `${places} places are`)

/** Rectangles; null for the whole page. */
type Area = Box | null

function areasNow({ raw }: CaseStore, page: number): Area[] {
  return raw
    .prepare<[number], string>(`select shape from marks where page = ? and state = 'accepted'`)
    .pluck()
    .all(page)
    .map((shape) => MarkShape.parse(JSON.parse(shape)))
    .flatMap((shape): readonly Area[] => (shape.kind === 'page' ? [null] : shape.boxes))
}

const Areas = z.array(RemovedArea)

function areasThen({ raw }: CaseStore, page: number): Area[] {
  const areas = raw
    .prepare<[number], string>(
      `select areas from packs cross join pack_pages on pack_pages.pack = packs.id and pack_pages.page = ?
       where packs.released_at is not null order by packs.id desc limit 1`,
    )
    .pluck()
    .get(page)
  if (areas === undefined) return []
  return Areas.parse(JSON.parse(areas)).flatMap(({ boxes }): readonly Area[] =>
    boxes.length === 0 ? [null] : boxes,
  )
}

/** Points by which a box may stand out of another and is still taken to be in it. */
const SLACK = 1

/** How many areas are not within one of the others. */
function countOutside(areas: readonly Area[], others: readonly Area[]): number {
  return areas.filter((area) => !others.some((other) => isInside(area, other))).length
}

function isInside(area: Area, other: Area): boolean {
  if (other === null) return true
  if (area === null) return false
  return (
    area.left >= other.left - SLACK &&
    area.top >= other.top - SLACK &&
    area.right <= other.right + SLACK &&
    area.bottom <= other.bottom + SLACK
  )
}
