/** What is selected: some records by id, or all in the filter but some. */
export type Selection = { readonly mode: 'some' | 'allBut'; readonly ids: ReadonlySet<string> }

export const NOTHING: Selection = { mode: 'some', ids: new Set() }
export const EVERYTHING: Selection = { mode: 'allBut', ids: new Set() }

export function isSelected({ mode, ids }: Selection, id: string): boolean {
  return ids.has(id) === (mode === 'some')
}

/** How many of the records in the filter are selected. */
export function countSelected({ mode, ids }: Selection, total: number): number {
  return mode === 'some' ? ids.size : total - ids.size
}

/** Selects some records more, or no longer. */
export function setSelected(selection: Selection, ids: readonly string[], selected: boolean): Selection {
  const next = new Set(selection.ids)
  for (const id of ids) {
    if (selected === (selection.mode === 'some')) next.add(id)
    else next.delete(id)
  }
  return { mode: selection.mode, ids: next }
}

/** Some records by id, or all in a filter but some. */
export type Target<Filter> = { ids: string[] } | { filter: Filter; except: string[] }

/** What a bulk change or an export is aimed at; null when nothing is selected. */
export function targetOf<Filter>(selection: Selection, filter: Filter, total: number): Target<Filter> | null {
  if (countSelected(selection, total) === 0) return null
  if (selection.mode === 'some') return { ids: [...selection.ids] }
  return { filter, except: [...selection.ids] }
}
