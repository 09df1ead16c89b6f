import type { CodeListEntry } from '../code-list.ts'

export type AssessmentKindCode = 'DPIA' | 'LIA' | 'RLI' | 'COMPAT' | 'APD' | 'TRA' | 'ADM'

/** One question of an assessment, in the order they are asked. */
export type AssessmentQuestion = {
  /** Stable; answers are kept under it. */
  readonly key: string
  readonly question: string
  readonly hint: string
  readonly citation: string
  /** What to check before relying on it; null when it is confirmed. */
  readonly check: string | null
  /** Whether the assessment cannot be finished without it. */
  readonly required: boolean
}

/** A kind of assessment: when it is made, what it asks, when it is made anew. */
export type AssessmentKind = CodeListEntry & {
  readonly code: AssessmentKindCode
  /** What it is called in short: "DPIA". */
  readonly short: string
  readonly when: string
  readonly renewal: string
  /** Suggested time to the next review in calendar months; ours, not the law’s. */
  readonly reviewAfterMonths: number
  readonly questions: readonly AssessmentQuestion[]
}

/** Gives a list of questions that all cite one provision unless they say otherwise. */
export function questions(
  citation: string,
  check: string | null,
  rows: readonly (readonly [key: string, question: string, hint?: string, citation?: string])[],
): readonly AssessmentQuestion[] {
  return rows.map(([key, question, hint = '', cited = citation]) => ({
    key,
    question,
    hint,
    citation: cited,
    check,
    required: true,
  }))
}

/** A kind of assessment; `check` says what to check where its law is unconfirmed. */
export function assessmentKind(
  kind: Omit<AssessmentKind, 'confirmed' | 'check'> & { readonly check?: string | null },
): AssessmentKind {
  const { check = null } = kind
  return { ...kind, confirmed: check === null, check }
}
