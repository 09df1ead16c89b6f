import { notifications } from '@mantine/notifications'
import { type KeyboardEvent, useState } from 'react'
import { useEngineCommand, useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { endEditing } from '#renderer/ui/list/editing.ts'
import type { ListedRow } from '#renderer/ui/list/list-kind.ts'
import classes from '#renderer/ui/list/list.module.css'
import { described } from '#shared/described/all.ts'
import type { Choice } from '#shared/described/field.ts'
import type { DescribedName } from '#shared/described/names.ts'
import { fieldOf } from '#shared/described/parts.ts'
import { AppError } from '#shared/errors.ts'

type RecordCellEditorProps = {
  readonly register: DescribedName
  readonly row: ListedRow
  readonly column: string
  readonly label: string
}

/** A cell edited in place once the whole record has come: Enter keeps, Escape leaves it as it was. */
export function RecordCellEditor({ register, row, column, label }: RecordCellEditorProps) {
  const { data } = useEngineQuery('records.get', { register, id: row.id })
  if (!data) return null
  const field = fieldOf(described(register), column)
  const value = data.record[column]
  return (
    <Editor
      register={register}
      row={row}
      column={column}
      label={label}
      options={optionsFor(field?.kind === 'choice' ? field.choices : null, field?.kind === 'yesNo')}
      type={field?.kind === 'day' ? 'date' : 'text'}
      before={typeof value === 'boolean' ? (value ? 'yes' : 'no') : String((value as string | null) ?? '')}
      read={(text) => readValue(field?.kind ?? 'line', text)}
    />
  )
}

type EditorProps = RecordCellEditorProps & {
  readonly options: readonly Choice[] | null
  readonly type: 'date' | 'text'
  readonly before: string
  readonly read: (text: string) => unknown
}

function Editor({ register, row, column, label, options, type, before, read }: EditorProps) {
  const [text, setText] = useState(before)
  const change = useEngineCommand('records.change')
  const keep = () => {
    if (!endEditing(`${register}-grid`) || text === before) return
    change
      .mutateAsync({ register, id: row.id, changes: { [column]: read(text) } })
      .catch((error: unknown) => {
        const refused = error instanceof AppError ? Object.values(error.fields)[0] : undefined
        notifications.show({
          color: 'red',
          title: `${label} was not changed`,
          message: refused ?? sentenceOf(error),
        })
      })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape') endEditing(`${register}-grid`)
    else if (event.key === 'Enter') keep()
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
    onBlur: keep,
  }
  if (!options)
    return (
      <input
        {...common}
        type={type}
        onFocus={(event) => type === 'text' && event.currentTarget.select()}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    )
  return (
    <select {...common} onChange={(event) => setText(event.currentTarget.value)}>
      <option value="">Not known yet</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

const YES_NO: readonly Choice[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

function optionsFor(choices: readonly Choice[] | null, isYesNo: boolean): readonly Choice[] | null {
  return isYesNo ? YES_NO : choices
}

function readValue(kind: string, text: string): unknown {
  if (kind === 'yesNo') return text === '' ? null : text === 'yes'
  return kind === 'line' ? text : text || null
}
