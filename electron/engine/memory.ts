/** Answers a question from memory, or asks and keeps the answer. */
export type Remember = <Answer>(question: string, ask: () => Promise<Answer>) => Promise<Answer>

/** How many answers are kept side by side; the one used longest ago goes first. */
const KEPT = 8

/** A memory for answers that hold until something changes; whoever changes something makes it forget. */
export function makeMemory(): { readonly remember: Remember; readonly forget: () => void } {
  const answers = new Map<string, Promise<unknown>>()
  return {
    remember<Answer>(question: string, ask: () => Promise<Answer>): Promise<Answer> {
      const answer = (answers.get(question) as Promise<Answer> | undefined) ?? ask()
      answers.delete(question)
      answers.set(question, answer)
      // A question that could not be answered is asked again next time.
      answer.catch(() => answers.delete(question))
      if (answers.size > KEPT) answers.delete(answers.keys().next().value!)
      return answer
    },
    forget: () => answers.clear(),
  }
}
