/** A part of the page that a key leads to. */
export type Part = 'first' | 'columns' | 'filter' | 'called' | 'preview'

/** Puts the focus into a part of the page: on it, or on the field inside; false where it is not there. */
export function focusPart(part: Part): boolean {
  const found = document.querySelector<HTMLElement>(`[data-part="${part}"]`)
  if (!found) return false
  found.focus()
  if (found instanceof HTMLInputElement) found.select()
  found.scrollIntoView({ block: 'nearest' })
  return true
}
