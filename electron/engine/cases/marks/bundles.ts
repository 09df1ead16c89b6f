import type { Step } from '../changes.ts'
import { runsOf } from '../flags.ts'
import { prepared } from '../import/prepared.ts'
import type { CaseStore } from '../open-cases.ts'
import type { MarkRow } from '../rows.ts'

/** A mark that is not in the case yet: a row without its number. */
export type NewMark = Omit<MarkRow, 'id' | 'made_at' | 'made_by'>

const COLUMNS = `id, page, shape, target, origin, state, exemption, answers, reason, label, person, term, made_at, made_by,
  text_start, text_end`

/** The marks with the numbers of runs `[first, last]`. */
const OF_RUNS = `select marks.id from json_each(?) as run join marks on marks.id between run.value ->> 0 and run.value ->> 1`
const OF_PERSON = `select id from marks where person = ? and origin = 'person' and state = 'accepted'`

/** A name for marks that are put aside together; the full stop keeps it from being the beginning of another. */
export function newBundle({ raw }: CaseStore): string {
  const number = raw
    .prepare<[], string>(
      `insert into facts (key, value) values ('lastBundle', '1')
       on conflict (key) do update set value = cast(value as integer) + 1 returning value`,
    )
    .pluck()
    .get()!
  return `aside-${Number(number)}.`
}

/** Writes marks into a bundle, where they hide nothing; says their numbers, which follow one another. */
export function stage(
  { raw }: CaseStore,
  bundle: string,
  marks: readonly NewMark[],
  { at, by }: { readonly at: string; readonly by: string },
): number[] {
  const first = takeNumbers(raw, marks.length)
  const insert = prepared(
    raw,
    `insert into marks_aside (bundle, ${COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  return marks.map((mark, index) => {
    const id = first + index
    insert.run(
      bundle,
      id,
      mark.page,
      mark.shape,
      mark.target,
      mark.origin,
      mark.state,
      mark.exemption,
      mark.answers,
      mark.reason,
      mark.label,
      mark.person,
      mark.term,
      at,
      by,
      mark.text_start,
      mark.text_end,
    )
    return id
  })
}

/** The steps that put the marks of a bundle into the case. */
export const bringIn = (bundle: string): Step[] => [
  {
    sql: `insert into marks (${COLUMNS}) select ${COLUMNS} from marks_aside where bundle = ?`,
    values: [bundle],
  },
  { sql: 'delete from marks_aside where bundle = ?', values: [bundle] },
]

/** The steps that take marks out of the case into a bundle. */
export const putAway = (bundle: string, ids: readonly number[]): Step[] =>
  takeOut(bundle, OF_RUNS, JSON.stringify(runsOf(ids.toSorted((one, other) => one - other))))

/** The steps that take all marks out which withhold somebody, whenever they were placed. */
export const putAwayOf = (bundle: string, person: number): Step[] => takeOut(bundle, OF_PERSON, person)

function takeOut(bundle: string, which: string, value: string | number): Step[] {
  return [
    {
      sql: `insert or replace into marks_aside (bundle, ${COLUMNS}) select ?, ${COLUMNS} from marks where id in (${which})`,
      values: [bundle, value],
    },
    { sql: `delete from marks where id in (${which})`, values: [value] },
  ]
}

/** Lets go what was put aside and no change that can be undone or done again speaks of any more. */
export function letGo({ raw }: CaseStore): void {
  const bundles = raw.prepare<[], string>('select distinct bundle from marks_aside').pluck().all()
  const isWanted = raw.prepare(
    'select 1 from changes where instr(undo, @bundle) > 0 or instr(redo, @bundle) > 0 limit 1',
  )
  for (const bundle of bundles)
    if (!isWanted.get({ bundle })) raw.prepare('delete from marks_aside where bundle = ?').run(bundle)
}

/** Takes numbers for new marks, which are then never given to others; says the first. */
function takeNumbers(raw: CaseStore['raw'], count: number): number {
  const last =
    raw.prepare<[], number>(`select seq from sqlite_sequence where name = 'marks'`).pluck().get() ?? null
  if (last === null) raw.prepare(`insert into sqlite_sequence (name, seq) values ('marks', ?)`).run(count)
  else raw.prepare(`update sqlite_sequence set seq = seq + ? where name = 'marks'`).run(count)
  return (last ?? 0) + 1
}
