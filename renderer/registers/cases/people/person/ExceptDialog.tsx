import { Button, Group, Modal, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Place } from './usePlaces.ts'
import classes from './places.module.css'

/** The shortest reason that says anything. */
const SHORTEST = 3

type ExceptDialogProps = {
  readonly place: Place
  readonly name: string
  readonly onExcept: (because: string) => void
  readonly onClose: () => void
}

/** Asks why somebody stays visible at one place. */
export function ExceptDialog({ place, name, onExcept, onClose }: ExceptDialogProps) {
  const [because, setBecause] = useState('')
  const isSaid = because.trim().length >= SHORTEST
  const onSubmit = (event?: FormEvent) => {
    event?.preventDefault()
    if (!isSaid) return
    onExcept(because.trim())
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={`Let ${name} stay here`}>
      <form onSubmit={onSubmit}>
        <p className={classes.quote}>
          Page {place.place.toLocaleString('en-GB')}: {place.snippet.map(({ text }) => text).join('')}
        </p>
        <Textarea
          data-autofocus
          label="It stays here because …"
          placeholder="the requester wrote this letter and knows the name"
          maxLength={1000}
          value={because}
          onChange={({ currentTarget: { value } }) => setBecause(value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return
            event.preventDefault()
            onSubmit()
          }}
        />
        <Group justify="flex-end" mt="lg" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={!isSaid}>
            Let it stay here
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
