import { notifications } from '@mantine/notifications'
import { type KeyboardEvent, useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { AppError } from '#shared/errors.ts'
import type { ActivityRow } from '#shared/registers/activities/activity.list.ts'
import type { Input } from '#shared/rpc/contract.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { endEditing } from '#renderer/ui/list/editing.ts'
import classes from '#renderer/ui/list/list.module.css'
import { type EditableColumn, isEditable } from './columns.ts'
import { GRID_ID } from './grid-id.ts'
import { STATUS_WORDS, STATUSES } from './words.ts'

type CellEditorProps = { readonly row: ActivityRow; readonly column: string; readonly label: string }

/** A cell edited in place: Enter keeps, Escape leaves it as it was. */
export function CellEditor({ row, column, label }: CellEditorProps) {
  return isEditable(column) ? <Editor row={row} column={column} label={label} /> : null
}

function Editor({ row, column, label }: CellEditorProps & { readonly column: EditableColumn }) {
  const before = row[column] ?? ''
  const [text, setText] = useState<string>(before)
  const change = useEngineCommand('activities.change')

  const keep = (value: string) => {
    if (!endEditing(GRID_ID) || value === before) return
    change.mutateAsync({ id: row.id, changes: changesOf(column, value) }).catch((error: unknown) => {
      const field = error instanceof AppError ? Object.values(error.fields)[0] : undefined
      notifications.show({
        color: 'red',
        title: `${label} was not changed`,
        message: field ?? sentenceOf(error),
      })
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape') endEditing(GRID_ID)
    else if (event.key === 'Enter') keep(text)
    else return
    event.preventDefault()
  }
  const common = {
    className: classes.editor,
    'aria-label': `${label} of ${row.name}`,
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- F2 asked for it
    autoFocus: true,
    value: text,
    onKeyDown,
    onBlur: () => keep(text),
  }

  if (column === 'status')
    return (
      <select {...common} onChange={(event) => setText(event.currentTarget.value)}>
        {STATUSES.map((status) => (
          <option key={status} value={status}>
            {STATUS_WORDS[status]}
          </option>
        ))}
      </select>
    )
  return (
    <input
      {...common}
      type={column === 'reviewOn' ? 'date' : 'text'}
      onFocus={(event) => column !== 'reviewOn' && event.currentTarget.select()}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  )
}

function changesOf(column: EditableColumn, value: string): Input<'activities.change'>['changes'] {
  if (column === 'reviewOn') return { reviewOn: value === '' ? null : PlainDate.parse(value) }
  if (column === 'status') return { status: STATUSES.find((status) => status === value) ?? 'draft' }
  return { [column]: value }
}
