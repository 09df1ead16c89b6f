import { randomInt } from 'node:crypto'
import type { SecondCheck } from '#shared/cases/second-check.ts'
import { isSameName } from '#shared/cases/same-name.ts'
import { AppError } from '#shared/errors.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { CaseStore } from '../open-cases.ts'
import { releasedPages } from '../pack/released-pages.ts'
import { drawPages } from './draw-pages.ts'
import { getRound, reviewersOf, summaryOf } from './rounds.ts'

/** How a second check is to be. */
export type CheckAsked = Pick<SecondCheck, 'kind' | 'share' | 'checker'>

/** What is checked: pages to be released that were not handed over before. Asks for `released_pages` to be filled. */
export const TO_RELEASE = `select id from pages where flag = 'release' and id not in (select page from temp.released_pages)`

/** Draws the pages of a new second check; throws `rule` where there are none, or the checker decided about any of them. */
export function beginCheck(store: CaseStore, { kind, share, checker }: CheckAsked, at: Instant): SecondCheck {
  const { raw } = store
  releasedPages(store)
  const pages = raw
    .prepare<[], { page: number; document: number; marks: number }>(
      `select id as page, document,
         exists (select 1 from marks where marks.page = pages.id and marks.state = 'accepted') as marks
       from pages where id in (${TO_RELEASE}) order by id`,
    )
    .all()
    .map(({ page, document, marks }) => ({ page, document, isMarked: marks === 1 }))
  if (pages.length === 0)
    throw new AppError(
      'rule',
      'No page is flagged to be released that was not handed over before, so there is nothing to check.',
    )
  refuseReviewer(checker, reviewersOf(store, TO_RELEASE))
  const seed = randomInt(2 ** 47)
  const percent = kind === 'full' ? 100 : share
  const drawn = drawPages(pages, percent, seed)
  raw.transaction(() => {
    const { lastInsertRowid } = raw
      .prepare(
        'insert into check_rounds (kind, share, seed, checker, begun_at, signed_off) values (?, ?, ?, ?, ?, null)',
      )
      .run(kind, percent, seed, checker, at)
    raw
      .prepare(
        `insert into check_pages (round, page, verdict, note, returns, state_sha256)
         select ?, value, null, '', 0, '' from json_each(?)`,
      )
      .run(lastInsertRowid, JSON.stringify(drawn))
  })()
  return summaryOf(store, getRound(store))
}

/** Refuses a checker who decided about the pages, or whose name cannot be told from one who did. */
export function refuseReviewer(checker: string, reviewers: readonly string[]): void {
  const same = reviewers.find((reviewer) => isSameName(reviewer, checker))
  if (same === undefined) return
  const message =
    same === checker
      ? `${checker} decided about some of these pages. A second check is made by somebody else.`
      : `“${checker}” reads like “${same}”, who decided about some of these pages. A second check is made by somebody else; where these are two people, add to the name what tells them apart.`
  throw new AppError('rule', message, { fields: { checker: 'Decided about some of these pages' } })
}
