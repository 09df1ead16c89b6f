/** An answer to a question with options: the options chosen, and what is said in words besides. */
export type Chosen = { readonly options: readonly string[]; readonly words: string }

/** Takes an answer apart: lines that are one of the options, and the rest. */
export function chosenIn(text: string, offered: readonly string[]): Chosen {
  const lines = text.split(/\r\n?|\n/u)
  return {
    options: offered.filter((option) => lines.includes(option)),
    words: lines
      .filter((line) => !offered.includes(line))
      .join('\n')
      .trim(),
  }
}

/** Puts an answer together: the options in the form’s order, then the words. */
export function textOfChosen({ options, words }: Chosen, offered: readonly string[]): string {
  return [...offered.filter((option) => options.includes(option)), words.trim()].filter(Boolean).join('\n')
}
