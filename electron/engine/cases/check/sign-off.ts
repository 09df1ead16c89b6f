import type { SecondCheck } from '#shared/cases/second-check.ts'
import { isSameName } from '#shared/cases/same-name.ts'
import { AppError } from '#shared/errors.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { CaseStore } from '../open-cases.ts'
import { refuseReviewer } from './begin-check.ts'
import { getRound, summaryOf } from './rounds.ts'
import { secondCheckState } from './second-check-state.ts'

/** Signs the last second check off in both names; throws `rule` while anything of it is open. */
export function signOff(store: CaseStore, reviewer: string, at: Instant): SecondCheck {
  const { check, missing } = secondCheckState(store)
  if (!check) throw new AppError('rule', 'No second check was begun. Begin one first.')
  const left = [
    counted(check.pages - check.checked, 'is not checked', 'are not checked'),
    counted(check.open, 'was returned and not changed since', 'were returned and not changed since'),
    counted(check.stale, 'was changed after it was checked', 'were changed after they were checked'),
    counted(missing, 'should be in the check and is not', 'should be in the check and are not'),
  ].filter((one) => one !== '')
  if (left.length > 0) {
    const wayOut =
      missing > 0 ? 'Begin a second check with the pages there are now.' : 'Look at those pages again first.'
    throw new AppError('rule', `${left.join('; ')}. ${wayOut}`)
  }
  refuseReviewer(check.checker, check.reviewers)
  if (isSameName(reviewer, check.checker))
    throw new AppError('rule', 'A second check is signed off by two people: the checker and a reviewer.', {
      fields: { reviewer: 'This is the checker' },
    })
  store.raw
    .prepare('update check_rounds set signed_off = ? where id = ?')
    .run(JSON.stringify({ at, checker: check.checker, reviewer }), check.id)
  return summaryOf(store, getRound(store))
}

const counted = (pages: number, one: string, many: string) =>
  pages === 0 ? '' : pages === 1 ? `1 page ${one}` : `${pages.toLocaleString('en-GB')} pages ${many}`
