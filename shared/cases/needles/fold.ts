/** A text as its letters and digits alone, small and without accents, with where each of them stands in the text. */
export type Prepared = {
  readonly text: string
  readonly letters: string
  /** Where each letter begins and ends in the text, in UTF-16 units. */
  readonly starts: ArrayLike<number>
  readonly ends: ArrayLike<number>
  /** What lies before each letter, and after the last: see `EDGE`. */
  readonly edges: ArrayLike<number>
}

/**
 * What lies between two letters: nothing; the change from a small to a capital letter ("JaneSmith"); the change from
 * letters to digits, or a character of a script without spaces; or signs and blanks.
 */
export const EDGE = { none: 0, capital: 1, change: 2, gap: 3 } as const

/** Letters that Unicode does not take apart into what people type for them. */
const SPELT = new Map<string, string>([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ł', 'l'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['þ', 'th'],
  ['ŋ', 'n'],
])

/** The zeros of digits that Unicode does not take for 0 to 9. */
const ZEROS = [0x6_60, 0x6_f0, 0x9_66, 0x9_e6, 0xa_66, 0xa_e6, 0xb_66, 0xb_e6, 0xc_66, 0xe_50]

/** Soft hyphens, zero-width characters, marks of direction, variation selectors, and the stretcher of Arabic script. */
const UNSEEN = /^(?:\p{Default_Ignorable_Code_Point}|\u0640)$/u

/** Characters of scripts that put no space between words; each is a word of its own here. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u

/** Makes a text ready to be looked through: see `Prepared`. */
export function prepare(text: string): Prepared {
  const [starts, ends, edges]: [number[], number[], number[]] = [[], [], []]
  let [letters, at, apart, kind] = ['', 0, true, Kind.other as Kind]
  let wasSmall = false
  for (const character of text) {
    const folded = foldCharacter(character)
    const from = at
    at += character.length
    if (folded.kind === Kind.sign) apart = true
    // An accent on its own belongs to its letter, or removing the letter would leave the accent.
    else if (folded.kind === Kind.accent && !apart && ends.length > 0) ends[ends.length - 1] = at
    if (folded.letters === '') continue
    for (let unit = 0; unit < folded.letters.length; unit++) {
      starts.push(from)
      ends.push(at)
      edges.push(unit > 0 ? EDGE.none : edgeOf(apart, kind, folded, wasSmall))
    }
    letters += folded.letters
    apart = false
    kind = folded.kind
    wasSmall = !folded.isCapital
  }
  edges.push(EDGE.gap)
  return { text, letters, starts, ends, edges }
}

/** A text as its letters and digits alone: "O’Brien-Façade, 12" is "obrienfacade12". */
export const lettersOf = (text: string): string => prepare(text).letters

/** What stands between two neighbouring letters of a text, without what does not show, its line ends made alike. */
export function gapBefore({ text, starts, ends }: Prepared, index: number): string {
  const gap = text.slice(index > 0 ? ends[index - 1] : 0, starts[index] ?? text.length)
  return /^[ \n]$/u.test(gap) ? gap : tidyGap(gap)
}

const Kind = { other: 0, letter: 1, digit: 2, unspaced: 3, sign: 4, accent: 5, unseen: 6 } as const
type Kind = (typeof Kind)[keyof typeof Kind]
type Folded = { readonly letters: string; readonly kind: Kind; readonly isCapital: boolean }

/** What was folded once; a text of any language needs few characters, and hostile ones are no more than Unicode has. */
const KNOWN = new Map<string, Folded>()

function foldCharacter(character: string): Folded {
  const known = KNOWN.get(character)
  if (known) return known
  const folded = foldAnew(character)
  KNOWN.set(character, folded)
  return folded
}

function foldAnew(character: string): Folded {
  const isCapital = /^[\p{Lu}\p{Lt}]/u.test(character)
  if (UNSEEN.test(character)) return { letters: '', kind: Kind.unseen, isCapital }
  if (/^\p{M}$/u.test(character)) return { letters: '', kind: Kind.accent, isCapital }
  const parts = character.normalize('NFKD').toLowerCase().normalize('NFKD')
  const plain = Array.from(parts, (one) => SPELT.get(one) ?? digitOf(one))
    .join('')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
  if (plain === '') return { letters: '', kind: Kind.sign, isCapital }
  if (UNSPACED.test(character)) return { letters: plain, kind: Kind.unspaced, isCapital }
  return { letters: plain, kind: /^\p{N}/u.test(plain) ? Kind.digit : Kind.letter, isCapital }
}

function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const zero = ZEROS.find((one) => code >= one && code < one + 10)
  return zero === undefined ? character : String(code - zero)
}

function edgeOf(apart: boolean, before: Kind, { kind, isCapital }: Folded, wasSmall: boolean): number {
  if (apart) return EDGE.gap
  if (kind !== before || kind === Kind.unspaced) return EDGE.change
  return isCapital && wasSmall && kind === Kind.letter ? EDGE.capital : EDGE.none
}

function tidyGap(gap: string): string {
  return Array.from(gap.replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n'))
    .filter((one) => !UNSEEN.test(one) && !/^\p{M}$/u.test(one))
    .map((one) => (one !== '\n' && /^\s$/u.test(one) ? ' ' : one))
    .join('')
}
