/** Text on one line with its control characters, and marks that turn the direction, written out: `[U+202E]`. */
export function visible(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\p{Cf}]/gu,
    (letter) => `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  )
}

/** A name as it can be shown: made visible, and no longer than a line. */
export function shown(name: string): string {
  const text = visible(name)
  return text.length > 240 ? `${text.slice(0, 237)}…` : text
}
