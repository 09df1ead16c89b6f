import type Sqlite from 'better-sqlite3'
import { AppError } from '#shared/errors.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { CaseStore } from './open-cases.ts'

/** One step of a change: SQL of this program, and the values it is given, which are kept as JSON. */
export type Step = { readonly sql: string; readonly values: readonly (string | number | null)[] }

/** When a change was made, by whom, and what it was, in words that follow "Undone: ". */
export type ChangeNote = { readonly at: Instant; readonly by: string; readonly says: string }

/** How many changes can be undone; the way back of those before them is let go. */
const KEPT = 500

/** The number of the last search for people, after which pages may have come that a change knows nothing of. */
const LAST_SEARCH = `coalesce((select cast(value as integer) from facts where key = 'peopleSearch'), 0)`

/**
 * Changes a case and keeps the way back. The steps forward are run now, in one transaction; those backward must leave
 * everything as it was, in whatever order they are needed. What was undone before can no longer be done again.
 */
export function recordChange(
  { raw }: CaseStore,
  { at, by, says }: ChangeNote,
  forward: readonly Step[],
  backward: readonly Step[],
): void {
  raw.transaction(() => {
    run(raw, forward)
    raw.prepare('delete from changes where is_undone = 1').run()
    const { lastInsertRowid } = raw
      .prepare(
        `insert into changes (at, by, says, undo, redo, is_undone, search) values (?, ?, ?, ?, ?, 0, ${LAST_SEARCH})`,
      )
      .run(at, by, says, JSON.stringify(backward), JSON.stringify(forward))
    raw.prepare('delete from changes where id <= ?').run(Number(lastInsertRowid) - KEPT)
  })()
}

/** Whoever is withheld again may stand on pages that came after the change: their marks are placed there next. */
const LAG_BEHIND = `update people set placed_to = min(placed_to, (select search from changes where id = ?))
  where decision = 'withhold'`

type Row = { id: number; says: string; steps: string }

/** Takes the last change back and says what it was; null where there is none. Throws `rule` where it no longer fits. */
export function undo({ raw }: CaseStore): string | null {
  const last = raw
    .prepare<[], Row>(
      'select id, says, undo as steps from changes where is_undone = 0 order by id desc limit 1',
    )
    .get()
  return last ? step(raw, last, 1) : null
}

/** Does the change again that was undone last; as {@link undo}. */
export function redo({ raw }: CaseStore): string | null {
  const next = raw
    .prepare<[], Row>('select id, says, redo as steps from changes where is_undone = 1 order by id limit 1')
    .get()
  return next ? step(raw, next, 0) : null
}

/** What would be undone next, in words; null where there is nothing. */
export function whatCanBeUndone({ raw }: CaseStore): string | null {
  const says = raw
    .prepare<[], string>('select says from changes where is_undone = 0 order by id desc limit 1')
    .pluck()
  return says.get() ?? null
}

function step(raw: Sqlite.Database, { id, says, steps }: Row, isUndone: 0 | 1): string {
  try {
    raw.transaction(() => {
      run(raw, JSON.parse(steps) as readonly Step[])
      raw.prepare('update changes set is_undone = ? where id = ?').run(isUndone, id)
      raw.prepare(LAG_BEHIND).run(id)
    })()
  } catch (error) {
    if (!isConstraint(error)) throw error
    // Pages it speaks of are gone since, so neither it nor what goes with it can be taken back.
    raw.prepare(`delete from changes where ${isUndone ? 'id <= ?' : 'id >= ?'}`).run(id)
    throw new AppError(
      'rule',
      `“${says}” cannot be changed back: its file was read again since. Change the pages by hand.`,
      { cause: error },
    )
  }
  return says
}

function run(raw: Sqlite.Database, steps: readonly Step[]): void {
  for (const { sql, values } of steps) raw.prepare(sql).run(...values)
}

const isConstraint = (error: unknown) =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')
