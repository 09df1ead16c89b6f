import { LAWFUL_BASES } from '#shared/law/lawful-bases.ts'
import { ColumnBasis, MEANS, PROVENANCES, WHOSE } from '#shared/portability/column-rule.ts'
import type { LeftOutReason } from '#shared/portability/export.ts'

/** An answer about a column: as its button says it, as the table has room for it, and in full. */
export type AnswerWords<Value extends string> = {
  readonly value: Value
  readonly label: string
  readonly short: string
  readonly says: string
}

const WHOSE_SHORT = {
  person: ['The person’s', 'Own'],
  personAndOthers: ['And others’', 'And others’'],
  others: ['Others’', 'Others’'],
  nobody: ['Nobody’s', 'Nobody’s'],
} as const

/** Whose a column is. */
export const WHOSE_WORDS = WHOSE.map((one) => ({
  value: one.value,
  label: WHOSE_SHORT[one.value][0],
  short: WHOSE_SHORT[one.value][1],
  says: sayOf(one),
}))

/** How what a column holds came about. */
export const PROVENANCE_WORDS = PROVENANCES.map((one) => ({
  value: one.value,
  label: one.label,
  short: one.label,
  says: sayOf(one),
}))

/** How what a column holds is processed. */
export const MEANS_WORDS = MEANS.map((one) => ({
  value: one.value,
  label: one.label,
  short: one.value === 'paper' ? 'Paper' : 'Computer',
  says: sayOf(one),
}))

/** The bases of Article 6(1) by its own letters, and explicit consent. */
export const BASIS_WORDS: readonly AnswerWords<ColumnBasis>[] = ColumnBasis.options
  .map((value) => {
    const found = LAWFUL_BASES.find(({ code }) => code === value)
    const short = found?.short ?? '9(2)(a)'
    return {
      value,
      label: short.replace('6(1)', ''),
      short,
      says: `${short} ${found?.label ?? 'Explicit consent'}`,
    }
  })
  .toSorted((a, b) => a.short.localeCompare(b.short))

function sayOf(one: { readonly label: string; readonly hint?: string }): string {
  return one.hint ? `${one.label}: ${one.hint}` : one.label
}

/** The short word for an answer; empty where there is none. */
export function wordOf(
  answers: readonly { readonly value: string; readonly short: string }[],
  value: string | null | undefined,
): string {
  return answers.find((answer) => answer.value === value)?.short ?? ''
}

/** Why something is left out, in a word or two. */
export const REASON_WORDS: Readonly<Record<LeftOutReason, string>> = {
  notProvided: 'not provided',
  basis: 'basis',
  paper: 'paper',
  othersColumn: 'others’',
  nobody: 'nobody’s',
  othersRows: 'others’ rows',
  unclearRows: 'unclear rows',
}
