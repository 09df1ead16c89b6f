import type { SecondCheck } from '#shared/cases/second-check.ts'
import type { CheckScope } from '#shared/registers/cases/case-checks.contract.ts'
import type { CaseStore } from '../open-cases.ts'
import { releasedPages } from '../pack/released-pages.ts'
import { TO_RELEASE } from './begin-check.ts'
import { pagesOfShare } from './draw-pages.ts'
import { lastRound, reviewersOf, type Round, summaryOf } from './rounds.ts'

/** How far the second check of a case is, as a release looks at it. */
export type SecondCheckState = {
  /** The check that was begun last; null where there was none. */
  readonly check: SecondCheck | null
  /** Pages to be released that were not handed over before. */
  readonly toRelease: number
  /** Pages that should be in the check and are not, for they were released or marked after it was begun. */
  readonly missing: number
  /** Whether it is signed off, nothing changed since, and no page is missing. */
  readonly isDone: boolean
}

/** Whether the pages to be released now are second-checked. */
export function secondCheckState(store: CaseStore): SecondCheckState {
  releasedPages(store)
  const { raw } = store
  const toRelease = raw.prepare<[], number>(`select count(*) from (${TO_RELEASE})`).pluck().get()!
  const round = lastRound(store)
  if (!round) return { check: null, toRelease, missing: toRelease, isDone: false }
  const check = summaryOf(store, round)
  const short = round.kind === 'full' ? pagesMissing(store, round) : sampleShort(store, round, toRelease)
  const missing = Math.max(short, documentsMissing(store, round.id))
  const isWhole = check.checked === check.pages && check.open === 0 && check.stale === 0
  return { check, toRelease, missing, isDone: check.signedOff !== null && isWhole && missing === 0 }
}

/** What a second check of the pages to be released now would be about. */
export function checkScope(store: CaseStore): CheckScope {
  const { toRelease, missing, check } = secondCheckState(store)
  const markedDocuments = store.raw
    .prepare<[], number>(`select count(*) from (${MARKED_DOCUMENTS})`)
    .pluck()
    .get()!
  return {
    toRelease,
    markedDocuments,
    missing: check ? missing : 0,
    reviewers: reviewersOf(store, TO_RELEASE),
  }
}

/** Documents with something removed from a page to be released. */
const MARKED_DOCUMENTS = `select document from pages
  where id in (${TO_RELEASE}) and id in (select page from marks where state = 'accepted') group by document`

const IN_ROUND = 'select page from check_pages where round = ?'

/** Pages to be released that are not in the check. */
function pagesMissing({ raw }: CaseStore, { id }: Round): number {
  return raw
    .prepare<[number], number>(`select count(*) from (${TO_RELEASE}) where id not in (${IN_ROUND})`)
    .pluck()
    .get(id)!
}

/** How many pages a sample is short of its share of what there is now; those withheld since they were drawn still count. */
function sampleShort({ raw }: CaseStore, { id, share }: Round, toRelease: number): number {
  const drawn = raw
    .prepare<[number], number>(
      `select count(*) from (${IN_ROUND}) where page not in (select page from temp.released_pages)`,
    )
    .pluck()
    .get(id)!
  return Math.max(0, pagesOfShare(toRelease, share) - drawn)
}

/** Documents with something removed from a page to be released, of which no such page is in the check. */
function documentsMissing({ raw }: CaseStore, round: number): number {
  return raw
    .prepare<[number], number>(
      `select count(*) from (${MARKED_DOCUMENTS} having sum(id in (${IN_ROUND})) = 0)`,
    )
    .pluck()
    .get(round)!
}
