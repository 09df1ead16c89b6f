import { foldText, wordGroups } from '#shared/registers/search/words.ts'

/** The last word is also found as a beginning from so many letters on; shorter ones would begin half of all words. */
const LETTERS_OF_A_BEGINNING = 3

/**
 * What a person typed as a question to the index of pages: every word must be there, those between quotation marks
 * beside one another, and the last also as a beginning. Signs are no operators; null without a word.
 */
export function matchOfPages(typed: string): string | null {
  const parts = foldText(typed).split(/["“”„«»]/u)
  const phrases = parts.flatMap((part, index) => {
    const groups = wordGroups(part)
    // Every other part stands between quotation marks; the last may be open still.
    const isPhrase = index % 2 === 1
    return isPhrase ? [groups.flat()].filter((words) => words.length > 0) : groups
  })
  const lastPart = parts.at(-1) ?? ''
  const endsOpen = parts.length % 2 === 1 && wordGroups(lastPart).length > 0 && !/\s$/u.test(lastPart)
  return (
    phrases
      .map((words, index) => {
        const isBeginning =
          endsOpen && index === phrases.length - 1 && (words.at(-1)?.length ?? 0) >= LETTERS_OF_A_BEGINNING
        return `"${words.join(' ')}"${isBeginning ? '*' : ''}`
      })
      .join(' ') || null
  )
}
