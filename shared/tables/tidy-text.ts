/** A text as the register keeps it, and whether characters that nobody sees were taken out of it. */
export type TidyText = { readonly text: string; readonly hadHidden: boolean }

/** Control characters, marks that turn the direction of what follows, and what is no character at all. */
const HIDDEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu

/** Text from elsewhere as one line: composed letters, line ends and tabs as blanks, no hidden characters. */
export function tidyLine(text: string): TidyText {
  return without(composed(text).replaceAll(/[\t-\r\u0085\u2028\u2029]+/gu, ' '))
}

/** Text from elsewhere that may have several lines. */
export function tidyPassage(text: string): TidyText {
  const lines = composed(text)
    .replaceAll('\t', ' ')
    .split(/\r\n|[\n-\r\u0085\u2028\u2029]/u)
  const tidied = lines.map((line) => without(line))
  const whole = tidied.map(({ text: line }) => line).join('\n')
  return { text: whole.trim(), hadHidden: tidied.some(({ hadHidden }) => hadHidden) }
}

/** The beginning of a text that fits, with a sign that it was cut; never half of a character. */
export function cutTo(text: string, longest: number): string {
  if (text.length <= longest) return text
  return `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`
}

const composed = (text: string) => text.toWellFormed().normalize('NFC')

function without(text: string): TidyText {
  const plain = text.replaceAll(HIDDEN, '')
  return { text: plain.trim(), hadHidden: plain !== text }
}
