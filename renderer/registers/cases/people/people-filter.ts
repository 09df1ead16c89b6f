import type { PersonLine } from '#shared/cases/person.ts'

/** Which people the list shows. */
export type Show = 'all' | 'undecided' | 'withhold' | 'disclose'

/** The ways to narrow the list, in the order of their keys. */
export const SHOWS: readonly { readonly show: Show; readonly label: string }[] = [
  { show: 'all', label: 'All' },
  { show: 'undecided', label: 'Not decided' },
  { show: 'withhold', label: 'Removed' },
  { show: 'disclose', label: 'Stays' },
]

/** How many people each way of narrowing shows. */
export function countPeople(people: readonly PersonLine[]): Readonly<Record<Show, number>> {
  const of = (show: Show) => people.filter((person) => isShown(person, show)).length
  return {
    all: people.length,
    undecided: of('undecided'),
    withhold: of('withhold'),
    disclose: of('disclose'),
  }
}

/** Who of some people is decided about in this way. */
export const filterPeople = (people: readonly PersonLine[], show: Show): PersonLine[] =>
  people.filter((person) => isShown(person, show))

/**
 * The person to go to from another. One who is no longer listed, since the decision took them off the list, has
 * been followed by whoever stands in their place now.
 */
export function stepTo(
  people: readonly Pick<PersonLine, 'id'>[],
  current: { readonly id: number | null; readonly index: number },
  by: 1 | -1,
): number | null {
  if (people.length === 0) return null
  const at = people.findIndex(({ id }) => id === current.id)
  const next = at >= 0 ? at + by : by === 1 ? current.index : current.index - 1
  return people[Math.max(0, Math.min(people.length - 1, next))]!.id
}

/** The person whose data it is needs no decision. */
function isShown({ decision, role }: PersonLine, show: Show): boolean {
  if (show === 'all') return true
  return show === 'undecided' ? decision === null && role !== 'subject' : decision === show
}
