import type { KeyboardEvent } from 'react'

/**
 * Enter or Escape in a field ends it and gives the keys back to the page. The field's own key comes first: a list that
 * is open is closed by it and nothing else.
 */
export function leavesOnEnter(onLeave: () => void) {
  return (event: KeyboardEvent) => {
    const { target, key } = event
    if ((key !== 'Enter' && key !== 'Escape') || !(target instanceof HTMLInputElement)) return
    if (target.getAttribute('aria-expanded') === 'true' && key === 'Escape') return
    // What was typed or picked is kept when the field is left.
    setTimeout(onLeave)
  }
}
