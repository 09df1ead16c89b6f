export type Group = { readonly key: string; readonly label: string; readonly count: number }

/** A line of a grouped list: a group's head, or the row at that place in the ungrouped order. */
export type Line =
  | { readonly kind: 'head'; readonly group: Group; readonly isCollapsed: boolean }
  | { readonly kind: 'row'; readonly index: number }

export type GroupedLines = {
  readonly count: number
  lineAt(position: number): Line
  /** The position of the row at that place in the ungrouped order; its head's when the group is collapsed. */
  positionOf(index: number): number
}

/** The lines of a list without groups: its rows. */
export function plainLines(total: number): GroupedLines {
  return { count: total, lineAt: (index) => ({ kind: 'row', index }), positionOf: (index) => index }
}

/** The lines of a grouped list: each group's head and, unless it is collapsed, its rows. */
export function groupedLines(groups: readonly Group[], collapsed: ReadonlySet<string>): GroupedLines {
  let position = 0
  let index = 0
  const spans = groups.map((group) => {
    const isCollapsed = collapsed.has(group.key)
    const span = { group, isCollapsed, position, index }
    position += 1 + (isCollapsed ? 0 : group.count)
    index += group.count
    return span
  })
  const spanBy = (field: 'position' | 'index', value: number) => {
    let low = 0
    let high = spans.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (spans[middle]![field] <= value) low = middle
      else high = middle - 1
    }
    return spans[low]
  }

  return {
    count: position,
    lineAt(at) {
      const span = spanBy('position', at)
      if (!span) return { kind: 'row', index: at }
      if (at === span.position) return { kind: 'head', group: span.group, isCollapsed: span.isCollapsed }
      return { kind: 'row', index: span.index + (at - span.position - 1) }
    },
    positionOf(row) {
      const span = spanBy('index', row)
      if (!span) return row
      return span.isCollapsed ? span.position : span.position + 1 + (row - span.index)
    },
  }
}
