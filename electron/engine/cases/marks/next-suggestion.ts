import type { CaseStore } from '../open-cases.ts'
import { markRows } from './mark-rows.ts'

type From = { readonly page: number; readonly after: number | null; readonly direction: 'next' | 'previous' }
type Place = { readonly page: number; readonly mark: number }

/** Where a mark stands in the order of reading: its page, its place in the text, its number. */
const ORDER = '(page, coalesce(text_start, 0), id)'
/** Before the first place of a page, in the same order. */
const BEFORE = -1

/** The proposed mark after or before a mark, or a page; with how many there are. Nulls where there is none that way. */
export function nextSuggestion(store: CaseStore, { page, after, direction }: From) {
  const { raw } = store
  const left = raw.prepare<[], number>(`select count(*) from marks where state = 'proposed'`).pluck().get()!
  const [seen] = after === null ? [] : markRows(store, [after])
  const from = seen ? [seen.page, seen.text_start ?? 0, seen.id] : [page, BEFORE, 0]
  const isNext = direction === 'next'
  const found = raw
    .prepare<number[], Place>(
      `select page, id as mark from marks where state = 'proposed' and page ${isNext ? '>=' : '<='} ?
         and ${ORDER} ${isNext ? '>' : '<'} (?, ?, ?)
       order by page ${isNext ? '' : 'desc'}, coalesce(text_start, 0) ${isNext ? '' : 'desc'}, id ${isNext ? '' : 'desc'}
       limit 1`,
    )
    .get(from[0]!, ...from)
  return { page: found?.page ?? null, mark: found?.mark ?? null, left }
}
