import { call } from '#renderer/api/engine.ts'
import { asAtStore } from '#renderer/api/as-at.ts'
import type { ActivityRow, ActivityTarget } from '#shared/registers/activities/activity.list.ts'
import type { ListColumn } from './columns.ts'
import type { ListState } from './list-state.ts'
import { tableText } from './table-text.ts'

/** More rows than this belong in an exported file. */
export const MOST_COPIED = 5000
const AT_ONCE = 500

/** Puts the activities of a target on the clipboard as a table of the columns shown; says how many. */
export async function copyTable(
  target: ActivityTarget,
  { filter, sort, groupBy }: ListState,
  columns: readonly ListColumn[],
) {
  const asked = 'ids' in target ? { ...filter, ids: target.ids } : target.filter
  const except = new Set<string>('ids' in target ? [] : target.except)
  const rows: ActivityRow[] = []
  let total = 0
  do {
    const page = await call(
      'activities.list',
      { filter: asked, sort: [...sort], groupBy, offset: rows.length, limit: AT_ONCE },
      asAtStore.get() ?? undefined,
    )
    total = Math.min(page.total, MOST_COPIED)
    rows.push(...page.rows)
    if (page.rows.length === 0) break
  } while (rows.length < total)

  const kept = rows.filter(({ id }) => !except.has(id))
  const { text, html } = tableText(
    columns.map(({ label }) => label),
    kept.map((row) => columns.map((column) => column.text(row))),
  )
  putOnClipboard(text, html)
  return kept.length
}

// The page has no permission to use the clipboard by itself; a copy event it answers needs none.
function putOnClipboard(text: string, html: string): void {
  const answer = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.clipboardData?.setData('text/html', html)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  document.addEventListener('copy', answer, { once: true, capture: true })
  document.execCommand('copy')
  document.removeEventListener('copy', answer, { capture: true })
}
