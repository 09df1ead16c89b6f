import { writtenOut } from '#shared/shown.ts'

/** Whether a font can show a character. */
export type Covers = (codePoint: number) => boolean

/** Marks that only say where a line may break or where a text begins; they never show. */
const SILENT = /[\u00AD\u200B\u2060\uFEFF]/gu
/** Controls, and marks that turn the direction of what follows: a reader has to see that they are there. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u
const JOINERS = /[\u200C\u200D]/u

/**
 * A text as it can be printed: composed, and with a visible "[U+1F600]" for what the font
 * cannot show, so that nothing vanishes from the page. Line breaks and tabs become spaces.
 */
export function printable(text: string, covers: Covers): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(SILENT, '')
    .replaceAll(/[\t\r\n\u00A0\u2007\u202F]/gu, ' ')
  if (/^[\u0020-\u007E\u00A1-\u017F\u2010-\u2026]*$/u.test(plain)) return plain
  let result = ''
  for (const letter of plain) {
    const codePoint = letter.codePointAt(0) ?? 0
    const isShown = JOINERS.test(letter) ? covers(codePoint) : !HIDDEN.test(letter) && covers(codePoint)
    result += isShown ? letter : writtenOut(codePoint)
  }
  return result
}
