import { compileForms, findForms, prepare } from '#shared/cases/needles/find-form.ts'
import type { TermSaid } from '#shared/cases/redaction-term.ts'

/** Gives what is made of a file a name of its own, without an ending, that holds no term. */
export type Namer = (name: string) => string

const LONGEST = 100
/** Names that Windows keeps for itself. */
const KEPT = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu

/**
 * Names files by the file each was made of; one whose name holds a term, or nothing else that may stand in a name, gets
 * a number instead. No name is given twice, whatever the size of its letters.
 */
export function startNames(terms: readonly TermSaid[]): Namer {
  const words = terms.filter(({ kind }) => kind === 'words')
  const compiled = compileForms(words.map(({ text }) => ({ text, kind: 'alias' as const })))
  const patterns = terms.flatMap(({ kind, text }) => (kind === 'pattern' ? [new RegExp(text, 'iu')] : []))
  const given = new Set<string>()
  let numbered = 0
  const holdsTerm = (name: string) =>
    findForms(prepare(name), compiled).length > 0 || patterns.some((pattern) => pattern.test(name))
  return (name) => {
    const stem = safe(name)
    const isSafe = stem !== '' && !KEPT.test(stem) && !holdsTerm(name) && !holdsTerm(stem)
    const base = isSafe ? stem : `file-${`${++numbered}`.padStart(4, '0')}`
    for (let time = 1; ; time++) {
      const whole = `${base}${time === 1 ? '' : `-${time}`}`
      if (given.has(whole.toLowerCase())) continue
      given.add(whole.toLowerCase())
      return whole
    }
  }
}

/** What of a name may stand in one, without its ending. */
function safe(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\.[\p{L}\p{N}]{1,8}$/u, '')
    .replaceAll(/[^\p{L}\p{N}\p{M}._ -]+/gu, '_')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[. _-]+|[. _-]+$/gu, '')
    .slice(0, LONGEST)
    .trim()
}
