import { z } from 'zod'
import type { CheckedPage, SecondCheck } from '#shared/cases/second-check.ts'
import { AppError } from '#shared/errors.ts'
import { Instant } from '#shared/time/instant.ts'
import type { CaseStore } from '../open-cases.ts'
import { placesIn } from '../places.ts'
import { type PageState, remember, remembered, STATE_OF_PAGE, stateSha256 } from './page-states.ts'

/** Who signed a second check off: when, the checker, and who answers for the review. */
export const SignedOff = z.object({ at: Instant, checker: z.string(), reviewer: z.string() })

/** A second check as it is kept. */
export type Round = {
  readonly id: number
  readonly kind: SecondCheck['kind']
  readonly share: number
  readonly seed: number
  readonly checker: string
  readonly begun_at: Instant
  readonly signed_off: string | null
}

/** A page of a second check as it is kept, with what is decided about it now. */
export type RoundPage = {
  readonly page: number
  readonly verdict: CheckedPage['verdict']
  readonly note: string
  readonly returns: number
  readonly isStale: boolean
}

/** The second check that was begun last; undefined where there was none. */
export function lastRound({ raw }: CaseStore): Round | undefined {
  return raw.prepare<[], Round>('select * from check_rounds order by id desc limit 1').get()
}

/** As {@link lastRound}; throws `rule` where there was none. */
export function getRound(store: CaseStore): Round {
  const round = lastRound(store)
  if (!round) throw new AppError('rule', 'No second check was begun. Begin one first.')
  return round
}

/** The pages of a second check in the order of reading; stale are those that were changed after they were checked. */
export const pagesOfRound = (store: CaseStore, round: Round): readonly RoundPage[] => read(store, round).pages

/** The pages of a check, and who decided about them. */
type Read = { readonly pages: readonly RoundPage[]; readonly reviewers: readonly string[] }

const nameOf = ({ id }: Round) => `second check ${id}`

function read(store: CaseStore, round: Round): Read {
  return remembered(store, nameOf(round), () => ({
    pages: [...readPages(store, round)],
    reviewers: reviewersOf(store, `select page from check_pages where round = ${round.id}`),
  }))
}

/**
 * Changes what is remembered of a check along with one of its pages, so that the others need not be read again: the
 * change is made within, and must be about that page and nothing else.
 */
export function changePage(store: CaseStore, round: Round, page: number, change: () => void): void {
  const { pages, reviewers } = read(store, round)
  change()
  const [changed] = readPages(store, round, page)
  remember(store, nameOf(round), {
    pages: pages.map((one) => (one.page === page && changed ? changed : one)),
    reviewers,
  })
}

type Row = Omit<RoundPage, 'isStale'> & PageState & { readonly state_sha256: string }

function* readPages({ raw }: CaseStore, { id }: Round, only: number | null = null): Generator<RoundPage> {
  const rows = raw
    .prepare<(number | null)[], Row>(
      `select check_pages.page, verdict, note, returns, state_sha256, ${STATE_OF_PAGE}
       from check_pages join pages on pages.id = check_pages.page
       where round = ? and check_pages.page between coalesce(?, 0) and coalesce(?, 1e18) order by check_pages.page`,
    )
    .iterate(id, only, only)
  for (const row of rows) {
    const { page, verdict, note, returns, state_sha256 } = row
    const isStale = verdict !== null && stateSha256(row) !== state_sha256
    yield { page, verdict, note, returns, isStale }
  }
}

/** How far a second check is. */
export function summaryOf(store: CaseStore, round: Round): SecondCheck {
  const { pages, reviewers } = read(store, round)
  const count = (is: (page: RoundPage) => boolean) => pages.filter(is).length
  return {
    id: round.id,
    kind: round.kind,
    share: round.share,
    checker: round.checker,
    reviewers: [...reviewers],
    begunAt: round.begun_at,
    pages: pages.length,
    checked: count(({ verdict }) => verdict !== null),
    returned: count(({ returns }) => returns > 0),
    open: count(({ verdict, isStale }) => verdict === 'return' && !isStale),
    stale: count(({ isStale }) => isStale),
    signedOff: round.signed_off === null ? null : SignedOff.parse(JSON.parse(round.signed_off)),
  }
}

/** Who flagged any of some pages, or made a mark on one that removes or stays; `pages` is a statement of this program. */
export function reviewersOf({ raw }: CaseStore, pages: string): string[] {
  return raw
    .prepare<[], string>(
      `select flagged_by as name from pages where id in (${pages}) and flagged_by <> ''
       union select made_by from marks where page in (${pages}) and state <> 'proposed' and made_by <> ''
       order by 1`,
    )
    .pluck()
    .all()
}

/** The pages of a second check with their places: all, those still between it and its end, or those returned now. */
export function listCheckedPages(
  store: CaseStore,
  round: Round,
  show: 'all' | 'open' | 'returned',
): CheckedPage[] {
  const places = placesIn(store)
  return pagesOfRound(store, round)
    .filter(({ verdict, isStale }) =>
      show === 'all' ? true : show === 'returned' ? verdict === 'return' : verdict !== 'agree' || isStale,
    )
    .map(({ page, verdict, note, isStale }) => ({ page, place: places.of(page), verdict, note, isStale }))
}
