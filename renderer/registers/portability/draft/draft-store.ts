import { sessionStore } from '#renderer/api/session.ts'
import { createStore, type Store } from '#renderer/api/store.ts'
import { type Draft, NO_DRAFT } from './draft.ts'

/** By request: what is being put together. It goes with the lock, as everything that was read from files does. */
const drafts = new Map<string, Store<Draft>>()

sessionStore.subscribe(() => {
  if (sessionStore.get().phase !== 'open') drafts.clear()
})

/** The export that is put together for a request; other pages of the program do not end it. */
export function draftStore(request: string): Store<Draft> {
  const found = drafts.get(request) ?? createStore(NO_DRAFT)
  drafts.set(request, found)
  return found
}
