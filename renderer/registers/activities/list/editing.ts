import { createStore } from '#renderer/api/store.ts'
import type { ActivityId } from '#shared/registers/activities/activity.schema.ts'
import type { EditableColumn } from './columns.ts'

/** The cell being edited in place, or null. */
export const editingStore = createStore<{ readonly id: ActivityId; readonly column: EditableColumn } | null>(
  null,
)

/** Ends editing in place and gives the keys back to the grid. */
export function endEditing(): void {
  editingStore.set(null)
  document.getElementById('activity-grid')?.focus()
}
