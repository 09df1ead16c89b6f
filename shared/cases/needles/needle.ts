import type { FormKind } from '../person.ts'
import { daySpellings } from './dates.ts'
import { EDGE, gapBefore, lettersOf, prepare } from './fold.ts'
import { nameParts, nameSpellings } from './names.ts'
import { addressSpellings, codeSpellings, emailSpellings, phoneSpellings } from './numbers.ts'
import { EVERYDAY_NAMES } from './titles.ts'

/** A way of naming somebody, or a number that is theirs. */
export type Form = { readonly text: string; readonly kind: FormKind }

/** By which rule the signs and blanks between the letters of a find are judged. */
export type Rule = 'name' | 'code' | 'phone' | 'email' | 'date' | 'address'

/** What lies between two words of a spelling. */
export type Joint = 'space' | 'comma' | 'apostrophe'

/** A word of a spelling, by the places of its letters. */
export type NeedleWord = { readonly from: number; readonly to: number; readonly joint: Joint }

/** One spelling of a form, ready to be looked for. */
export type Needle = {
  readonly letters: string
  readonly words: readonly NeedleWord[]
  readonly rule: Rule
  /** An everyday word, which is a name only where it is written with a capital letter. */
  readonly needsCapital: boolean
  /** The family name stands first: "Smith, Jane", "Smith J". */
  readonly isTurned: boolean
}

/** A given name or its initial, and the family name that may follow after one more name or initial. */
export type OpenNeedle = { readonly first: Needle; readonly tail: Needle }

/** Every spelling in which a form is looked for, for people to read; the form as it stands comes first. */
export function variantsOf(form: Form): string[] {
  return [...new Set([form.text, ...spellingsOf(form)])]
}

/** Everything that is looked for to find a form; none for a form without a letter or digit. */
export function needlesOf(form: Form): Needle[] {
  return spellingsOf(form).flatMap((spelling) => needleOf(spelling, ruleOf(form.kind)) ?? [])
}

/** "Jane … Smith", "J … Smith" and "Mrs … Smith": what is looked for with a name between that the form does not know. */
export function openNeedlesOf({ text, kind }: Form): OpenNeedle[] {
  if (kind !== 'name') return []
  const { title, given, surname } = nameParts(text)
  const first = lettersOf(given[0] ?? '')
  const last = surname === '' && title !== '' ? first : surname
  const tail = needleOf(last, 'name')
  if (!tail) return []
  const names = surname === '' ? [lettersOf(title)] : [first, first.slice(0, 1), lettersOf(title)]
  return [...new Set(names)].flatMap((name) => {
    const found = needleOf(name, 'name')
    return found ? [{ first: found, tail: { ...tail, needsCapital: false } }] : []
  })
}

function spellingsOf({ text, kind }: Form): string[] {
  switch (kind) {
    case 'name':
      return nameSpellings(text)
    case 'alias':
      return [text]
    case 'email':
      return emailSpellings(text)
    case 'phone':
      return phoneSpellings(text)
    case 'address':
      return addressSpellings(text)
    case 'dateOfBirth':
      return daySpellings(text)
    case 'nino':
      return codeSpellings(text, 'nino')
    case 'postcode':
    case 'nhs':
    case 'upn':
    case 'caseNumber':
      return codeSpellings(text, 'other')
  }
}

function ruleOf(kind: FormKind): Rule {
  if (kind === 'name' || kind === 'alias') return 'name'
  if (kind === 'phone' || kind === 'email' || kind === 'address') return kind
  return kind === 'dateOfBirth' ? 'date' : 'code'
}

function needleOf(spelling: string, rule: Rule): Needle | null {
  const prepared = prepare(spelling)
  const { letters, edges } = prepared
  if (letters === '') return null
  const words: NeedleWord[] = []
  for (let from = 0; from < letters.length;) {
    let to = from + 1
    while (to < letters.length && edges[to] !== EDGE.gap) to++
    words.push({ from, to, joint: jointOf(from > 0 ? gapBefore(prepared, from) : '') })
    from = to
  }
  const isEveryday = rule === 'name' && EVERYDAY_NAMES.has(letters) && /^\P{L}*\p{Lu}/u.test(spelling)
  return { letters, words, rule, needsCapital: isEveryday, isTurned: isTurned(words) }
}

function isTurned(words: readonly NeedleWord[]): boolean {
  const last = words.at(-1)
  const endsWithInitial = words.length > 1 && last !== undefined && last.to - last.from === 1
  return endsWithInitial || words.some(({ joint }) => joint === 'comma')
}

function jointOf(gap: string): Joint {
  if (gap.includes(',')) return 'comma'
  return /^['’‘ʼ`´′]$/u.test(gap) ? 'apostrophe' : 'space'
}
