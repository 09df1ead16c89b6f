import { createStore } from '#renderer/api/store.ts'

/** The pictures somebody asked to see, until the window is closed. */
export const revealedStore = createStore<ReadonlySet<string>>(new Set())

/** What a page of a request is called among them. */
export const revealedAs = (request: string, page: number) => `${request}/${page}`

/** Shows a picture that is veiled, or veils it again. */
export function turnVeil(request: string, page: number): void {
  const next = new Set(revealedStore.get())
  const name = revealedAs(request, page)
  if (!next.delete(name)) next.add(name)
  revealedStore.set(next)
}
