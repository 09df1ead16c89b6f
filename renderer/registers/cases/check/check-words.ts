import { type CheckedPage, errorRate, type SecondCheck } from '#shared/cases/second-check.ts'
import { countOf } from '#shared/count-words.ts'

/** How a page of a check stands. */
export type Standing = 'toDo' | 'agreed' | 'returned' | 'stale'

/** How a page of a check stands: one that was changed after it was checked is to be looked at again. */
export function standingOf({ verdict, isStale }: CheckedPage): Standing {
  if (isStale) return 'stale'
  if (verdict === null) return 'toDo'
  return verdict === 'agree' ? 'agreed' : 'returned'
}

/** Each of them in words. */
export const STANDINGS: Readonly<Record<Standing, string>> = {
  toDo: 'To check',
  agreed: 'Agreed',
  returned: 'Returned',
  stale: 'Changed since',
}

/** Whether the checker has to look at a page. */
export const isToDo = (page: CheckedPage): boolean => ['toDo', 'stale'].includes(standingOf(page))

/** "2 of 40 pages returned: 5 %"; how often the checker found something. */
export function rateInWords(check: Pick<SecondCheck, 'checked' | 'returned'>): string {
  const rate = errorRate(check)
  if (rate === null) return 'None checked yet'
  return `${check.returned.toLocaleString('en-GB')} of ${countOf(check.checked, 'page')} returned: ${percentOf(rate)}`
}

/** A share from 0 to 1 as "33.3 %". */
export const percentOf = (share: number): string =>
  `${(100 * share).toLocaleString('en-GB', { maximumFractionDigits: 1 })} %`

/** "Full check of 12 pages", "Sample of 40 pages, 10 %". */
export function kindInWords({ kind, pages, share }: Pick<SecondCheck, 'kind' | 'pages' | 'share'>): string {
  return kind === 'full'
    ? `Full check of ${countOf(pages, 'page')}`
    : `Sample of ${countOf(pages, 'page')}, ${share} % and every document with marks`
}

/** What stands between a check and its sign-off, in short sentences; nothing where nothing does. */
export function leftInWords(check: SecondCheck, missing: number): string[] {
  const left = [
    [check.pages - check.checked, 'is to be checked', 'are to be checked'],
    [check.open, 'was returned and waits for the reviewer', 'were returned and wait for the reviewer'],
    [check.stale, 'was changed after it was checked', 'were changed after they were checked'],
    [missing, 'should be in the check and is not', 'should be in the check and are not'],
  ] as const
  return left.flatMap(([pages, one, many]) =>
    pages > 0 ? [`${countOf(pages, 'page')} ${pages === 1 ? one : many}.`] : [],
  )
}
