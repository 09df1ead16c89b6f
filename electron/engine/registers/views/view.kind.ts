import { View } from '#shared/registers/views/view.schema.ts'
import type { ColumnsOf, RecordKind } from '../../records/kind.ts'

export const viewKind: RecordKind<View> = {
  register: 'views',
  table: 'views',
  schema: View,
  titleOf: ({ name }) => name,
  linksOf: () => [],
  columnsOf: (): ColumnsOf<'views'> => ({}),
  searchTextOf: ({ name }) => name,
}
