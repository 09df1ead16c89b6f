import type { FieldChange } from '#shared/records/changes.ts'

type State = { readonly seq: number; readonly changes: readonly FieldChange[] }

/**
 * What differs between two states of a record, from the steps between them:
 * a field that was changed and changed back does not differ. The later state
 * may be given first.
 */
export function compareStates(states: readonly State[], one: number, other: number): FieldChange[] {
  const [from, to] = [Math.min(one, other), Math.max(one, other)]
  const steps = states.filter(({ seq }) => seq > from && seq <= to).toSorted((a, b) => a.seq - b.seq)
  const total = new Map<string, FieldChange>()
  for (const { field, before, after } of steps.flatMap(({ changes }) => changes))
    total.set(field, { field, before: total.has(field) ? total.get(field)!.before : before, after })
  return [...total.values()].filter(({ before, after }) => before !== after)
}
