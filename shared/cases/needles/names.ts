import { lettersOf } from './fold.ts'
import { TITLES } from './titles.ts'

/** A name in its parts; a single word counts as given. */
export type NameParts = {
  readonly title: string
  readonly given: readonly string[]
  readonly surname: string
}

/** Words that begin a family name of several. */
const PARTICLES = new Set(
  'van von de der den del della di da dos das du la le el al bin ibn mac mc st ter ten abu ap'.split(' '),
)

/** Takes a name apart: "Dr Jane Anne van Dyke", "Smith, Jane", "SMITH, J. A.". */
export function nameParts(name: string): NameParts {
  const plain = name
    .replaceAll(/\([^)]*\)|\[[^\]]*\]|["“”]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  const [before = '', after, ...more] = plain.split(/\s*,\s*/u)
  // "Jane Smith, Leeds, Team 4" is no family name before a comma.
  const isTurned = after !== undefined && more.length === 0 && after !== '' && !before.includes(' ')
  const turned = isTurned || (after !== undefined && startsWithParticle(before))
  const words = wordsOf(turned ? `${after} ${before}` : plain.replaceAll(',', ' '))
  const title = words.length > 1 && isTitle(words[0] ?? '') ? (words[0] ?? '') : ''
  const rest = title === '' ? words : words.slice(1)
  if (rest.length < 2) return { title, given: rest, surname: '' }
  const surnameWords = turned ? wordsOf(before).length : lengthOfSurname(rest)
  return { title, given: rest.slice(0, -surnameWords), surname: rest.slice(-surnameWords).join(' ') }
}

/** Every spelling of a name that is looked for, the name as it was given first. */
export function nameSpellings(name: string): string[] {
  const { title, given, surname } = nameParts(name)
  const plain = name.replaceAll(/\s+/gu, ' ').trim()
  if (surname === '') return [plain, ...otherTitles(title, given.join(' '))]
  const [first = '', ...middle] = given
  const spelt: string[] = []
  const add = (text: string) => spelt.push(text)
  const full = given.join(' ')
  add(`${full} ${surname}`)
  add(`${first} ${surname}`)
  add(`${surname}, ${full}`)
  add(`${surname}, ${first}`)
  if (!isInitial(first)) for (const part of surname.split('-')) add(`${first} ${part}`)
  const initials = given.map(initialOf)
  for (const ones of [initials.slice(0, 1), initials, initialsOfHyphens(first)]) {
    add(`${ones.join(' ')} ${surname}`)
    add(`${ones.join('. ')}. ${surname}`)
    add(`${surname} ${ones.join(' ')}`)
    add(`${surname}, ${ones.join('. ')}.`)
  }
  if (middle.length > 0) add(`${first} ${initials.slice(1).join(' ')} ${surname}`)
  if (title !== '') for (const one of [title, ...others(title)]) add(`${one} ${surname}`)
  return [...new Set([plain, ...spelt])]
}

const wordsOf = (text: string) => text.split(' ').filter((word) => lettersOf(word) !== '')
const isTitle = (word: string) => lettersOf(word) in TITLES
const isInitial = (word: string) => lettersOf(word).length === 1
const initialOf = (word: string) =>
  Array.from(word.normalize('NFC')).find((one) => lettersOf(one) !== '') ?? ''
const initialsOfHyphens = (first: string) => first.split(/[-‐‑]/u).filter(Boolean).map(initialOf)
const others = (title: string) => TITLES[lettersOf(title)] ?? []
const startsWithParticle = (text: string) => PARTICLES.has(lettersOf(text.split(' ')[0] ?? ''))

function otherTitles(title: string, name: string): string[] {
  return title === '' ? [] : others(title).map((other) => `${other} ${name}`)
}

function lengthOfSurname(words: readonly string[]): number {
  let length = 1
  while (length < words.length - 1 && PARTICLES.has(lettersOf(words[words.length - length - 1] ?? '')))
    length++
  return length
}
