import { EXEMPTIONS } from '#shared/law/exemptions/exemptions.ts'

/** Grounds about a request as a whole, or against withholding, are no reason to withhold a page or a part of it. */
const NOT_OF_PAGES: ReadonlySet<string> = new Set(['request', 'search', 'timeLimit', 'disclose', 'scope'])

/** The exemptions on which something of a page can be withheld, to choose from. */
export const GROUNDS = EXEMPTIONS.filter(({ test }) => !NOT_OF_PAGES.has(test)).map(
  ({ code, label, citation }) => ({ value: code, label: `${label} (${citation})` }),
)
