import { createStore } from '#renderer/api/store.ts'

/** Whether the sheet of keys is shown. */
export const keySheetStore = createStore(false)

export function openKeySheet(): void {
  keySheetStore.set(true)
}
