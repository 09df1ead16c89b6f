import { DEFAULT_SETTINGS, Settings } from '#shared/registers/settings/settings.schema.ts'
import type { ReadDb } from '../../db/schema.ts'
import type { ColumnsOf, RecordKind } from '../../records/kind.ts'
import { findRow } from '../../records/store.ts'

export const settingsKind: RecordKind<Settings> = {
  register: 'settings',
  table: 'settings',
  schema: Settings,
  titleOf: () => 'Settings',
  linksOf: () => [],
  columnsOf: (): ColumnsOf<'settings'> => ({}),
  searchTextOf: () => 'settings',
}

/** The settings, or those a register starts with: at a day before they were first written there are none. */
export async function readSettings(db: ReadDb): Promise<Settings> {
  const row = await findRow(db, settingsKind, 'settings')
  return row ? Settings.parse(JSON.parse(row.body)) : DEFAULT_SETTINGS
}
