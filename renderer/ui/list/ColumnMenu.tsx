import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPin, IconPinFilled } from '@tabler/icons-react'
import { MenuButton } from './FacetMenu.tsx'
import type { ListColumn, ListKind, ListLook } from './list-kind.ts'
import classes from './list.module.css'

const MOST_PINNED = 5

type ColumnMenuProps = { readonly kind: ListKind; readonly look: ListLook }

/** Which columns are shown, in which order, and which stay in place. */
export function ColumnMenu({ kind, look }: ColumnMenuProps) {
  const { columns } = look
  const shown = columns.flatMap((id) => kind.columns.find((column) => column.id === id) ?? [])
  const hidden = kind.columns.filter(({ id }) => !columns.includes(id))
  return (
    <MenuButton label="Columns" width={290}>
      {() => (
        <>
          <div className={classes.options} role="group" aria-label="Columns">
            {[...shown, ...hidden].map((column) => (
              <ColumnOption key={column.id} kind={kind} look={look} column={column} />
            ))}
          </div>
          <button
            type="button"
            className={classes.facet}
            onClick={() => kind.change({ columns: kind.firstColumns, pinned: kind.firstPinned, widths: {} })}
          >
            As at first
          </button>
        </>
      )}
    </MenuButton>
  )
}

type ColumnOptionProps = ColumnMenuProps & { readonly column: ListColumn }

function ColumnOption({ kind, look: { columns, pinned }, column: { id, label } }: ColumnOptionProps) {
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
          onChange={() => kind.change(isShown ? without(columns, pinned, id) : { columns: [...columns, id] })}
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
              kind.change({ pinned: isPinned ? pinned.filter((other) => other !== id) : [...pinned, id] })
            }
          >
            {isPinned ? <IconPinFilled size={15} aria-hidden /> : <IconPin size={15} aria-hidden />}
          </ActionIcon>
          <ActionIcon
            aria-label={`Move ${label} up`}
            disabled={at === 0}
            onClick={() => kind.change({ columns: moved(columns, at, at - 1) })}
          >
            <IconArrowUp size={15} aria-hidden />
          </ActionIcon>
          <ActionIcon
            aria-label={`Move ${label} down`}
            disabled={at === columns.length - 1}
            onClick={() => kind.change({ columns: moved(columns, at, at + 1) })}
          >
            <IconArrowDown size={15} aria-hidden />
          </ActionIcon>
        </>
      )}
    </div>
  )
}

function without(columns: readonly string[], pinned: readonly string[], id: string) {
  return { columns: columns.filter((other) => other !== id), pinned: pinned.filter((other) => other !== id) }
}

function moved(columns: readonly string[], from: number, to: number): string[] {
  const next = [...columns]
  const [id] = next.splice(from, 1)
  if (id) next.splice(to, 0, id)
  return next
}
