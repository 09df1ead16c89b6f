import { createStore } from '#renderer/api/store.ts'

/** The cell being edited in place, or null. */
export const editingStore = createStore<{ readonly id: string; readonly column: string } | null>(null)

/** Ends editing in place and gives the keys back to the grid. */
export function endEditing(gridId: string): void {
  editingStore.set(null)
  document.getElementById(gridId)?.focus()
}
