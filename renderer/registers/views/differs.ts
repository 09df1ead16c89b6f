import type { LookContent as Content } from '#renderer/ui/list/view-bar-props.ts'

/** Whether the list is no longer as the view was saved. */
export function differs(view: Content, current: Content): boolean {
  return texted(view) !== texted(current)
}

function texted({ filter, sort, groupBy, columns, pinned }: Content): string {
  const conditions = Object.entries(filter as object).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([conditions, sort, groupBy, columns, pinned])
}
