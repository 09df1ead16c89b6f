import type { PackKind } from '#shared/cases/pack-plan.ts'
import type { RaisedCheck } from './release-checks.ts'
import type { ReleaseState } from './release-state.ts'

/**
 * Whether every page was decided about, and nothing that was to be covered goes out open.
 *
 * @source UK GDPR Art 15, Art 12(4)
 */
export function reviewChecks({ pages }: ReleaseState, kind: PackKind): readonly RaisedCheck[] {
  const checks: RaisedCheck[] = []
  const stop = (code: string, count: number, says: (count: string) => string, wayOut: string) => {
    if (count > 0)
      checks.push({
        code,
        says: says(inPages(count)),
        citation: 'UK GDPR Art 15',
        wayOut,
        page: 'review',
        canBeAccepted: false,
      })
  }
  if (pages.toRelease === 0)
    checks.push({
      code: 'nothing',
      says: 'No page is flagged to be released that was not released before.',
      citation: 'UK GDPR Art 15(3)',
      wayOut: 'Flag pages with “Release” in the review. Where no data is held, send the letter that says so.',
      page: 'review',
      canBeAccepted: false,
    })
  if (kind === 'final') {
    stop(
      'unreviewed',
      pages.unreviewed,
      (count) => `${count} not been reviewed.`,
      'Decide about each in the review, or release a part first.',
    )
    stop(
      'queried',
      pages.queried,
      (count) => `${count} been queried and not decided.`,
      'Settle the query, and flag the page anew.',
    )
  }
  stop(
    'reopened',
    pages.reopened,
    (count) => `${count} to be looked at again, because a decision that touches them was changed.`,
    'Look at each in the review, and flag it anew.',
  )
  stop(
    'proposed',
    pages.proposed,
    (count) => `${count} suggestions that nobody decided about.`,
    'Accept or reject each in the review: N goes to the next one.',
  )
  stop(
    'no-paper',
    pages.withoutPaper,
    (count) => `${count} nothing that could be copied into the pack.`,
    'Read the file again, or withhold the page and say why in the letter.',
  )
  stop(
    'no-ground',
    pages.withheldWithoutGround,
    (count) => `${count} been withheld without saying under which exemption.`,
    'Name the exemption when withholding, so that the schedule can say why.',
  )
  return checks
}

const inPages = (count: number) =>
  count === 1 ? '1 page has' : `${count.toLocaleString('en-GB')} pages have`
