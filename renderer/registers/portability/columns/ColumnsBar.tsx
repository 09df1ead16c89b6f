import { Button, TextInput, Tooltip } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { ChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { isUnkept } from '../draft/draft.ts'
import type { ExportWork } from '../draft/useExport.ts'
import type { Keeping } from '../draft/useKeeping.ts'
import { focusPart } from '../focus-part.ts'
import { SHOWS } from './column-edit.ts'
import classes from './columns.module.css'
import type { Columns } from './useColumns.ts'

type ColumnsBarProps = {
  readonly work: ExportWork
  readonly keeping: Keeping
  readonly columns: Columns
  readonly canEdit: boolean
}

/** Which file, which of its columns, and the ways to go on to the next open one and to keep what was decided. */
export function ColumnsBar({ work, keeping, columns, canEdit }: ColumnsBarProps) {
  const { sources } = work.draft
  const { source, counts, all } = columns
  const hasProposals = all.some(({ would }) => would !== null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') columns.setText('')
    if (!['Escape', 'Enter', 'ArrowDown'].includes(event.key)) return
    event.preventDefault()
    focusPart('columns')
  }
  return (
    <div className={classes.bar}>
      {sources.length > 1 && (
        <div className={classes.files}>
          <ChoiceField
            ariaLabel="File"
            options={sources.map(({ key, look }) => ({
              value: key,
              label: labelOf(look.fileName, look.table),
            }))}
            value={source.key}
            onChange={(key) => work.change({ at: sources.findIndex((one) => one.key === key) })}
          />
        </div>
      )}
      <TextInput
        className={classes.filter}
        data-part="filter"
        aria-label="Column or what it holds"
        placeholder="Column or value  /"
        leftSection={<IconSearch size={14} aria-hidden />}
        maxLength={200}
        value={columns.text}
        onChange={({ currentTarget: { value } }) => columns.setText(value)}
        onKeyDown={onKeyDown}
      />
      <div className={classes.shows} role="group" aria-label="Which columns are shown">
        {SHOWS.map(({ show, label }) => (
          <button
            key={show}
            type="button"
            aria-pressed={columns.show === show}
            data-open={(show === 'undecided' && counts.undecided > 0) || undefined}
            onClick={() => columns.setShow(show)}
          >
            {label} <small>{counts[show].toLocaleString('en-GB')}</small>
          </button>
        ))}
      </div>
      <span className={classes.grow} />
      {hasProposals && (
        <Tooltip label="Accept what is proposed for every column; look at each all the same (Shift Y)">
          <Button variant="default" disabled={!canEdit} onClick={() => columns.accept(all)}>
            Accept all <kbd>⇧Y</kbd>
          </Button>
        </Tooltip>
      )}
      <Tooltip label="Next column to decide (N)">
        <Button variant="default" disabled={counts.undecided === 0} onClick={columns.nextUndecided}>
          Next <kbd>N</kbd>
        </Button>
      </Tooltip>
      <Tooltip label="Keep what is decided, for this export and the next of this system (S)">
        <Button
          variant={counts.undecided === 0 && isUnkept(source) ? 'filled' : 'default'}
          disabled={!canEdit || !isUnkept(source)}
          loading={keeping.isKeeping}
          onClick={() => void keeping.keep([source])}
        >
          Keep for this system <kbd>S</kbd>
        </Button>
      </Tooltip>
    </div>
  )
}

function labelOf(fileName: string, table: string): string {
  return table === '' || fileName.startsWith(`${table}.`) ? fileName : `${fileName}: ${table}`
}
