const sentenceEnds = new Intl.Segmenter('en-GB', { granularity: 'sentence' })
const WORD = /[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu

/** What ends in a full stop without ending a sentence. */
const ABBREVIATED = /(?:^|[\s(])(?:Dr|Mr|Mrs|Ms|Prof|Rev|St|Ltd|No|approx|e\.g|i\.e)\.$/iu

/** The sentences of a text, without the line breaks between them. */
export function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = []
  for (const { segment } of sentenceEnds.segment(text)) {
    const part = segment.trim()
    const last = sentences.at(-1)
    if (part === '') continue
    if (last !== undefined && ABBREVIATED.test(last)) sentences[sentences.length - 1] = `${last} ${part}`
    else sentences.push(part)
  }
  return sentences
}

/** The words of a text. */
export function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? []
}

/** How long the sentences of a text are, in words; nought of all for an empty text. */
export function sentenceLengths(text: string): { readonly average: number; readonly longest: number } {
  const lengths = sentencesOf(text)
    .map((sentence) => wordsOf(sentence).length)
    .filter((length) => length > 0)
  if (lengths.length === 0) return { average: 0, longest: 0 }
  return {
    average: lengths.reduce((sum, length) => sum + length, 0) / lengths.length,
    longest: Math.max(...lengths),
  }
}
