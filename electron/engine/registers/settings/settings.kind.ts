import { Settings } from '#shared/registers/settings/settings.schema.ts'
import type { ColumnsOf, RecordKind } from '../../records/kind.ts'

export const settingsKind: RecordKind<Settings> = {
  register: 'settings',
  table: 'settings',
  schema: Settings,
  titleOf: () => 'Settings',
  linksOf: () => [],
  columnsOf: (): ColumnsOf<'settings'> => ({ search_text: 'settings' }),
}
