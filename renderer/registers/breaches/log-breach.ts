import { createStore } from '#renderer/api/store.ts'

/** Whether the dialog that logs a breach stands over the page. */
export const logBreachStore = createStore(false)

/** Opens the dialog that logs a breach, over whatever page is shown. */
export function openLogBreach(): void {
  logBreachStore.set(true)
}
