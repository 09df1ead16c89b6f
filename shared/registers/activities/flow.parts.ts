import type { Answer } from '#shared/answer.ts'
import type { Term } from '#shared/registers/vocabulary/term.schema.ts'
import type { Disclosure } from './activity.schema.ts'

/** The four kinds of movement that a record of processing describes. */
export type FlowStep = 'source' | 'held' | 'disclosure' | 'abroad'
/** The columns of the drawing; what an activity is held in stands below the activities. */
export type FlowColumn = 'sources' | 'activities' | 'held' | 'recipients' | 'abroad'

/** One movement of data as the record states it: one line of the table beside the drawing. */
export type FlowRow = {
  readonly id: string
  readonly step: FlowStep
  readonly activityId: string
  readonly activity: string
  readonly other: string
  readonly data: readonly string[]
  readonly bases: readonly string[]
  readonly capacity: string
  readonly agreement: string
  readonly mechanism: string
  readonly condition: string
  /** The pairs of places the drawing joins for this movement. */
  readonly links: readonly (readonly [from: string, to: string])[]
}

/** Somewhere data is, comes from or goes to. */
export type FlowPlace = {
  readonly key: string
  readonly column: FlowColumn
  readonly label: string
  readonly detail: string
  /** Stands for something the record does not say. */
  readonly missing: boolean
}

/** What the rows and places of a drawing are, before anything is placed on the page. */
export type Flow = {
  readonly title: string
  readonly places: readonly FlowPlace[]
  readonly rows: readonly FlowRow[]
  /** What the record says about data leaving the country, when no place abroad is drawn. */
  readonly abroadNote: string
}

/** Turns the codes and ids of a record into words. */
export type FlowWords = {
  readonly terms: ReadonlyMap<string, Pick<Term, 'name' | 'medium' | 'location'>>
  readonly basis: (code: string) => string
  readonly mechanism: (code: string) => string
}

export const CAPACITY_WORDS: Readonly<Record<Disclosure['capacity'], string>> = {
  controller: 'controller',
  jointController: 'joint controller',
  processor: 'processor',
  unknown: 'capacity to be determined',
}

/** An answer in words, for lines of a table. */
export function answerText<Value>(answer: Answer<Value>, words: (value: Value) => string): string {
  switch (answer.state) {
    case 'value':
      return words(answer.value)
    case 'toBeDetermined':
      return 'to be determined'
    case 'notApplicable':
      return `not applicable: ${answer.because}`
  }
}
