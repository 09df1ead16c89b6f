import { View } from '#shared/registers/views/view.schema.ts'
import { type ColumnsOf, fold, type RecordKind } from '../../records/kind.ts'

export const viewKind: RecordKind<View> = {
  register: 'views',
  table: 'views',
  schema: View,
  titleOf: ({ name }) => name,
  linksOf: () => [],
  columnsOf: ({ name }): ColumnsOf<'views'> => ({ search_text: fold(name) }),
}
