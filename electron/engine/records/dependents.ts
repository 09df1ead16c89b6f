import { RegisterName } from '#shared/records/record.ts'
import type { WriteDb } from '../db/schema.ts'
import type { RecordKind } from './kind.ts'
import { kinds } from './kinds.ts'
import type { Lookups } from './lookups.ts'
import { findRow, writeRow } from './store.ts'

/**
 * Writes anew the rows of records that refer to changed ones, because
 * their lists show names and gap counts that depend on them. Their bodies, and
 * so their history, do not change.
 */
export async function refreshDependents(
  db: WriteDb,
  changed: ReadonlyMap<RegisterName, ReadonlySet<string>>,
  lookups: Lookups,
): Promise<void> {
  const targets = [...changed].flatMap(([register, ids]) =>
    register === 'activities' ? [] : [...ids].map((target) => ({ register, target })),
  )
  const dependents = new Map<string, RegisterName>()
  for (const { register: targetRegister, target } of targets) {
    const rows = await db
      .selectFrom('links')
      .select(['register', 'record'])
      .where('target_register', '=', targetRegister)
      .where('target', '=', target)
      .execute()
    for (const { register, record } of rows) dependents.set(record, RegisterName.parse(register))
  }
  for (const [id, register] of dependents) await refreshRow(db, kinds[register], id, lookups)
  // Settings hold bank holidays, on which every deadline may depend.
  if (changed.has('settings')) await refreshDescribed(db, lookups)
}

/** Writes one record's row anew from its body. */
export function refreshRecord(
  db: WriteDb,
  register: RegisterName,
  id: string,
  lookups: Lookups,
): Promise<void> {
  return refreshRow(db, kinds[register], id, lookups)
}

async function refreshDescribed(db: WriteDb, lookups: Lookups): Promise<void> {
  const rows = await db.selectFrom('records').select(['id', 'register']).execute()
  for (const { id, register } of rows) await refreshRow(db, kinds[RegisterName.parse(register)], id, lookups)
}

async function refreshRow<T extends { readonly id: string }>(
  db: WriteDb,
  kind: RecordKind<T>,
  id: string,
  lookups: Lookups,
): Promise<void> {
  const row = await findRow(db, kind, id)
  if (!row) return
  const record = kind.schema.parse(JSON.parse(row.body))
  await writeRow(db, kind, record, row.body, row.updated_at, lookups, row)
}
