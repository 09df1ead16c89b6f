import { useSyncExternalStore } from 'react'
import type { Marking, MarkingStore } from './marking.ts'

/** One thing about where somebody is on a page; what only changes elsewhere draws nothing anew. */
export function useMarkingValue<Key extends keyof Marking>(store: MarkingStore, key: Key): Marking[Key] {
  return useSyncExternalStore(store.subscribe, () => store.get()[key])
}
