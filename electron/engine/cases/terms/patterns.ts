import { Script } from 'node:vm'
import { AppError } from '#shared/errors.ts'
import type { CaseStore } from '../open-cases.ts'

/** How long a pattern may take on a page, in milliseconds; one that goes astray takes years. */
const LONGEST_MS = 250
/** Pages a pattern is tried on when it is saved. */
const TRIED = 40
/** What patterns go astray on, besides the pages themselves. */
const HARD = ['a', '0', ' ', 'aA0 .-'].map((sign) => `${sign.repeat(3000)}!`)

/** A place in a text. */
export type Match = { readonly start: number; readonly end: number }

/**
 * Finds where a pattern matches a text, capital letters or not; matches of nothing are left out. Throws `rule` where it
 * takes too long: a person can write a pattern that would not end in a lifetime, and nothing else could go on meanwhile.
 */
export function patternFinder(pattern: string): (text: string) => Match[] {
  // The limit interrupts the search itself, which nothing inside the language can.
  const script = new Script(
    'for (const found of text.matchAll(regex)) take(found.index, found.index + found[0].length)',
  )
  const regex = compiled(pattern)
  return (text) => {
    const matches: Match[] = []
    const take = (start: number, end: number) => {
      if (end > start) matches.push({ start, end })
    }
    try {
      script.runInNewContext({ text, regex, take }, { timeout: LONGEST_MS })
    } catch (error) {
      if (!isTimeout(error)) throw error
      throw new AppError(
        'rule',
        `The pattern “${pattern}” takes too long to look for. Make it simpler: repeat nothing that repeats itself, as in (a+)+.`,
        { cause: error },
      )
    }
    return matches
  }
}

/** Throws `invalid` with a sentence where a pattern is none, finds nothing in particular, or goes astray on these pages. */
export function checkPattern({ raw }: CaseStore, pattern: string): void {
  if (compiled(pattern).test(''))
    throw refused('This pattern also matches where nothing stands. Say what it must find.')
  const find = patternFinder(pattern)
  const pages = raw
    .prepare<[], string>(`select text from page_texts order by page limit ${TRIED}`)
    .pluck()
    .all()
  try {
    for (const text of [...HARD, ...pages]) find(text)
  } catch (error) {
    if (error instanceof AppError) throw refused(error.message)
    throw error
  }
}

function compiled(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'giu')
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^.*: /u, '') : ''
    throw refused(`This is no pattern: ${why || 'it cannot be read'}. Check brackets and backslashes.`)
  }
}

const refused = (says: string) => new AppError('invalid', says, { fields: { 'said.text': says } })

/** The error can be of the context that was interrupted, and so no `Error` of this one. */
const isTimeout = (error: unknown) =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
