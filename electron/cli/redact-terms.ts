import type { TermSaid } from '#shared/cases/redaction-term.ts'
import { TermSaid as TermSchema } from '#shared/cases/redaction-term.ts'
import { findExemption } from '#shared/law/exemptions/exemptions.ts'

/** A list of terms as it was read, or what is wrong with it, a sentence for each line. */
export type TermList = { readonly terms: readonly TermSaid[]; readonly problems: readonly string[] }

/** Grounds that are no reason to remove something from a page. */
const NO_GROUNDS = new Set(['disclose', 'timeLimit', 'request', 'search'])

/**
 * Reads a list of terms: one on a line, words as they are or a regular expression between slashes; `!` before it lets
 * what it finds stay; a tab and the code of an exemption behind it say why. Empty lines and those that begin with `#`
 * are passed by.
 */
export function readTerms(text: string): TermList {
  const terms: TermSaid[] = []
  const problems: string[] = []
  const seen = new Set<string>()
  for (const [index, whole] of text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n?|\n/u)
    .entries()) {
    const line = whole.trim()
    if (line === '' || line.startsWith('#')) continue
    const term = termOf(line)
    const problem = typeof term === 'string' ? term : whyNot(term)
    if (problem !== null) problems.push(`Line ${index + 1}: ${problem}`)
    else if (typeof term !== 'string' && !seen.has(`${term.kind} ${term.text}`)) {
      seen.add(`${term.kind} ${term.text}`)
      terms.push(term)
    }
  }
  if (problems.length === 0 && terms.every(({ kind }) => kind === 'exclude'))
    problems.push('There is no term to look for in the list.')
  return { terms, problems }
}

function termOf(line: string): TermSaid | string {
  const [said = '', code = '', ...more] = line.split('\t').map((part) => part.trim())
  if (more.some(Boolean)) return 'there is more than one tab in it.'
  const isExclusion = said.startsWith('!')
  const text = (isExclusion ? said.slice(1) : said).trim()
  const pattern = /^\/(.+)\/$/u.exec(text)?.[1]
  if (isExclusion && pattern !== undefined) return 'words may be let stay, a pattern may not.'
  const kind = isExclusion ? 'exclude' : pattern === undefined ? 'words' : 'pattern'
  const ground = code === '' ? undefined : findExemption(code)
  if (code !== '' && ground === undefined) return `there is no exemption “${code}” in the library.`
  if (ground && NO_GROUNDS.has(ground.test)) return `“${code}” is no reason to remove something from a page.`
  // What an exemption asks cannot be answered in a list: it is named in the place of what is removed, and no more.
  return { kind, text: pattern ?? text, exemption: '', reason: '', label: ground?.label ?? '' }
}

function whyNot(term: TermSaid): string | null {
  if (!TermSchema.safeParse(term).success) return 'a term has 2 to 300 characters.'
  if (term.kind !== 'pattern')
    return /[\p{L}\p{N}]/u.test(term.text) ? null : 'there is no letter or digit in it.'
  try {
    return new RegExp(term.text, 'iu').test('') ? 'the pattern also matches where nothing stands.' : null
  } catch {
    return 'this is no pattern. Check brackets and backslashes.'
  }
}
