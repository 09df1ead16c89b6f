import { createElement } from 'react'
import { engineQuery } from '#renderer/api/client.ts'
import type { ListKind } from '#renderer/ui/list/list-kind.ts'
import { PAGE_SIZE } from '#renderer/ui/list/window-maths.ts'
import { described } from '#shared/described/all.ts'
import type { RecordRow } from '#shared/described/list.ts'
import type { DescribedName } from '#shared/described/names.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { columnsOf, firstColumnsOf, FIRST_PINNED, isEditableColumn } from './columns.ts'
import { lookStore, type RecordLook } from './list-look.ts'
import { RecordCellEditor } from './RecordCellEditor.tsx'

/** The id of the element of a register's grid. */
export const gridIdOf = (register: DescribedName) => `${register}-grid`

/** What the list of a described register is made of; `today` tells what is late. */
export function recordListKind(register: DescribedName, today: PlainDate): ListKind<RecordRow> {
  const description = described(register)
  const store = lookStore(register)
  return {
    gridId: gridIdOf(register),
    label: description.label,
    columns: columnsOf(description, today),
    firstColumns: firstColumnsOf(description),
    firstPinned: FIRST_PINNED,
    read: () => store.get(),
    change: (changes: Partial<RecordLook>) => store.set({ ...store.get(), ...changes }),
    askWindow: (look: RecordLook, page: number, asAt: PlainDate | null) =>
      engineQuery('records.list', windowInput(register, look, page), asAt),
    askGroups: ({ filter, groupBy }: RecordLook, asAt: PlainDate | null) =>
      engineQuery('records.groups', { register, filter, groupBy: groupBy ?? 'organisation' }, asAt),
    isEditable: (column) => isEditableColumn(description, column),
    Editor: (props) => createElement(RecordCellEditor, { register, ...props }),
  }
}

function windowInput(register: DescribedName, { filter, sort, groupBy }: RecordLook, page: number) {
  return { register, filter, sort: [...sort], groupBy, offset: page * PAGE_SIZE, limit: PAGE_SIZE }
}
