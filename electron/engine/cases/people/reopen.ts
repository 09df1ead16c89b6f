import type { Step } from '../changes.ts'
import { runsOf } from '../flags.ts'
import type { CaseStore } from '../open-cases.ts'

const OF_RUNS = `select pages.id from json_each(?) as run
  join pages on pages.id between run.value ->> 0 and run.value ->> 1`
const REOPEN = `update pages set reopened = case
    when reopened = '' then ? when instr(reopened, ?) > 0 then reopened else reopened || ' ' || ? end
  where id in (${OF_RUNS})`
const RESTORE = `update pages set reopened = ? where id in (${OF_RUNS})`

/** What has to be looked at again, and the way back. */
export type Reopening = {
  readonly forward: Step[]
  readonly backward: Step[]
  readonly pages: readonly number[]
}

/**
 * The steps that have pages looked at again: of those whose marks change the ones somebody decided about already, and
 * all that name somebody where no mark can stand.
 */
export function reopening(
  { raw }: CaseStore,
  changed: { readonly pages: readonly number[]; readonly says: string },
  uncovered: { readonly pages: readonly number[]; readonly says: string },
): Reopening {
  const decided = raw
    .prepare<[string], number>(
      'select id from pages where flag is not null and id in (select value from json_each(?)) order by id',
    )
    .pluck()
    .all(JSON.stringify(changed.pages))
  const pages = [...new Set([...decided, ...uncovered.pages])].toSorted((one, other) => one - other)
  const forward = [
    { pages: decided, says: changed.says },
    { pages: uncovered.pages, says: uncovered.says },
  ].flatMap((part) =>
    part.pages.length === 0
      ? []
      : [{ sql: REOPEN, values: [part.says, part.says, part.says, JSON.stringify(runsOf(part.pages))] }],
  )
  return { forward, backward: wayBack(raw, pages), pages }
}

function wayBack(raw: CaseStore['raw'], pages: readonly number[]): Step[] {
  const olds = raw
    .prepare<[string], { id: number; reopened: string }>(
      'select id, reopened from pages where id in (select value from json_each(?)) order by id',
    )
    .all(JSON.stringify(pages))
  const groups = Map.groupBy(olds, ({ reopened }) => reopened)
  return [...groups].map(([reopened, rows]) => ({
    sql: RESTORE,
    values: [reopened, JSON.stringify(runsOf(rows.map(({ id }) => id)))],
  }))
}
