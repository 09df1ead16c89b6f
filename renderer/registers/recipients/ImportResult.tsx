import { Button } from '@mantine/core'
import { useState } from 'react'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import { outcomeRows } from '#shared/registers/recipients/check-rows.ts'
import { csvText } from '#shared/tables/csv-text.ts'
import type { Imported } from './mapped-list.ts'
import { countedPeople, countedRows } from './list-facts.ts'
import { RowOutcomes } from './RowOutcomes.tsx'
import classes from './import-list.module.css'

type ImportResultProps = { readonly imported: Imported; readonly onClose: () => void }

/** The last step: what was taken in, and what became of every row, to be saved. */
export function ImportResult({ imported, onClose }: ImportResultProps) {
  const { added, first, last, rows, wantedDoubles, fileName } = imported
  const [message, setMessage] = useState('')
  const save = async () => {
    const { path } = await shell('shell.chooseSavePath', {
      suggestedName: 'what-became-of-each-row.csv',
      kind: 'csv',
    })
    if (path === null) return
    const text = csvText([HEADINGS, ...outcomeRows(rows, wantedDoubles)])
    await shell('shell.saveText', { path, text })
    setMessage(`Written to ${path}`)
  }
  const references = first === last ? first : `${first} to ${last}`
  return (
    <div className={classes.step}>
      <p role="status">
        {`${countedPeople(added)} from ${fileName} taken in as ${references}; ${countedRows(rows.length - added)} left out. `}
        {message}
      </p>
      <RowOutcomes label="What became of each row" rows={rows} wantedDoubles={wantedDoubles} />
      <div className={classes.buttons}>
        <p>Ctrl+Z takes the whole list back in one step.</p>
        <Button
          variant="default"
          onClick={() => void save().catch((error: unknown) => setMessage(sentenceOf(error)))}
        >
          Save what became of each row…
        </Button>
        <Button data-autofocus onClick={onClose}>
          Done
        </Button>
      </div>
    </div>
  )
}

const HEADINGS = ['Row', 'Name', 'Outcome', 'Why'] as const
