import { compileForms, findForms, type FoundForm, prepare, type Prepared } from '../needles/find-form.ts'
import { lettersOf } from '../needles/fold.ts'
import { preparedText } from './prepared.ts'
import { countIn } from './tokens.ts'
import type { GateNeedle, GateNeedles, KnownPage } from './gate-needles.ts'

/** Somebody who was found although they should be nowhere. */
export type Sighting = { readonly needle: GateNeedle; readonly found: string }

/** Where somebody is looked for: what stays visible there although it names them, and how often each may stand. */
export type Allowed = { readonly excepted: KnownPage['excepted']; readonly times: number }

/** Nobody may be named: our own pages, names of files, what stands beside the pages. */
export const NOBODY: Allowed = { excepted: [], times: 1 }

/** Looks for everybody who should be nowhere; gives each form once. */
export type SeekPeople = (text: string, allowed: Allowed) => Sighting[]

/** Names of at least two words with so many letters, and numbers with so many digits, are also found run together. */
const LONG_NAME = 8
const LONG_NUMBER = 7

/** Makes ready to look for many people in many texts. */
export function seekPeople({ needles, open }: GateNeedles): SeekPeople {
  const sought = compileForms(needles.map(({ text, form }) => ({ text, kind: form })))
  const spared = compileForms(open.map(({ text, form }) => ({ text, kind: form })))
  const long = needles.map(({ text }) => lettersWithoutSpaces(text))
  const inNames = long.map((letters) =>
    letters ? open.map((one) => lettersOf(one.text)).filter((name) => name.includes(letters)) : [],
  )
  const inExcepted = new Map<string, readonly FoundForm[]>()

  function mayStand(index: number, { excepted, times }: Allowed): number {
    let may = 0
    for (const { person, text } of excepted) {
      if (person !== null && person !== needles[index]!.person) continue
      let found = inExcepted.get(text)
      if (!found) inExcepted.set(text, (found = findForms(prepare(text), sought)))
      may += found.filter(({ form }) => form === index).length
    }
    return may * times
  }

  return (text, allowed) => {
    const prepared = preparedText(text)
    if (prepared.letters === '') return []
    const hits = countHits(findForms(prepared, sought), () => sparedIn(prepared, spared, open))
    const found: Sighting[] = []
    for (const [index, { first, open: count }] of hits)
      if (count > mayStand(index, allowed))
        found.push({ needle: needles[index]!, found: text.slice(first.start, first.end) })
    for (const [index, letters] of long.entries()) {
      if (!letters || !prepared.letters.includes(letters)) continue
      const known = Math.max(hits.get(index)?.all ?? 0, mayStand(index, allowed))
      const named = inNames[index]!.reduce((sum, name) => sum + countIn(prepared.letters, name), 0)
      if (countIn(prepared.letters, letters) > known + named)
        found.push({ needle: needles[index]!, found: needles[index]!.text })
    }
    return found
  }
}

/** The letters of a form that is long enough to be told from chance without its spaces; null for another. */
function lettersWithoutSpaces(text: string): string | null {
  const letters = lettersOf(text)
  if (/^\p{N}+$/u.test(letters)) return letters.length >= LONG_NUMBER ? letters : null
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1)
  return letters.length >= LONG_NAME && words.length > 1 ? letters : null
}

type Spared = { readonly start: number; readonly end: number; readonly isExclusion: boolean }

function sparedIn(
  prepared: Prepared,
  spared: ReturnType<typeof compileForms>,
  open: GateNeedles['open'],
): readonly Spared[] {
  return findForms(prepared, spared).map(({ start, end, form }) => ({
    start,
    end,
    isExclusion: open[form]!.isExclusion,
  }))
}

type Hits = { first: FoundForm; all: number; open: number }

/** How often each form is found, and how often in no open name that is longer and in no exclusion. */
function countHits(found: readonly FoundForm[], sparedOf: () => readonly Spared[]): Map<number, Hits> {
  const hits = new Map<number, Hits>()
  if (found.length === 0) return hits
  const spared = sparedOf()
  for (const one of found) {
    const isSpared = spared.some(
      ({ start, end, isExclusion }) =>
        start <= one.start && one.end <= end && (isExclusion || end - start > one.end - one.start),
    )
    const known = hits.get(one.form)
    if (!known) hits.set(one.form, { first: one, all: 1, open: isSpared ? 0 : 1 })
    else {
      known.all += 1
      if (isSpared) continue
      if (known.open === 0) known.first = one
      known.open += 1
    }
  }
  return hits
}
