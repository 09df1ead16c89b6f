import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { MomentField } from '#renderer/ui/described/fields/MomentField.tsx'
import { newItemId } from '#renderer/ui/record/items.ts'
import { readNow } from '#renderer/ui/useNow.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { Instant } from '#shared/time/instant.ts'
import classes from './timeline.module.css'

type Event = Breach['events'][number]

type AddEventProps = {
  readonly events: readonly Event[]
  readonly onChange: (events: Event[]) => void
}

const BLANK = { what: '', who: '', source: '' }

/** Adds what happened to the chronology: the moment, what, who and how it is known; Enter keeps it. */
export function AddEvent({ events, onChange }: AddEventProps) {
  const [at, setAt] = useState<Instant | null>(thisMinute)
  const [typed, setTyped] = useState(BLANK)
  const [refused, setRefused] = useState('')
  const first = useRef<HTMLInputElement>(null)
  const set = (change: Partial<typeof BLANK>) => setTyped({ ...typed, ...change })
  const add = (submitted: FormEvent) => {
    submitted.preventDefault()
    const what = typed.what.trim()
    if (what === '') return setRefused('Say what happened')
    onChange([...events, { id: newItemId(), at, what, who: typed.who.trim(), source: typed.source.trim() }])
    setTyped(BLANK)
    setRefused('')
    first.current?.focus()
  }
  return (
    <form className={classes.add} aria-label="Add to the chronology" onSubmit={add}>
      <MomentField label="When" value={at} disabled={false} onChange={setAt} />
      <TextInput
        ref={first}
        label="What happened"
        value={typed.what}
        error={refused}
        onChange={({ currentTarget: { value } }) => set({ what: value })}
      />
      <TextInput
        label="Who"
        placeholder="A role is enough"
        value={typed.who}
        onChange={({ currentTarget: { value } }) => set({ who: value })}
      />
      <TextInput
        label="How it is known"
        placeholder="A log, an email, a telephone note"
        value={typed.source}
        onChange={({ currentTarget: { value } }) => set({ source: value })}
      />
      <Button type="submit" variant="default">
        Add
      </Button>
    </form>
  )
}

/** The present minute: what is typed in a hurry happened about now. */
function thisMinute(): Instant {
  return Instant.parse(`${readNow().slice(0, 'YYYY-MM-DDTHH:MM'.length)}:00.000Z`)
}
