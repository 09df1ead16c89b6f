import type { View } from '#shared/registers/views/view.schema.ts'

type Content = Pick<View, 'filter' | 'sort' | 'groupBy' | 'columns' | 'pinned'>

/** Whether the list is no longer as the view was saved. */
export function differs(view: Content, current: Content): boolean {
  return texted(view) !== texted(current)
}

function texted({ filter, sort, groupBy, columns, pinned }: Content): string {
  const conditions = Object.entries(filter).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([conditions, sort, groupBy, columns, pinned])
}
