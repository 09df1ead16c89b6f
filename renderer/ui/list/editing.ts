import { createStore } from '#renderer/api/store.ts'

/** The cell being edited in place, or null. */
export const editingStore = createStore<{ readonly id: string; readonly column: string } | null>(null)

/**
 * Ends editing in place and gives the keys back to the grid. False where it had ended already: the field loses the
 * focus by this very act, and must not take that for a wish to keep what was typed.
 */
export function endEditing(gridId: string): boolean {
  if (editingStore.get() === null) return false
  editingStore.set(null)
  document.getElementById(gridId)?.focus()
  return true
}
