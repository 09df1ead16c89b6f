type Item = { readonly id: string }

/** The list with one item changed. */
export function withItem<Entry extends Item>(
  items: readonly Entry[],
  id: string,
  changes: Partial<Entry>,
): Entry[] {
  return items.map((item) => (item.id === id ? { ...item, ...changes } : item))
}

/** The list without one item. */
export function withoutItem<Entry extends Item>(items: readonly Entry[], id: string): Entry[] {
  return items.filter((item) => item.id !== id)
}

/** The list with one item a place nearer the top or the bottom; at the end of the list it stays. */
export function withItemMoved<Entry extends Item>(items: readonly Entry[], id: string, by: -1 | 1): Entry[] {
  const from = items.findIndex((item) => item.id === id)
  const to = from + by
  const moving = items[from]
  if (!moving || to < 0 || to >= items.length) return [...items]
  return items.toSpliced(from, 1).toSpliced(to, 0, moving)
}

/** A new id for a part of a record: never one that was used before. */
export function newItemId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
