import type { PlainDate } from '#shared/time/plain-date.ts'
import { createStore, useStore } from './store.ts'

/** The past day the register is shown as at, or null for as it stands. */
export const asAtStore = createStore<PlainDate | null>(null)

/** The day the register is shown as at; while there is one, nothing can be changed. */
export function useAsAt(): PlainDate | null {
  return useStore(asAtStore)
}
