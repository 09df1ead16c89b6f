import { Button, Group, Menu, Modal, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDots } from '@tabler/icons-react'
import { type FormEvent, useEffect, useState } from 'react'
import { useEngineCommand, useEngineQuery } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { AppError } from '#shared/errors.ts'
import type { Output } from '#shared/rpc/contract.ts'
import { NO_FILTER } from '#shared/registers/activities/activity.list.ts'
import type { View } from '#shared/registers/views/view.schema.ts'
import { differs } from './differs.ts'
import classes from './views.module.css'

type Content = Pick<View, 'filter' | 'sort' | 'groupBy' | 'columns' | 'pinned'>
type Listed = Output<'views.list'>[number]

type ViewBarProps = {
  readonly current: Content
  readonly viewId: string | null
  readonly askedFor: string | null
  readonly onChoose: (content: Content, viewId: string | null) => void
}

/** The saved views with how much each shows, and what can be done with them. */
export function ViewBar({ current, viewId, askedFor, onChoose }: ViewBarProps) {
  const { data: views = [] } = useEngineQuery('views.list', {}, { keepPrevious: true })
  const [naming, setNaming] = useState<'save' | 'rename' | null>(null)
  const { canEdit } = useCanEdit()
  const chosen = views.find(({ id }) => id === viewId)
  const isChanged = chosen !== undefined && differs(chosen, current)

  useEffect(() => {
    const asked = views.find(({ id }) => id === askedFor)
    if (asked) onChoose(asked, asked.id)
  }, [views, askedFor, onChoose])

  return (
    <div className={classes.views} role="group" aria-label="Saved views">
      <ViewChip
        label="All"
        isChosen={viewId === null}
        onClick={() => onChoose({ ...current, filter: NO_FILTER }, null)}
      />
      {views.map((view) => (
        <ViewChip
          key={view.id}
          label={view.name}
          count={view.count}
          isChosen={view.id === viewId}
          isChanged={view.id === viewId && isChanged}
          onClick={() => onChoose(view, view.id)}
        />
      ))}
      {canEdit && (
        <ViewMenu
          chosen={chosen}
          isChanged={isChanged}
          current={current}
          onName={setNaming}
          onGone={() => onChoose(current, null)}
        />
      )}
      {naming && (
        <NameDialog
          view={naming === 'rename' ? chosen : undefined}
          current={current}
          onSaved={(id) => onChoose(current, id)}
          onClose={() => setNaming(null)}
        />
      )}
    </div>
  )
}

type ViewChipProps = {
  readonly label: string
  readonly count?: number
  readonly isChosen: boolean
  readonly isChanged?: boolean
  readonly onClick: () => void
}

function ViewChip({ label, count, isChosen, isChanged = false, onClick }: ViewChipProps) {
  return (
    <button type="button" className={classes.chip} aria-pressed={isChosen} onClick={onClick}>
      {label}
      {isChanged && ' (changed)'}
      {count !== undefined && <span>{count.toLocaleString('en-GB')}</span>}
    </button>
  )
}

type ViewMenuProps = {
  readonly chosen: Listed | undefined
  readonly isChanged: boolean
  readonly current: Content
  readonly onName: (what: 'save' | 'rename') => void
  readonly onGone: () => void
}

function ViewMenu({ chosen, isChanged, current, onName, onGone }: ViewMenuProps) {
  const change = useEngineCommand('views.change')
  const remove = useEngineCommand('views.remove')
  const tell = (done: Promise<unknown>, message: string) =>
    done.then(
      () => notifications.show({ message }),
      (error: unknown) => notifications.show({ color: 'red', title: 'Not done', message: sentenceOf(error) }),
    )
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button
          type="button"
          className={classes.chip}
          aria-label="Save or change a view"
          title="Save or change a view"
        >
          <IconDots size={15} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onName('save')}>Save as a view…</Menu.Item>
        {chosen && (
          <>
            <Menu.Item
              disabled={!isChanged}
              onClick={() =>
                void tell(
                  change.mutateAsync({ id: chosen.id, changes: current }),
                  `View ${chosen.name} saved.`,
                )
              }
            >
              Save changes to “{chosen.name}”
            </Menu.Item>
            <Menu.Item onClick={() => onName('rename')}>Rename “{chosen.name}”…</Menu.Item>
            <Menu.Item
              onClick={() =>
                void tell(
                  remove.mutateAsync({ id: chosen.id }).then(onGone),
                  `View ${chosen.name} deleted. Ctrl Z brings it back.`,
                )
              }
            >
              Delete “{chosen.name}”
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

type NameDialogProps = {
  /** The view to rename, or nothing for a new one. */
  readonly view: Listed | undefined
  readonly current: Content
  readonly onSaved: (id: string) => void
  readonly onClose: () => void
}

function NameDialog({ view, current, onSaved, onClose }: NameDialogProps) {
  const [name, setName] = useState(view?.name ?? '')
  const [error, setError] = useState<string>()
  const create = useEngineCommand('views.create')
  const change = useEngineCommand('views.change')

  const save = async (event: FormEvent) => {
    event.preventDefault()
    try {
      if (view) await change.mutateAsync({ id: view.id, changes: { name } })
      else onSaved((await create.mutateAsync({ ...current, name })).id)
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
