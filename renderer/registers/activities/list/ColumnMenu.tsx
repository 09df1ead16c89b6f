import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPin, IconPinFilled } from '@tabler/icons-react'
import { type ColumnId, COLUMNS, DEFAULT_COLUMNS, DEFAULT_PINNED, type ListColumn } from './columns.ts'
import { MenuButton } from './FacetMenu.tsx'
import { changeList, useListState } from './list-state.ts'
import classes from './list.module.css'

const MOST_PINNED = 5

/** Which columns are shown, in which order, and which stay in place. */
export function ColumnMenu() {
  const { columns } = useListState()
  const shown = columns.flatMap((id) => COLUMNS.find((column) => column.id === id) ?? [])
  const hidden = COLUMNS.filter(({ id }) => !columns.includes(id))
  return (
    <MenuButton label="Columns" width={290}>
      {() => (
        <>
          <div className={classes.options} role="group" aria-label="Columns">
            {[...shown, ...hidden].map((column) => (
              <ColumnOption key={column.id} column={column} />
            ))}
          </div>
          <button
            type="button"
            className={classes.facet}
            onClick={() => changeList({ columns: DEFAULT_COLUMNS, pinned: DEFAULT_PINNED, widths: {} })}
          >
            As at first
          </button>
        </>
      )}
    </MenuButton>
  )
}

function ColumnOption({ column: { id, label } }: { readonly column: ListColumn }) {
  const { columns, pinned } = useListState()
  const at = columns.indexOf(id)
  const isShown = at >= 0
  const isPinned = pinned.includes(id)
  return (
    <div className={classes.option}>
      <label>
        <input
          type="checkbox"
          checked={isShown}
          disabled={isShown && columns.length === 1}
          onChange={() => changeList(isShown ? without(columns, pinned, id) : { columns: [...columns, id] })}
        />
        {label}
      </label>
      {isShown && (
        <>
          <ActionIcon
            aria-label={`Keep ${label} in place`}
            aria-pressed={isPinned}
            disabled={!isPinned && pinned.length >= MOST_PINNED}
            onClick={() =>
              changeList({ pinned: isPinned ? pinned.filter((other) => other !== id) : [...pinned, id] })
            }
          >
            {isPinned ? <IconPinFilled size={15} aria-hidden /> : <IconPin size={15} aria-hidden />}
          </ActionIcon>
          <ActionIcon
            aria-label={`Move ${label} up`}
            disabled={at === 0}
            onClick={() => changeList({ columns: moved(columns, at, at - 1) })}
          >
            <IconArrowUp size={15} aria-hidden />
          </ActionIcon>
          <ActionIcon
            aria-label={`Move ${label} down`}
            disabled={at === columns.length - 1}
            onClick={() => changeList({ columns: moved(columns, at, at + 1) })}
          >
            <IconArrowDown size={15} aria-hidden />
          </ActionIcon>
        </>
      )}
    </div>
  )
}

function without(columns: readonly ColumnId[], pinned: readonly ColumnId[], id: ColumnId) {
  return { columns: columns.filter((other) => other !== id), pinned: pinned.filter((other) => other !== id) }
}

function moved(columns: readonly ColumnId[], from: number, to: number): ColumnId[] {
  const next = [...columns]
  const [id] = next.splice(from, 1)
  if (id) next.splice(to, 0, id)
  return next
}
