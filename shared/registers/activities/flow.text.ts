/**
 * Breaks a text into lines of at most `width` average letters; what does not
 * fit in `most` lines ends in an ellipsis. Wide scripts count double.
 */
export function wrapText(text: string, width: number, most: number): string[] {
  const words = text
    .split(/\s+/u)
    .filter(Boolean)
    .flatMap((word) => pieces(word, width))
  const lines: string[] = []
  for (const word of words) {
    const line = lines.at(-1)
    if (line !== undefined && widthOf(line) + 1 + widthOf(word) <= width)
      lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  if (lines.length <= most) return lines
  const last = lines[most - 1]!
  return [...lines.slice(0, most - 1), widthOf(last) < width ? `${last}…` : `${last.slice(0, -1).trimEnd()}…`]
}

/** A word, cut where it is longer than a line. */
function pieces(word: string, width: number): string[] {
  const result: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece !== '' && widthOf(piece) + widthOf(letter) > width) {
      result.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...result, piece]
}

const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Extended_Pictographic}/u

function widthOf(text: string): number {
  let width = 0
  for (const letter of text) width += WIDE.test(letter) ? 2 : 1
  return width
}
