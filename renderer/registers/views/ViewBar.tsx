import { Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDots } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import { useEngineCommand, useEngineQuery } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, navigate } from '#renderer/app/routing.tsx'
import type { Output } from '#shared/rpc/contract.ts'
import type { LookContent, ViewBarProps } from '#renderer/ui/list/view-bar-props.ts'
import type { Input } from '#shared/rpc/contract.ts'
import { differs } from './differs.ts'
import { ViewName } from './ViewName.tsx'
import classes from './views.module.css'

type Content = LookContent
type Listed = Output<'views.list'>[number]
const NO_VIEWS: readonly Listed[] = []

/** The saved views of one list with how much each shows, and what can be done with them. */
export function ViewBar(props: ViewBarProps) {
  const { register, current, noFilter, viewId, askedFor, onChoose } = props
  const { data: all = NO_VIEWS } = useEngineQuery('views.list', {}, { keepPrevious: true })
  const views = useMemo(() => all.filter((view) => view.register === register), [all, register])
  const [naming, setNaming] = useState<'save' | 'rename' | null>(null)
  const { canEdit } = useCanEdit()
  const chosen = views.find(({ id }) => id === viewId)
  const isChanged = chosen !== undefined && differs(chosen, current)

  useEffect(() => {
    const asked = all.find(({ id }) => id === askedFor)
    if (!asked) return
    if (asked.register === register) onChoose(asked, asked.id)
    else navigate(hrefOf(asked.register, null, null, { view: asked.id }), { replace: true })
  }, [all, register, askedFor, onChoose])

  return (
    <div className={classes.views} role="group" aria-label="Saved views">
      <ViewChip
        label="All"
        isChosen={viewId === null}
        onClick={() => onChoose({ ...current, filter: noFilter }, null)}
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
        <ViewName
          register={register}
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
                  change.mutateAsync({ id: chosen.id, changes: changesOf(current) }),
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

// Each list hands over its own kind of filter and sort; the engine checks that they fit the register.
function changesOf(content: Content): Input<'views.change'>['changes'] {
  return content as Input<'views.change'>['changes']
}
