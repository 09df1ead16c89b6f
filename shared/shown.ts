/** A character that cannot be shown as itself, written out: `[U+202E]`. */
export function writtenOut(codePoint: number): string {
  return `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`
}

/** Text on one line with its control characters, and marks that turn the direction, written out. */
export function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, (letter) => writtenOut(letter.codePointAt(0) ?? 0))
}

/** A name as it can be shown: made visible, and cut with an ellipsis when it has more than `longest` letters. */
export function shown(name: string, longest = 240): string {
  const text = visible(name)
  return text.length > longest ? `${text.slice(0, longest - 3)}…` : text
}
