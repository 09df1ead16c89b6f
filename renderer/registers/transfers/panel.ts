import { createStore } from '#renderer/api/store.ts'

/** What stands above the list of transfers. */
export type Panel = 'map' | 'whatIf' | null

/** Which of them is open; kept while other pages are visited. */
export const panelStore = createStore<Panel>(null)
