import { compileForms, findForms } from '../needles/find-form.ts'
import { lettersOf } from '../needles/fold.ts'
import type { FormKind } from '../person.ts'
import type { RemovedArea } from '../removal.ts'
import { preparedText } from './prepared.ts'
import { countTokens, tokensOf } from './tokens.ts'
import type { KnownPage } from './gate-needles.ts'

/** Words that were removed and are still there. */
export type Left = { readonly mark: number; readonly person: number | null; readonly found: string }

/** What was removed from a page, made ready to be looked for. */
export type Removed = {
  /** In a text of the page: more often than in what stays, `times` over. */
  readonly seek: (text: string, times: number) => Left[]
  /** Word by word: no removed word may stand more often than in what stays. */
  readonly seekWords: (text: string) => Left[]
  /** Longer words of which none stays on the page; for texts whose words are not told apart well. */
  readonly seekGoneWords: (text: string) => Left[]
  /** In what belongs to no page: whole passages only, and none that stays on the page. */
  readonly passages: readonly Passage[]
}

/** A passage that was removed, and how often it stays elsewhere on its page. */
export type Passage = Left & { readonly stays: number }

/** Stands in the text that stays in the place of each letter that is removed. */
export const BLOT = '\u2588'
const BLOTS = /\u2588+/gu

const LEAST_LETTERS = 3
const LEAST_GONE = 5
/** Passages this short are words that stand anywhere. */
const LEAST_PASSAGE = 6

/** Makes ready to look for what was removed from a page. */
export function seekRemoved({ areas, stays }: Pick<KnownPage, 'areas' | 'stays'>): Removed {
  const labels = areas.map(({ label, spoken }) => `${label}\n${spoken}`).join('\n')
  const inLabels = new Set(tokensOf(`${labels} redacted`))
  const found = areas.flatMap((area) =>
    passagesOf(area).map((text) => ({ mark: area.mark, person: area.person, found: text })),
  )
  const compiled = compileForms(found.map(({ found: text }) => ({ text, kind: kindOf(text) })))
  const count = (text: string) => {
    const counts = found.map(() => 0)
    for (const { form } of findForms(preparedText(text), compiled)) counts[form]! += 1
    return counts
  }
  const [staying, labelled] = [count(stays), count(labels)]
  // Words that stood apart from each other come to stand together when what was between them is gone.
  const joined = count(stays.replaceAll(BLOTS, ' '))
  const all = found.map((left, index) => ({ ...left, stays: Math.max(staying[index]!, joined[index]!) }))
  const words = wordsOf(areas, inLabels)
  const stayCounts = countTokens(stays)
  return {
    passages: all.filter((_, index) => labelled[index] === 0),
    seek(text, times) {
      if (all.length === 0) return []
      const counts = count(text)
      // What a label says is told by the label itself.
      return all.filter((left, index) => labelled[index] === 0 && counts[index]! > left.stays * times)
    },
    seekGoneWords(text) {
      if (words.size === 0) return []
      const counts = countTokens(text)
      return [...words].flatMap(([word, { mark, person }]) =>
        word.length >= LEAST_GONE && counts.has(word) && !stayCounts.has(word)
          ? [{ mark, person, found: word }]
          : [],
      )
    },
    seekWords(text) {
      if (words.size === 0) return []
      const counts = countTokens(text)
      return [...words].flatMap(([word, { mark, person }]) =>
        (counts.get(word) ?? 0) > (stayCounts.get(word) ?? 0) ? [{ mark, person, found: word }] : [],
      )
    },
  }
}

/** Whether a passage can be looked for where it belongs to no page. */
export const isTelling = ({ found }: Left): boolean => lettersOf(found).length >= LEAST_PASSAGE

/** The removed words as a whole, and line by line. */
function passagesOf({ words }: RemovedArea): readonly string[] {
  const lines = words.split(/[\r\n\u2028\u2029]+/u).map((line) => line.trim())
  const whole = words.replaceAll(/\s+/gu, ' ').trim()
  const all = [...new Set([whole, ...lines])]
  // Longer ones are found by their lines.
  return all.filter((text) => lettersOf(text).length >= LEAST_LETTERS && text.length <= 300)
}

/** What a removed string is, by how it looks: numbers and dates are written in several ways. */
function kindOf(text: string): FormKind {
  if (/@/u.test(text)) return 'email'
  const digits = text.replaceAll(/\D/gu, '').length
  if (/^[+\d][\d\s()./-]{8,}$/u.test(text) && digits >= 9) return 'phone'
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9} \d{4}$/u.test(text))
    return 'dateOfBirth'
  return 'alias'
}

type Whose = { readonly mark: number; readonly person: number | null }

/** The removed words one by one, without short ones and those a label has. */
function wordsOf(areas: readonly RemovedArea[], inLabels: ReadonlySet<string>): ReadonlyMap<string, Whose> {
  const words = new Map<string, Whose>()
  for (const { mark, person, words: removed } of areas)
    for (const word of tokensOf(removed)) {
      const isShort = word.length < LEAST_LETTERS && !/^\p{N}{2,}$/u.test(word)
      if (!isShort && !inLabels.has(word) && !words.has(word)) words.set(word, { mark, person })
    }
  return words
}
