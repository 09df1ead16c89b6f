import type { CaseStore } from '../open-cases.ts'
import type { Intake } from './take-in.ts'

const KEY = 'intakes'

/** What was chosen and is not all in the case yet, in the order in which it was chosen. */
export function unfinishedIntakes({ raw }: CaseStore): readonly Intake[] {
  const value = raw.prepare<[string], string>('select value from facts where key = ?').pluck().get(KEY)
  return value === undefined ? [] : (JSON.parse(value) as Intake[])
}

/** Keeps what was chosen until all of it is in the case; it takes the place of what was chosen before and left off. */
export function keepIntake(store: CaseStore, intake: Intake): void {
  const others = unfinishedIntakes(store).filter(
    ({ chosen }) => !chosen.every((one) => intake.chosen.includes(one)),
  )
  write(store, [...others, intake])
}

/** Forgets what was chosen, because all of it is in the case; with the last one, also which files were in. */
export function forgetIntake(store: CaseStore, done: Intake): void {
  write(
    store,
    unfinishedIntakes(store).filter((one) => JSON.stringify(one) !== JSON.stringify(done)),
  )
}

function write({ raw }: CaseStore, intakes: readonly Intake[]): void {
  raw.transaction(() => {
    raw.prepare('delete from facts where key = ?').run(KEY)
    if (intakes.length === 0) raw.prepare('delete from intake').run()
    else raw.prepare('insert into facts (key, value) values (?, ?)').run(KEY, JSON.stringify(intakes))
  })()
}
