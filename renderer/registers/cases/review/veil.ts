import type { Page, PageWords } from '#shared/cases/page.ts'

/** Words from which on a page that is a picture is taken for a scanned sheet, which needs no veil. */
const WORDS_OF_A_SHEET = 30

/** Whether a page lies behind a veil: a picture that nobody asked to see yet. */
export function isVeiled(
  { isPicture }: Pick<Page, 'isPicture'>,
  words: PageWords | undefined,
  isRevealed: boolean,
): boolean {
  return isPicture && !isRevealed && (words?.words.length ?? 0) < WORDS_OF_A_SHEET
}
