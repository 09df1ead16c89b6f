import type { BreachAnswers } from './questions.ts'

/** What the answers point to; a person decides. */
export type SuggestedOutcome = 'noBreach' | 'record' | 'notify' | 'notifyAndTell'

/** A fact that pushed the suggestion one way, and how hard. */
export type Reason = {
  readonly question: keyof BreachAnswers
  readonly says: string
  readonly decides: boolean
}

export type Suggestion = {
  readonly outcome: SuggestedOutcome
  /** In words: "Reportable: a risk to people is likely". */
  readonly text: string
  readonly risk: 'unlikely' | 'risk' | 'high'
  readonly reasons: readonly Reason[]
  /** Questions not answered yet; while there are any, they count as the worse answer and the text says so. */
  readonly open: readonly (keyof BreachAnswers)[]
}
