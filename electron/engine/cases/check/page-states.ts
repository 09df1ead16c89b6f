import { createHash } from 'node:crypto'
import { sha256 } from '../../revisions/chain.ts'
import type { CaseStore } from '../open-cases.ts'

/** What is decided about a page: its flag with the reason, what it hides, and why it has to be looked at again. */
export type PageState = {
  readonly flag: string | null
  readonly flag_because: string
  readonly exemption: string
  readonly reopened: string
  /** The accepted marks as JSON, in an order of their own and without their numbers; null where there are none. */
  readonly marks: string | null
}

/** What a statement selects of `pages` to know the state of a page. */
export const STATE_OF_PAGE = `pages.flag, pages.flag_because, pages.exemption, pages.reopened,
  (select json_group_array(json_array(shape, target, exemption, reason, label))
   from (select * from marks where marks.page = pages.id and marks.state = 'accepted'
         order by shape, target, exemption, reason, label)) as marks`

/** The state of a page as a hash: the same for the same decision, whatever way it came about. */
export function stateSha256({ flag, flag_because, exemption, reopened, marks }: PageState): string {
  return sha256(JSON.stringify([flag, flag_because, exemption, reopened, marks ?? '[]']))
}

/** The state of a page; undefined where the case has none of that number. */
export function stateOfPage({ raw }: CaseStore, page: number): PageState | undefined {
  return raw.prepare<[number], PageState>(`select ${STATE_OF_PAGE} from pages where id = ?`).get(page)
}

/** A hash over what is decided about every page of a case and over all accepted marks. */
export function decisionsSha256(store: CaseStore): string {
  return remembered(store, 'decisions', () => {
    const hash = createHash('sha256')
    const rows = store.raw
      .prepare<[], (string | number)[]>(
        `select id, flag, exemption, flag_because, reopened, fingerprint from pages where flag is not null order by id`,
      )
      .raw()
      .iterate()
    for (const row of rows) hash.update(JSON.stringify(row))
    const marks = store.raw
      .prepare<[], (string | number)[]>(
        `select page, shape, exemption, reason, label from marks where state = 'accepted' order by page, id`,
      )
      .raw()
      .iterate()
    for (const row of marks) hash.update(JSON.stringify(row))
    return hash.digest('hex')
  })
}

type Kept = { readonly changes: string; readonly value: unknown }

/** Kept while a case is open and nothing is written: reading every page again for each question would be felt. */
const known = new WeakMap<CaseStore['raw'], Map<string, Kept>>()

/** What was made of a case before, as long as nothing was written to it since; else it is made anew. */
export function remembered<Value>(store: CaseStore, name: string, make: () => Value): Value {
  const found = known.get(store.raw)?.get(name)
  if (found?.changes === changesOf(store)) return found.value as Value
  const value = make()
  remember(store, name, value)
  return value
}

/** Keeps what was made of a case as it is now, in the place of what was kept under that name. */
export function remember(store: CaseStore, name: string, value: unknown): void {
  const kept = known.get(store.raw) ?? new Map<string, Kept>()
  known.set(store.raw, kept)
  kept.set(name, { changes: changesOf(store), value })
}

/** Differs once anything was written to the case, by this program or another. */
function changesOf({ raw }: CaseStore): string {
  const own = raw.prepare<[], number>('select total_changes()').pluck().get()
  return `${own} ${String(raw.pragma('data_version', { simple: true }))}`
}
