import type { PageWords, Word } from '#shared/cases/page.ts'
import type { Block } from './tesseract.ts'

/** Below this certainty (0 to 100) a word is a smudge or a part of a picture. */
const SMUDGE = 20

/** Recognised blocks as text with line breaks, an empty line between paragraphs, and the words in it, boxes in pixels. */
export function wordsOfBlocks(blocks: readonly Block[]): PageWords & { confidence: number } {
  const words: Word[] = []
  let text = ''
  let sure = 0
  for (const { lines } of blocks.flatMap(({ paragraphs }) => paragraphs)) {
    if (text) text += '\n'
    for (const line of lines) {
      const found = line.words.filter(
        ({ text: word, confidence }) => confidence >= SMUDGE && word.trim() !== '',
      )
      if (found.length === 0) continue
      if (text) text += '\n'
      for (const [index, { text: word, confidence, bbox }] of found.entries()) {
        if (index > 0) text += ' '
        const letters = word.replaceAll(/\s/gu, '')
        const { x0: left, y0: top, x1: right, y1: bottom } = bbox
        words.push({ start: text.length, end: text.length + letters.length, left, top, right, bottom })
        text += letters
        sure += confidence
      }
    }
  }
  return {
    text: text.trimEnd(),
    words,
    confidence: words.length > 0 ? Math.min(100, sure / words.length) : 0,
  }
}
