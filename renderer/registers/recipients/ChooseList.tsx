import { Button } from '@mantine/core'
import { useState } from 'react'
import { useEngineQuery, useEngineTask } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import { OptionalChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import type { Table } from '#shared/tables/table.ts'
import classes from './import-list.module.css'

export type ChosenBreach = { readonly id: string; readonly title: string }

type ChooseListProps = {
  readonly breach: ChosenBreach | null
  /** Null where the breach is given and not to be chosen. */
  readonly onBreach: ((breach: ChosenBreach | null) => void) | null
  readonly onRead: (path: string, table: Table) => void
}

/** The first step: which breach, and which file. */
export function ChooseList({ breach, onBreach, onRead }: ChooseListProps) {
  const read = useEngineTask('recipients.readTable')
  const [problem, setProblem] = useState('')
  const choose = async () => {
    setProblem('')
    try {
      const { path } = await shell('shell.chooseFile', { kind: 'table' })
      if (path === null) return
      const table = await read.mutateAsync({ path })
      if (table.rows.length === 0)
        setProblem(`${table.fileName} holds no rows. Choose another file or sheet.`)
      else onRead(path, table)
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }
  return (
    <div className={classes.step}>
      <p>
        A spreadsheet (.xlsx) or a CSV file with one person on each row, in any columns. The file is read on
        this computer and stays as it is; nothing is recorded before you have seen it.
      </p>
      {onBreach && <ChooseBreach breach={breach} onBreach={onBreach} />}
      {problem && <p role="alert">{problem}</p>}
      <div className={classes.buttons}>
        {read.isPending && (
          <Button variant="default" onClick={read.cancel}>
            Stop
          </Button>
        )}
        <Button
          data-autofocus
          disabled={breach === null}
          loading={read.isPending}
          onClick={() => void choose()}
        >
          Choose a file…
        </Button>
      </div>
    </div>
  )
}

type ChooseBreachProps = {
  readonly breach: ChosenBreach | null
  readonly onBreach: (breach: ChosenBreach | null) => void
}

function ChooseBreach({ breach, onBreach }: ChooseBreachProps) {
  const { data = [] } = useEngineQuery('records.options', {
    register: 'breaches',
    text: '',
    including: [],
    limit: 1000,
  })
  return (
    <OptionalChoiceField
      label="Breach they are told of"
      options={data.map(({ id, title }) => ({ value: id, label: title }))}
      value={breach?.id ?? null}
      onChange={(chosen) => onBreach(data.find(({ id }) => id === chosen) ?? null)}
    />
  )
}
