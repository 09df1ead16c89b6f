import type { ActivityFilter, ActivityTarget } from '#shared/registers/activities/activity.list.ts'
import type { ActivityId } from '#shared/registers/activities/activity.schema.ts'

/** What is selected: some activities by name, or all in the filter but some. */
export type Selection = { readonly mode: 'some' | 'allBut'; readonly ids: ReadonlySet<ActivityId> }

export const NOTHING: Selection = { mode: 'some', ids: new Set() }
export const EVERYTHING: Selection = { mode: 'allBut', ids: new Set() }

export function isSelected({ mode, ids }: Selection, id: ActivityId): boolean {
  return ids.has(id) === (mode === 'some')
}

/** How many of the activities in the filter are selected. */
export function countSelected({ mode, ids }: Selection, total: number): number {
  return mode === 'some' ? ids.size : total - ids.size
}

/** Selects some activities more, or no longer. */
export function setSelected(selection: Selection, ids: readonly ActivityId[], selected: boolean): Selection {
  const next = new Set(selection.ids)
  for (const id of ids) {
    if (selected === (selection.mode === 'some')) next.add(id)
    else next.delete(id)
  }
  return { mode: selection.mode, ids: next }
}

/** What a bulk change or an export is aimed at; null when nothing is selected. */
export function targetOf(selection: Selection, filter: ActivityFilter, total: number): ActivityTarget | null {
  if (countSelected(selection, total) === 0) return null
  if (selection.mode === 'some') return { ids: [...selection.ids] }
  return { filter, except: [...selection.ids] }
}
