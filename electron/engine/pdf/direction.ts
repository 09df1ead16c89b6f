import bidiFactory from 'bidi-js'

/** A stretch of a line that is drawn in one direction; `text` is in the order in which it is read. */
export type DirectedRun = { readonly text: string; readonly isRightToLeft: boolean }

const bidi = bidiFactory()
const RIGHT_TO_LEFT = /[\u202C-\u202E\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u
const STRONG_LETTER = /\p{L}/gu

/** Marks that say how deep the turning of directions is; `printable` leaves none of a person's own in a text. */
const LEFT_MARK = '\u202D'
const RIGHT_MARK = '\u202E'
const END_MARK = '\u202C'
const MARKS = /[\u202C-\u202E]/gu

/** Whether a text has letters of a script that is written from right to left, or marks of such a paragraph. */
export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text)
}

/**
 * The lines of a paragraph, each in the order in which it is read, with marks for the directions that the
 * whole paragraph gives them (Unicode Bidirectional Algorithm). A paragraph without right-to-left letters
 * stays as it is. The lines are those of the paragraph broken at single spaces or between letters.
 */
export function withDirections(paragraph: string, lines: readonly string[]): readonly string[] {
  if (!hasRightToLeft(paragraph)) return lines
  const { levels } = bidi.getEmbeddingLevels(paragraph, baseDirection(paragraph))
  let at = 0
  return lines.map((line) => {
    at = paragraph.indexOf(line, at)
    const marked = markedLine(line, levels.subarray(at, at + line.length))
    at += line.length
    return marked
  })
}

/** The runs of a line in the order in which they are seen from left to right. */
export function directedRuns(line: string): readonly DirectedRun[] {
  if (!hasRightToLeft(line)) return [{ text: line, isRightToLeft: false }]
  const marked = line.search(MARKS) < 0 ? (withDirections(line, [line])[0] ?? line) : line
  const runs: { text: string; level: number }[] = []
  let level = 0
  for (const piece of marked.split(/([\u202C-\u202E])/u)) {
    if (piece === LEFT_MARK || piece === RIGHT_MARK) level += 1
    else if (piece === END_MARK) level -= 1
    else if (piece !== '') runs.push({ text: piece, level })
  }
  return inVisualOrder(runs).flatMap(({ text, level: depth }) =>
    depth % 2 === 0
      ? [{ text, isRightToLeft: false }]
      : ofOneScript(mirrored(text))
          .map((piece) => ({ text: piece, isRightToLeft: true }))
          .toReversed(),
  )
}

/** A line without its marks: what is read aloud, copied and searched. */
export function withoutMarks(line: string): string {
  return line.replaceAll(MARKS, '')
}

/** A paragraph goes from right to left when it begins so and most of its letters do: a name, or a text in Hebrew. */
function baseDirection(paragraph: string): 'ltr' | 'rtl' {
  const letters = paragraph.match(STRONG_LETTER) ?? []
  const turned = letters.filter(hasRightToLeft).length
  return hasRightToLeft(letters[0] ?? '') && turned * 2 > letters.length ? 'rtl' : 'ltr'
}

function markedLine(line: string, levels: Uint8Array): string {
  let marked = ''
  let open = 0
  for (let index = 0; index < line.length; index += 1) {
    const level = levels[index] ?? 0
    for (; open < level; open += 1) marked += open % 2 === 0 ? RIGHT_MARK : LEFT_MARK
    for (; open > level; open -= 1) marked += END_MARK
    marked += line.charAt(index)
  }
  return marked + END_MARK.repeat(open)
}

/** Rule L2: from the deepest level to the lowest odd one, what stands at that level or deeper is turned round. */
function inVisualOrder<Run extends { readonly level: number }>(runs: readonly Run[]): readonly Run[] {
  const ordered = [...runs]
  const deepest = Math.max(0, ...runs.map(({ level }) => level))
  for (let level = deepest; level > 0; level -= 1) {
    let start = 0
    while (start < ordered.length) {
      let end = start
      while (end < ordered.length && (ordered[end]?.level ?? 0) >= level) end += 1
      if (end > start) ordered.splice(start, end - start, ...ordered.slice(start, end).toReversed())
      start = end + 1
    }
  }
  return ordered
}

/** Hebrew and Arabic apart: letters are joined by the rules of one script at a time. */
function ofOneScript(text: string): readonly string[] {
  const pieces = ['']
  let isHebrew = null as boolean | null
  for (const letter of text) {
    const isOf: boolean | null = hasRightToLeft(letter) ? HEBREW.test(letter) : isHebrew
    if (isHebrew !== null && isOf !== isHebrew) pieces.push('')
    isHebrew = isOf
    pieces[pieces.length - 1] += letter
  }
  return pieces
}

const HEBREW = /[\u0590-\u05FF\uFB1D-\uFB4F]/u

/** Brackets and signs that point the other way in a text from right to left. */
function mirrored(text: string): string {
  return Array.from(text, (letter) => bidi.getMirroredCharacter(letter) ?? letter).join('')
}
