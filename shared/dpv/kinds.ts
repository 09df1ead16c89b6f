import type { ConceptList } from './concepts.ts'
import { ACTIVITY_KINDS } from './kinds-of-activities.ts'
import { LIBRARY_KINDS } from './kinds-of-library.ts'
import { REGISTER_KINDS } from './kinds-of-registers.ts'
import type { PropertyKey } from './properties.ts'

/** What one property may hold on a kind of thing. */
export type Use = {
  /** It leads to things of these kinds. */
  readonly to?: readonly string[]
  /** It holds terms of this list. */
  readonly of?: ConceptList
  /** It holds a country. */
  readonly country?: true
  /** It holds one of these words. */
  readonly words?: readonly string[]
  /** It may hold several. */
  readonly many?: true
  /** It has to be there. */
  readonly needed?: true
  /** It has to be there, or to be said to be undetermined or not applicable. */
  readonly asked?: true
}

/** A kind of thing: its class in the extension, what it is in the Data Privacy Vocabulary, and what is said of it. */
export type Kind = {
  readonly className: string
  readonly called: string
  readonly types: readonly string[]
  readonly uses: Readonly<Partial<Record<PropertyKey, Use>>>
}

/** Every kind of thing an export can hold, in the order in which it holds them. */
export const KINDS = { ...LIBRARY_KINDS, ...ACTIVITY_KINDS, ...REGISTER_KINDS } as const satisfies Readonly<
  Record<string, Kind>
>
export type KindName = keyof typeof KINDS

const BY_CLASS = new Map(Object.entries(KINDS).map(([name, { className }]) => [className, name as KindName]))

/** The kind of thing a class of the extension stands for, or `undefined` when it stands for none. */
export function kindOfClass(className: string): KindName | undefined {
  return BY_CLASS.get(className)
}
