/** Words that point to something, and why. */
export type Phrase<Value> = {
  readonly value: Value
  /** Made for finding every place, in any letter case: `giu`. */
  readonly words: RegExp
  readonly why: string
  /** Whether the words alone leave little doubt. */
  readonly isSure: boolean
}

export type PhraseHit<Value> = Omit<Phrase<Value>, 'words'> & { readonly quote: string; readonly at: number }

const NOT_BEFORE = /\b(?:do not|don[’']t|does not|did not|not|never|without|rather than)\b[^.\n]{0,25}$/iu

/** Where each phrase first stands in a text, not counting where it is denied ("do not delete"). */
export function phrasesIn<Value>(
  text: string,
  phrases: readonly Phrase<Value>[],
): readonly PhraseHit<Value>[] {
  return phrases.flatMap(({ words, ...phrase }) => {
    for (const match of text.matchAll(words)) {
      const before = text.slice(Math.max(0, match.index - 45), match.index)
      if (!NOT_BEFORE.test(before)) return [{ ...phrase, quote: match[0], at: match.index }]
    }
    return []
  })
}

/** The sentence around a place of a text, at most `most` letters each way, as it stands there. */
export function sentenceAround(text: string, at: number, length: number, most = 160): string {
  const near = text.slice(Math.max(0, at - most), at)
  const start = at - (/[^.!?\n]*$/u.exec(near)?.[0].length ?? 0)
  const after = text.slice(at + length, at + length + most)
  const stop = after.search(/[.!?\n]/u)
  return text.slice(start, at + length + (stop < 0 ? after.length : stop + 1)).trim()
}
