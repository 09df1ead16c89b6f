import type { RegisterStatus } from '#shared/registers/registerFile/registerFile.contract.ts'
import { createStore, useStore } from './store.ts'

/** Why the register is closed; each has its own sentence on the unlock page. */
export type ClosedBecause = 'asked' | 'idle' | 'system' | 'engine-restarted'

export type OpenStatus = Extract<RegisterStatus, { state: 'open' }>

/** Whether a register is open in this window; `asking` until the engine has said. */
export type Session =
  | { readonly phase: 'asking' }
  | { readonly phase: 'closed'; readonly because: ClosedBecause | null }
  | { readonly phase: 'open'; readonly status: OpenStatus }

export const sessionStore = createStore<Session>({ phase: 'asking' })

export function useSession(): Session {
  return useStore(sessionStore)
}

/**
 * Leaves nothing of the register in this window: the page is loaded anew and
 * remembers only why. The place (the address) stays, so that unlocking returns to it.
 */
export function endSession(because: ClosedBecause): void {
  if (sessionStore.get().phase !== 'open') return
  sessionStore.set({ phase: 'asking' })
  history.replaceState({ closedBecause: because }, '')
  location.reload()
}

/** Why the page was loaded anew, when it was because the register closed; asked once. */
export function takeClosedBecause(): ClosedBecause | null {
  const state = history.state as { closedBecause?: ClosedBecause } | null
  history.replaceState(null, '')
  return state?.closedBecause ?? null
}
