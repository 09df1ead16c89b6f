import { lettersOf } from '../needles/fold.ts'
import type { Detected } from './detected.ts'
import { detectAliases } from './detect-aliases.ts'
import { detectLists } from './detect-lists.ts'
import { detectMail } from './detect-mail.ts'
import { detectNames } from './detect-names.ts'
import { detectNumbers } from './detect-numbers.ts'

export type { Detected } from './detected.ts'

/**
 * Names and numbers of people on a page, first to last, each place once, with where it was found. Proposals: names that
 * nothing introduces can be missed, and words can be taken for names.
 */
export function detectPeople(text: string): Detected[] {
  const found = [detectMail, detectLists, detectNames, detectNumbers, detectAliases].flatMap((detect) =>
    detect(text),
  )
  return withNearNames(text, withoutTwice(found))
}

/** Of finds that cover one another the one found by the surer way stays, which is the earlier in the order above. */
function withoutTwice(found: readonly Detected[]): Detected[] {
  const sorted = found
    .map((one, order) => ({ one, order }))
    .toSorted((a, b) => a.one.start - b.one.start || a.order - b.order)
  const kept: { one: Detected; order: number }[] = []
  for (const next of sorted) {
    const last = kept.at(-1)
    if (!last || last.one.end <= next.one.start) kept.push(next)
    else if (isBetter(next, last)) kept[kept.length - 1] = next
  }
  return kept.map(({ one }) => one)
}

type Ranked = { readonly one: Detected; readonly order: number }

/** The same name with a guess of its role, or a longer find of the same kind, says more. */
function isBetter({ one: next }: Ranked, { one: last }: Ranked): boolean {
  if (lettersOf(next.text) === lettersOf(last.text)) return next.role !== null && last.role === null
  return next.kind === last.kind && next.start <= last.start && next.end > last.end
}

/** How far behind a name, in characters of the same sentence, a number is taken for that person’s. */
const NEAR = 60

function withNearNames(text: string, found: readonly Detected[]): Detected[] {
  let name: Detected | null = null
  return found.map((one) => {
    if (one.kind === 'name') name = one
    if (one.kind === 'name' || one.near !== '' || name === null || one.start - name.end > NEAR) return one
    return /[\n.!?;]/u.test(text.slice(name.end, one.start)) ? one : { ...one, near: name.text }
  })
}
