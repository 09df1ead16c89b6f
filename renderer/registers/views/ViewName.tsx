import { Button, Group, Modal, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import type { LookContent as Content } from '#renderer/ui/list/view-bar-props.ts'
import { AppError } from '#shared/errors.ts'
import type { Input, Output } from '#shared/rpc/contract.ts'

type ViewNameProps = {
  readonly register: string
  /** The view to rename, or nothing for a new one. */
  readonly view: Output<'views.list'>[number] | undefined
  readonly current: Content
  readonly onSaved: (id: string) => void
  readonly onClose: () => void
}

/** Asks for the name of a view, new or to be renamed. */
export function ViewName({ register, view, current, onSaved, onClose }: ViewNameProps) {
  const [name, setName] = useState(view?.name ?? '')
  const [error, setError] = useState<string>()
  const create = useEngineCommand('views.create')
  const change = useEngineCommand('views.change')

  const save = async (event: FormEvent) => {
    event.preventDefault()
    try {
      if (view) await change.mutateAsync({ id: view.id, changes: { name } })
      else onSaved((await create.mutateAsync(viewOf(register, current, name))).id)
      onClose()
    } catch (failure) {
      setError((failure instanceof AppError && failure.fields.name) || sentenceOf(failure))
    }
  }
  return (
    <Modal opened onClose={onClose} title={view ? 'Rename the view' : 'Save as a view'}>
      <form onSubmit={(event) => void save(event)} noValidate>
        <TextInput
          label="Name"
          data-autofocus
          maxLength={80}
          value={name}
          error={error}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="lg" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">Save</Button>
        </Group>
      </form>
    </Modal>
  )
}

// Each list hands over its own kind of filter and sort; the engine checks that they fit the register.
function viewOf(register: string, content: Content, name: string): Input<'views.create'> {
  return { ...content, register, name } as Input<'views.create'>
}
