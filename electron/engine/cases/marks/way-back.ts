import type { Step } from '../changes.ts'
import { runsOf } from '../flags.ts'
import type { MarkRow } from '../rows.ts'

/** Changes what marks say; what is null stays. */
export const CHANGE = `update marks set state = coalesce(?, state), exemption = coalesce(?, exemption),
  answers = coalesce(?, answers), reason = coalesce(?, reason), label = coalesce(?, label)
  where id in (select marks.id from json_each(?) as run
    join marks on marks.id between run.value ->> 0 and run.value ->> 1)`

type Said = Pick<MarkRow, 'id' | 'state' | 'exemption' | 'answers' | 'reason' | 'label'>

/** How marks were: a step for each that says the same, their numbers as runs, so that many take little room. */
export function wayBackOfMarks(rows: readonly Said[]): Step[] {
  const groups = new Map<string, number[]>()
  for (const { id, state, exemption, answers, reason, label } of rows) {
    const key = JSON.stringify([state, exemption, answers, reason, label])
    const ids = groups.get(key)
    if (ids) ids.push(id)
    else groups.set(key, [id])
  }
  return [...groups].map(([key, ids]) => ({
    sql: CHANGE,
    values: [...(JSON.parse(key) as string[]), JSON.stringify(runsOf(ids))],
  }))
}
