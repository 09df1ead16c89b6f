import type { RedactionTerm, TermKind } from '#shared/cases/redaction-term.ts'
import { countOf } from '#shared/count-words.ts'

/** What a term is, in words. */
export const TERM_KINDS: Readonly<Record<TermKind, string>> = {
  words: 'Words',
  pattern: 'Pattern',
  exclude: 'Let stay',
}

/** How often a term was found: "84 on 31 pages", or that nobody looked yet. */
export const foundInWords = ({ hits, pages }: Pick<RedactionTerm, 'hits' | 'pages'>): string =>
  hits === null
    ? 'not looked for yet'
    : hits === 0
      ? 'nowhere'
      : `${hits.toLocaleString('en-GB')} on ${countOf(pages ?? 0, 'page')}`

/** What came of looking: "84 marks proposed on 31 pages; 6 places spared by what is to stay." */
export function lookedInWords(
  { marks, pages, spared }: { marks: number; pages: number; spared: number },
  state: 'proposed' | 'accepted',
): string {
  const but = spared === 0 ? '' : `; ${countOf(spared, 'place')} spared by what is to stay`
  if (marks === 0) return `Nothing new was found${but}.`
  return `${countOf(marks, 'mark')} ${state} on ${countOf(pages, 'page')}${but}.`
}
