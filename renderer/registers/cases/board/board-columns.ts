import { pagesLeft } from '#shared/cases/progress.ts'
import type { BoardCard } from '#shared/registers/cases/case-life.contract.ts'
import { REQUEST_STAGES } from '#shared/registers/requests/request-asked.fields.ts'

/** A stage with the requests in it, the most urgent first. */
export type BoardColumn = {
  readonly stage: string
  readonly label: string
  readonly cards: readonly BoardCard[]
  readonly pagesLeft: number
}

/** The stages in the order of the work; requests whose stage is not recorded stand before them, if there are any. */
export function boardColumns(cards: readonly BoardCard[]): readonly BoardColumn[] {
  const stages = [{ value: '', label: 'Stage not recorded' }, ...REQUEST_STAGES]
  return stages
    .map(({ value, label }) => {
      const here = cards.filter(({ stage }) => stage === value).toSorted(byUrgency)
      return { stage: value, label, cards: here, pagesLeft: sum(here.map(leftOf)) }
    })
    .filter(({ stage, cards: here }) => stage !== '' || here.length > 0)
}

/** Pages of a request that are still to be decided about. */
export function leftOf({ overview }: BoardCard): number {
  return overview ? pagesLeft(overview) : 0
}

const NEVER = '9999'

function byUrgency(one: BoardCard, other: BoardCard): number {
  if (one.isLate !== other.isLate) return one.isLate ? -1 : 1
  return (one.dueOn ?? NEVER) < (other.dueOn ?? NEVER) ? -1 : 1
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
