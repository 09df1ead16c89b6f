import { AppError } from '#shared/errors.ts'
import { RegisterName } from '#shared/records/record.ts'
import type { ReadDb } from '../db/schema.ts'
import { titlesOf } from './titles.ts'

/** The records that refer to one record, by title. */
export async function whereUsed(db: ReadDb, targetRegister: RegisterName, target: string) {
  const links = await db
    .selectFrom('links')
    .select(['register', 'record', 'place'])
    .where('target_register', '=', targetRegister)
    .where('target', '=', target)
    .orderBy('register')
    .orderBy('record')
    .execute()
  const uses = links.map(({ register, record, place }) => ({
    register: RegisterName.parse(register),
    id: record,
    place,
  }))
  const titles = await titlesOf(db, uses)
  const titled = uses.map((use) => ({ ...use, title: titles.get(use.id) ?? '' }))
  return titled.toSorted((one, other) => one.title.localeCompare(other.title))
}

/** Refuses to remove a record that others refer to, and names them. */
export async function refuseWhileUsed(db: ReadDb, register: RegisterName, id: string): Promise<void> {
  const uses = await whereUsed(db, register, id)
  if (uses.length === 0) return
  const names = [...new Set(uses.map(({ title }) => `“${title}”`))]
  const shown = names.slice(0, 3).join(', ') + (names.length > 3 ? ` and ${names.length - 3} more` : '')
  throw new AppError(
    'rule',
    `This is still used by ${shown}. Change those first, or merge it into another entry.`,
  )
}

/** How many activities refer to each record of a register. */
export async function countActivities(
  db: ReadDb,
  targetRegister: RegisterName,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('links')
    .select(({ fn }) => ['target', fn.count<number>('record').distinct().as('uses')])
    .where('target_register', '=', targetRegister)
    .where('register', '=', 'activities')
    .groupBy('target')
    .execute()
  return new Map(rows.map(({ target, uses }) => [target, Number(uses)]))
}
