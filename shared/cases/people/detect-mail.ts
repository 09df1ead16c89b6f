import type { Detected } from './detected.ts'
import { isLikelyName } from './name-pattern.ts'
import { nameParts } from '../needles/names.ts'
import { NO_GUESS } from './role-words.ts'

const FIELD =
  /^[ \t>*]*(?:from|to|cc|bcc|reply-to|sender|sent by|sent on behalf of|organi[sz]er|required|optional|attendees?)[ \t]*:[ \t]*(.*(?:\r?\n[ \t]+\S.*)*)/gimu
const EMAIL = /[\p{L}\p{N}][\p{L}\p{N}._%+'-]*@[\p{L}\p{N}.-]+[\p{L}\p{N}]/u

/** Names in the lines of a mail’s head, with the e-mail address that each stands beside. */
export function detectMail(text: string): Detected[] {
  return [...text.matchAll(FIELD)].flatMap((match) => {
    const value = match[1] ?? ''
    const offset = match.index + match[0].length - value.length
    return entriesOf(value).flatMap(({ entry, at }) => fromEntry(entry, offset + at))
  })
}

/** The people of a line: parted at semicolons, or at commas that stand outside of quotes and after an address. */
function entriesOf(value: string): { readonly entry: string; readonly at: number }[] {
  const hasSemicolons = value.includes(';')
  const entries: { entry: string; at: number }[] = []
  let from = 0
  for (const to of [...placesOf(value, hasSemicolons ? ';' : ','), value.length]) {
    const entry = value.slice(from, to)
    const last = entries.at(-1)
    // "Smith, Jane <j@x>": the comma stood inside a name without quotes.
    if (!hasSemicolons && last && isHalf(last.entry) && /</u.test(entry)) last.entry += `,${entry}`
    else entries.push({ entry, at: from })
    from = to + 1
  }
  return entries
}

/** Where a sign stands outside of quotes. */
function placesOf(value: string, sign: string): number[] {
  const places: number[] = []
  let isQuoted = false
  for (let at = 0; at < value.length; at++) {
    if (value[at] === '"') isQuoted = !isQuoted
    else if (value[at] === sign && !isQuoted) places.push(at)
  }
  return places
}

const isHalf = (entry: string) => !/[@<]/u.test(entry) && /^\s*\p{Lu}[\p{L}'’-]*\s*$/u.test(entry)

function fromEntry(entry: string, offset: number): Detected[] {
  const email = EMAIL.exec(entry)
  const shown = entry
    .replace(/<[^>]*>?|\[[^\]]*\]/gu, '')
    .replace(EMAIL, '')
    .replaceAll(/["“”]/gu, '')
  const written = /^\s*['‘]?(.*?)['’]?\s*$/su.exec(shown)?.[1]?.replaceAll(/\s+/gu, ' ') ?? ''
  const name = plainName(written)
  const found: Detected[] = []
  const at = name === '' ? -1 : entry.indexOf(written)
  if (at >= 0) found.push(detected(name, 'name', offset + at, written.length, ''))
  if (email)
    found.push(
      detected(email[0].toLowerCase(), 'email', offset + email.index, email[0].length, at >= 0 ? name : ''),
    )
  return found
}

/** "Smith, Jane (Leeds)" as "Jane Smith"; empty for what is no name of a person. */
function plainName(written: string): string {
  const { title, given, surname } = nameParts(written)
  const name = [title, ...given, surname].filter(Boolean).join(' ')
  return /^\p{Lu}/u.test(name) && !/\d/u.test(name) && isLikelyName(name) ? name : ''
}

function detected(
  text: string,
  kind: 'name' | 'email',
  start: number,
  length: number,
  near: string,
): Detected {
  return { text, kind, because: 'mail header', start, end: start + length, ...NO_GUESS, near }
}
