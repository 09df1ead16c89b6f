import type { Chart } from '#shared/charts/chart.ts'
import type { Lines } from './answer.words.ts'

/** A label and what is said of it. */
export type Fact = { readonly label: string; readonly lines: Lines }

/** What a page shows under a heading: labelled facts, a table whose cells hold lines, or a chart with its numbers. */
export type Block =
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'passages'; readonly passages: readonly Fact[] }
  | {
      readonly kind: 'table'
      readonly label: string
      readonly columns: readonly { readonly heading: string; readonly share: number }[]
      readonly rows: readonly (readonly Lines[])[]
    }
  | { readonly kind: 'chart'; readonly chart: Chart }

/** What stands together; without a heading it stands right under its entry's. */
export type Group = { readonly heading: string; readonly citation: string; readonly blocks: readonly Block[] }

/** One activity: what its section says, made when it is wanted. */
export type Entry = {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly build: () => {
    readonly summary: string
    readonly description: string
    readonly groups: readonly Group[]
  }
}

export type OrganisationSection = {
  readonly name: string
  readonly facts: readonly Fact[]
  readonly entries: readonly Entry[]
}

/** The controller's record or the processor's. */
export type Part = {
  readonly heading: string
  readonly citation: string
  readonly organisations: readonly OrganisationSection[]
}

/** Everything the printed record says, before anybody decides how it looks. */
export type RecordDocument = {
  readonly title: string
  readonly subtitle: string
  readonly basis: string
  readonly cover: readonly Fact[]
  readonly explanation: string
  readonly parts: readonly Part[]
  readonly footer: string
  /** What stands in the place of the parts when there are none. */
  readonly empty: string
}
