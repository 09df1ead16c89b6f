import { createStore, type Store } from '#renderer/api/store.ts'
import type { Box } from '#shared/cases/mark.ts'
import type { QuickReason } from '#shared/registers/cases/case-marks.contract.ts'

/** What lies over the page while something about marks is asked. */
export type MarkDialog = 'reject' | 'parts' | 'person' | 'reasons'

/** Where somebody is on a page while they mark it; words by their index among those of the page. */
export type Marking = {
  readonly page: number
  /** The mark that keys act on. */
  readonly current: number | null
  readonly cursor: number | null
  /** The word at which a selection began; null where nothing is selected. */
  readonly anchor: number | null
  /** A box that is being drawn; an empty one waits for the mouse. */
  readonly box: Box | null
  /** A reason that was chosen for the current mark and asks questions first. */
  readonly asked: QuickReason | null
  /** The reason of the current mark wants the focus. */
  readonly isAsking: boolean
  readonly dialog: MarkDialog | null
  /** What was done last, for the line below the page and for whoever listens. */
  readonly says: string
}

/** Nobody is anywhere on a page yet. */
export const nowhereOn = (page: number): Marking => ({
  page,
  current: null,
  cursor: null,
  anchor: null,
  box: null,
  asked: null,
  isAsking: false,
  dialog: null,
  says: '',
})

/** Kept beside the components, so that a step of the cursor draws the cursor and nothing else. */
export type MarkingStore = Store<Marking> & {
  /** Goes to a page, with a mark of it if one is meant; who is there already stays where they are. */
  readonly arrive: (page: number, current?: number) => void
  /** Changes where somebody is on a page; nothing happens once they went on to another. */
  readonly change: (page: number, changes: Partial<Omit<Marking, 'page'>>) => void
}

/** A store for one reader. */
export function createMarking(page: number): MarkingStore {
  const store = createStore(nowhereOn(page))
  return {
    ...store,
    arrive: (wanted, current) => {
      if (store.get().page !== wanted) store.set(nowhereOn(wanted))
      if (current !== undefined) store.set({ ...store.get(), current, cursor: null, anchor: null })
    },
    change: (wanted, changes) => {
      if (store.get().page === wanted) store.set({ ...store.get(), ...changes })
    },
  }
}
