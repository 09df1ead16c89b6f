import type { Answer } from '#shared/answer.ts'
import { thing } from './names.ts'
import type { KindName } from './kinds.ts'
import { PROPERTIES, type PropertyKey } from './properties.ts'

export type Value = string | number | boolean

/** One thing of an export: its name, its kind, and what is said of it. Values are a set, told in one order. */
export type DpvRecord = {
  readonly id: string
  readonly kind: KindName
  readonly values: Readonly<Partial<Record<PropertyKey, readonly Value[]>>>
}

/** What is to be said of a thing; nothing, an empty text and an empty list say nothing. */
export type Said = Readonly<
  Partial<Record<PropertyKey, Value | null | undefined | readonly (Value | undefined)[]>>
>

/** A thing of an export from what is to be said of it. */
export function recordOf(kind: KindName, id: string, said: Said): DpvRecord {
  const values: Partial<Record<PropertyKey, readonly Value[]>> = {}
  for (const [key, given] of Object.entries(said)) {
    const list = setOf(Array.isArray(given) ? given : [given as Value])
    if (list.length > 0) values[key as PropertyKey] = list
  }
  return { id, kind, values }
}

/** Values as a set in one order: of each one, texts well formed, nothing empty. */
export function setOf(given: readonly (Value | null | undefined)[]): readonly Value[] {
  const values = given
    .filter((value) => value !== null && value !== undefined)
    .filter((value) => value !== '')
    .map((value) => (typeof value === 'string' ? value.toWellFormed() : value))
  return [...new Set(values)].toSorted((a, b) => (`${a}` < `${b}` ? -1 : 1))
}

/** Gathers what is not known yet and what does not apply while a thing is told. */
export type Asking = {
  /** The value of an answer; where there is none, it is noted that there is none. */
  readonly answer: <Inner>(key: PropertyKey, answer: Answer<Inner>) => Inner | undefined
  /** A value that should be there: where it is not, that is noted. */
  readonly should: <Inner extends Value>(
    key: PropertyKey,
    value: Inner | null | undefined,
  ) => Inner | undefined
  /** Notes that a property does not apply, and why. */
  readonly not: (key: PropertyKey, because: string) => void
  /** What has been noted, to be said of the thing. */
  readonly noted: () => Said
  /** The things that give the reasons. */
  readonly reasons: () => readonly DpvRecord[]
}

/** Begins to tell a thing that is known by some ids. */
export function startAsking(kind: KindName, ...ids: readonly string[]): Asking {
  const open: string[] = []
  const reasons: DpvRecord[] = []
  const asking: Asking = {
    answer: (key, answer) => {
      if (answer.state === 'value' && answer.value !== '') return answer.value
      if (answer.state === 'notApplicable') asking.not(key, answer.because)
      else open.push(PROPERTIES[key].name)
      return undefined
    },
    should: (key, value) => {
      if (value !== null && value !== undefined && value !== '') return value
      open.push(PROPERTIES[key].name)
      return undefined
    },
    not: (key, because) => {
      const id = thing('exclusions', kind, ...ids, key)
      reasons.push(recordOf('exclusions', id, { aboutProperty: PROPERTIES[key].name, because }))
    },
    noted: () => ({ toBeDetermined: open, doesNotApply: reasons.map(({ id }) => id) }),
    reasons: () => reasons,
  }
  return asking
}
