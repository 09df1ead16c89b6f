import { asAtStore } from '#renderer/api/as-at.ts'
import { putOnClipboard } from '#renderer/ui/clipboard.ts'
import type { ListedRow, ListKind, ListLook } from './list-kind.ts'
import type { Target } from './selection.ts'
import { tableText } from './table-text.ts'

/** More rows than this belong in an exported file. */
export const MOST_COPIED = 5000

/** Puts the records of a target on the clipboard as a table of the columns shown; says how many. */
export async function copyTable<Filter extends object>(
  kind: ListKind,
  look: ListLook & { readonly filter: Filter },
  target: Target<Filter>,
): Promise<number> {
  const filter = 'ids' in target ? { ...look.filter, ids: target.ids } : target.filter
  const except = new Set<string>('ids' in target ? [] : target.except)
  const rows: ListedRow[] = []
  let total = 0
  for (let page = 0; page === 0 || rows.length < total; page += 1) {
    const found = await kind.askWindow({ ...look, filter }, page, asAtStore.get()).queryFn()
    total = Math.min(found.total, MOST_COPIED)
    rows.push(...found.rows)
    if (found.rows.length === 0) break
  }

  const columns = look.columns.flatMap((id) => kind.columns.find((column) => column.id === id) ?? [])
  const kept = rows.filter(({ id }) => !except.has(id))
  const { text, html } = tableText(
    columns.map(({ label }) => label),
    kept.map((row) => columns.map((column) => column.text(row))),
  )
  putOnClipboard(text, html)
  return kept.length
}
