import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useEngineCommand, useEngineQuery } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { commandInWords } from '#renderer/ui/command-words.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import type { Output } from '#shared/rpc/contract.ts'
import { formatDay, formatTime, ukDayOf } from '#shared/time/plain-date.ts'
import { CommandChanges } from './CommandChanges.tsx'
import classes from './history.module.css'

type Entry = Output<'history.recent'>[number]
const STEP = 200

/** Everything that was done to the register, newest first. */
export function HistoryPage() {
  const [limit, setLimit] = useState(STEP)
  const recent = useEngineQuery('history.recent', { limit }, { keepPrevious: true })
  const entries = recent.data ?? []
  return (
    <>
      <PageHeader
        title="History"
        description="Every change is kept and chained to the one before, so that a later alteration shows."
        actions={<UndoButtons />}
      />
      {recent.error && <p role="alert">{sentenceOf(recent.error)}</p>}
      {recent.isSuccess && entries.length === 0 && (
        <EmptyState title="Nothing was changed yet">
          What is added, changed or removed in the register is listed here.
        </EmptyState>
      )}
      <div className={classes.days}>
        {byDay(entries).map(([day, ofDay]) => (
          <section key={day} aria-label={day}>
            <h2>{day}</h2>
            <ol>
              {ofDay.map((entry) => (
                <HistoryEntry key={entry.command} entry={entry} />
              ))}
            </ol>
          </section>
        ))}
        {entries.length === limit && limit < 1000 && (
          <Button variant="default" onClick={() => setLimit(Math.min(1000, limit + STEP))}>
            Show earlier changes
          </Button>
        )}
      </div>
    </>
  )
}

function HistoryEntry({ entry }: { readonly entry: Entry }) {
  const [isOpen, setOpen] = useState(false)
  const words = commandInWords(entry)
  return (
    <li data-undone={entry.undone || undefined}>
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
        <time dateTime={entry.at}>{formatTime(entry.at)}</time>
        <span className={classes.words}>{words.charAt(0).toUpperCase() + words.slice(1)}</span>
        {entry.undone && <span className={classes.undone}>Undone</span>}
        <span className={classes.actor}>{entry.actor}</span>
      </button>
      {isOpen && <CommandChanges command={entry.command} />}
    </li>
  )
}

function UndoButtons() {
  const { canEdit } = useCanEdit()
  const undo = useEngineCommand('history.undo')
  const redo = useEngineCommand('history.redo')
  const tell = (done: Promise<Output<'history.undo'>>, verb: string) =>
    void done.then(
      ({ entry }) =>
        notifications.show({
          message: entry ? `${verb}: ${commandInWords(entry)}` : 'There was nothing left.',
        }),
      (error: unknown) => notifications.show({ color: 'red', title: 'Not done', message: sentenceOf(error) }),
    )
  return (
    <>
      <Button variant="default" disabled={!canEdit} onClick={() => tell(undo.mutateAsync({}), 'Undone')}>
        Undo the last change
      </Button>
      <Button variant="default" disabled={!canEdit} onClick={() => tell(redo.mutateAsync({}), 'Done again')}>
        Redo
      </Button>
    </>
  )
}

function byDay(entries: readonly Entry[]): [string, Entry[]][] {
  const days = new Map<string, Entry[]>()
  for (const entry of entries) {
    const day = formatDay(ukDayOf(entry.at))
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return [...days]
}
