import { foldText } from '#shared/registers/search/words.ts'

/**
 * Whether two names may be one person's, whatever their letter case, accents, signs and order: "LEE, Joan" and
 * "Joan Lee", and the name of an account made of them, "jlee". Two people may share one; nobody is told apart by it.
 */
export function isSameName(one: string, other: string): boolean {
  const [first, second] = [wordsOf(one), wordsOf(other)]
  if (first.length === 0 || second.length === 0) return false
  if (first.toSorted().join(' ') === second.toSorted().join(' ')) return true
  if (first.join('') === second.join('')) return true
  return accountsOf(first).has(second.join('')) || accountsOf(second).has(first.join(''))
}

const wordsOf = (name: string) => foldText(name).match(/[\p{L}\p{N}]+/gu) ?? []

/** How accounts are commonly made of a name: "jlee", "joanl", "leej". */
function accountsOf(words: readonly string[]): ReadonlySet<string> {
  const [first, last] = [words[0]!, words.at(-1)!]
  if (words.length < 2) return new Set()
  return new Set([first[0]! + last, first + last[0]!, last + first[0]!, last + first, first + last])
}
