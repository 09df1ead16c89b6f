import type { KeyboardEvent } from 'react'

/** A part of the page that a key leads to. */
export type Part = 'list' | 'filter' | 'who' | 'decision' | 'form' | 'places' | 'term'

/** Puts the focus into a part of the page: on it, or on the first field inside. */
export function focusPart(part: Part): void {
  const found = document.querySelector<HTMLElement>(`[data-part="${part}"]`)
  if (!found) return leaveField()
  const field = found.matches('input, [tabindex]')
    ? found
    : found.querySelector<HTMLElement>('input:not([type="hidden"], :disabled), textarea:not(:disabled)')
  field?.focus()
  // What is typed next takes the place of what stood in the filter.
  if (part === 'filter' && field instanceof HTMLInputElement) field.select()
  field?.scrollIntoView({ block: 'nearest' })
}

/** Where there is no such part, the field at least gives the keys back to the page. */
function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

/**
 * Escape in a field, or Enter in one of a single line, gives the keys back to the list. The field's own key comes
 * first: a list that is open is closed by it and nothing else, and a form is sent.
 */
export function leaveToList(event: KeyboardEvent): void {
  const { target, key } = event
  const isLine = target instanceof HTMLInputElement
  if (!isLine && !(target instanceof HTMLTextAreaElement)) return
  const leaves = key === 'Escape' || (key === 'Enter' && isLine && !target.closest('form'))
  if (!leaves || (key === 'Escape' && target.getAttribute('aria-expanded') === 'true')) return
  if (key === 'Escape') focusPart('list')
  // What is picked with Enter is taken over first.
  else setTimeout(() => focusPart('list'))
}
