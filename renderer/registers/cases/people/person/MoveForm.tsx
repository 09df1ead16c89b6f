import { Button, Group, Modal, Select } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { PersonForm, PersonLine } from '#shared/cases/person.ts'

/** Names that are offered at once; typing narrows them. */
const OFFERED = 50

type MoveFormProps = {
  readonly form: PersonForm
  /** Everybody else on the list. */
  readonly people: readonly PersonLine[]
  readonly onMove: (to: PersonLine) => void
  readonly onClose: () => void
}

/** Asks whose a form is. */
export function MoveForm({ form, people, onMove, onClose }: MoveFormProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const to = people.find(({ id }) => String(id) === chosen)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!to) return
    onMove(to)
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={`Whose is “${form.text}”?`}>
      <form onSubmit={onSubmit}>
        <Select
          data-autofocus
          label="Person"
          description="What is decided about that person holds for this form from now on."
          placeholder="Type a part of the name"
          searchable
          selectFirstOptionOnChange
          limit={OFFERED}
          nothingFoundMessage="Nobody by this name"
          data={people.map(({ id, name, letter }) => ({
            value: String(id),
            label: letter === '' ? name : `${name} (Person ${letter})`,
          }))}
          value={chosen}
          onChange={setChosen}
        />
        <Group justify="flex-end" mt="lg" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={!to}>
            {to ? `Move to ${to.name}` : 'Move'}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
