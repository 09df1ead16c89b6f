import { z } from 'zod'
import { Conflicts } from '#shared/registers/cases/case-checks.contract.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { CaseStore } from '../../open-cases.ts'
import { decisionsSha256 } from '../page-states.ts'

/** As many conflicts are kept; how many there are besides is counted. */
export const CONFLICTS_KEPT = 500

/** What was decided otherwise elsewhere, as a release looks at it. */
export type ConflictState = {
  /** Null until somebody looked. */
  readonly lookedAt: Instant | null
  /** Whether pages or marks of this case changed since. */
  readonly isStale: boolean
  readonly conflicts: number
  /** Among those that are kept: how many are decided otherwise in what was handed over. */
  readonly withReleased: number
  /** References of cases that could not be opened. */
  readonly unread: readonly string[]
}

const KEY = 'conflicts'
const Kept = Conflicts.omit({ isStale: true }).extend({ decisions: z.string() })

const NEVER: Conflicts = { lookedAt: null, isStale: false, cases: 0, unread: [], conflicts: [], more: 0 }

/** What was found the last time, and whether anything was decided since. */
export function keptConflicts(store: CaseStore | null): Conflicts {
  const value = store?.raw.prepare<[string], string>('select value from facts where key = ?').pluck().get(KEY)
  if (!store || value === undefined) return NEVER
  const { decisions, ...found } = Kept.parse(JSON.parse(value))
  return { ...found, isStale: decisions !== decisionsSha256(store) }
}

/** Keeps what was found, with the decisions it is about; a read-only register keeps nothing. */
export function keepConflicts(
  { raw }: CaseStore,
  found: Omit<Conflicts, 'isStale'>,
  decisions: string,
): void {
  if (raw.readonly) return
  raw
    .prepare('insert or replace into facts (key, value) values (?, ?)')
    .run(KEY, JSON.stringify({ ...found, decisions }))
}

/** Whether somebody looked for what was decided otherwise in other cases, and what there is. */
export function conflictState(store: CaseStore): ConflictState {
  const { lookedAt, isStale, conflicts, more, unread } = keptConflicts(store)
  return {
    lookedAt,
    isStale,
    conflicts: conflicts.length + more,
    withReleased: conflicts.filter(({ wasReleased }) => wasReleased).length,
    unread,
  }
}
