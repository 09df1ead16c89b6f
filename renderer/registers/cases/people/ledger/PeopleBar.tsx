import { Button, TextInput, Tooltip } from '@mantine/core'
import { IconSearch, IconUserPlus, IconUserSearch } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { focusPart } from '../focus-part.ts'
import { SHOWS } from '../people-filter.ts'
import classes from '../people.module.css'
import type { CaseWork } from '../useCaseWork.ts'
import type { People } from './usePeople.ts'

type PeopleBarProps = {
  readonly people: People
  readonly work: CaseWork
  readonly tabs: ReactNode
  readonly onFind: () => void
  readonly onAdd: () => void
}

/** The ways to narrow the list, and to put people on it. */
export function PeopleBar({ people, work, tabs, onFind, onAdd }: PeopleBarProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') people.setText('')
    if (!['Escape', 'Enter', 'ArrowDown'].includes(event.key)) return
    event.preventDefault()
    focusPart('list')
  }
  return (
    <div className={classes.bar}>
      {tabs}
      <TextInput
        className={classes.filter}
        data-part="filter"
        aria-label="Name or part of one"
        placeholder="Name or part of one  /"
        leftSection={<IconSearch size={14} aria-hidden />}
        maxLength={200}
        value={people.text}
        onChange={({ currentTarget: { value } }) => people.setText(value)}
        onKeyDown={onKeyDown}
      />
      <div className={classes.shows} role="group" aria-label="Who is shown">
        {SHOWS.map(({ show, label }, index) => (
          <button
            key={show}
            type="button"
            title={`${label} (${index + 1})`}
            aria-pressed={people.show === show}
            onClick={() => people.setShow(show)}
          >
            {label} <small>{people.counts[show].toLocaleString('en-GB')}</small>
          </button>
        ))}
      </div>
      <span className={classes.grow} />
      <div className={classes.tools}>
        <Tooltip label="Read every page for names and numbers; nobody who was decided about is changed">
          <Button
            variant="default"
            leftSection={<IconUserSearch size={14} aria-hidden />}
            disabled={!work.canEdit}
            onClick={onFind}
          >
            Find people
          </Button>
        </Tooltip>
        <Tooltip label="Add a person (A)">
          <Button
            variant="default"
            leftSection={<IconUserPlus size={14} aria-hidden />}
            disabled={!work.canEdit}
            onClick={onAdd}
          >
            Add <kbd>A</kbd>
          </Button>
        </Tooltip>
      </div>
    </div>
  )
}
