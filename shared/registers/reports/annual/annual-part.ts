import type { Chart } from '#shared/charts/chart.ts'

/** One part of the annual report: its figures, what they look like, and what has to be explained. */
export type AnnualPart = {
  readonly heading: string
  readonly citation: string
  readonly figures: readonly (readonly [label: string, value: string])[]
  /** The figures that organisations are put side by side by, under short names. */
  readonly compared: readonly (readonly [label: string, value: string])[]
  readonly charts: readonly Chart[]
  /** What was late, by reference and without a name, and the reason that is recorded. */
  readonly late: readonly { readonly reference: string; readonly why: string }[]
}
