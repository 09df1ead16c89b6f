import { PAGE_FLAGS, type PageFlag } from '#shared/cases/page.ts'

/** The colour of each flag; its pattern in the strip is in `StripPatterns`, and its word is always beside it. */
export const FLAG_COLOURS: Readonly<Record<PageFlag, string>> = {
  release: 'var(--good)',
  withhold: 'var(--error)',
  outOfScope: 'var(--note)',
  duplicate: 'var(--special)',
  query: 'var(--warning)',
}

/** A flag in a word; a page without one was not reviewed. */
export const wordOfFlag = (flag: PageFlag | null) =>
  PAGE_FLAGS.find(({ value }) => value === flag)?.label ?? 'Not reviewed'

/** "12 release, 3 query, 5 not reviewed": how many of some pages have which flag; those open again are named too. */
export function countsInWords(
  flags: Partial<Record<PageFlag, number>>,
  pages: number,
  { marked = 0, reopened = 0 } = {},
): string {
  const parts = PAGE_FLAGS.flatMap(({ value, label }) =>
    flags[value] ? [`${flags[value].toLocaleString('en-GB')} ${label.toLowerCase()}`] : [],
  )
  if (reopened > 0) parts.push(`${reopened.toLocaleString('en-GB')} to look at again`)
  const open = pages - reviewedOf(flags) - reopened
  if (open > 0) parts.push(`${open.toLocaleString('en-GB')} not reviewed`)
  if (marked > 0) parts.push(`${marked.toLocaleString('en-GB')} with marks`)
  return parts.join(', ')
}

/** How many pages have any flag. */
export const reviewedOf = (flags: Partial<Record<PageFlag, number>>) =>
  Object.values(flags).reduce((sum, pages) => sum + pages, 0)
