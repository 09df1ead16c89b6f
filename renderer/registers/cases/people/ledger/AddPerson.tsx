import { Button, Group, Modal, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'

type AddPersonProps = {
  readonly onAdd: (name: string) => void
  readonly onClose: () => void
}

/** Asks for the name of somebody whom the search for people did not find. */
export function AddPerson({ onAdd, onClose }: AddPersonProps) {
  const [name, setName] = useState('')
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    onAdd(name.trim())
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title="Add a person">
      <form onSubmit={onSubmit}>
        <TextInput
          data-autofocus
          label="Name as the documents write it"
          description="Every page is looked through for it. Other ways of writing it are added afterwards."
          placeholder="Jane Smith"
          maxLength={200}
          value={name}
          onChange={({ currentTarget: { value } }) => setName(value)}
        />
        <Group justify="flex-end" mt="lg" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={name.trim() === ''}>
            Add
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
