import { Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconChevronRight, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useRoute } from '#renderer/app/routing.tsx'
import { GapCounts } from '../gaps/GapCounts.tsx'
import { useRecordGaps } from '../gaps/gaps-context.ts'
import { FieldSlot } from './FieldSlot.tsx'
import classes from './record.module.css'

type ItemCardProps = {
  readonly field: string
  readonly item: string
  /** What it is called, for its buttons: "purpose". */
  readonly kind: string
  readonly title: string
  readonly aside?: ReactNode
  readonly startsOpen?: boolean
  readonly disabled: boolean
  readonly onRemove: () => void
  readonly onMove?: (by: -1 | 1) => void
  readonly children: ReactNode
}

/** One part of a list in a record: a line that opens into its fields. */
export function ItemCard(props: ItemCardProps) {
  const { field, item, kind, title, aside, startsOpen = false, disabled, onRemove, onMove, children } = props
  const { search } = useRoute()
  const isTarget = search.get('field') === field && search.get('item') === item
  const [open, setOpen] = useState(startsOpen || isTarget)
  const [wasTarget, setWasTarget] = useState(isTarget)
  if (isTarget !== wasTarget) {
    setWasTarget(isTarget)
    if (isTarget) setOpen(true)
  }
  const gaps = useRecordGaps()
    .of(field, item)
    .filter(({ waiver }) => waiver === null)
  return (
    <details className={classes.card} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <IconChevronRight size={14} className={classes.chevron} aria-hidden />
        <span className={classes.cardTitle}>{title}</span>
        <GapCounts gaps={gaps} />
        {aside && <span className={classes.cardAside}>{aside}</span>}
      </summary>
      {open && (
        <div className={classes.cardBody}>
          <FieldSlot field={field} item={item}>
            {children}
          </FieldSlot>
          {!disabled && (
            <div className={classes.cardFoot}>
              {onMove && (
                <>
                  <Button
                    variant="subtle"
                    color="gray"
                    leftSection={<IconArrowUp size={14} />}
                    onClick={() => onMove(-1)}
                  >
                    Move up
                  </Button>
                  <Button
                    variant="subtle"
                    color="gray"
                    leftSection={<IconArrowDown size={14} />}
                    onClick={() => onMove(1)}
                  >
                    Move down
                  </Button>
                </>
              )}
              <Button variant="default" leftSection={<IconTrash size={14} />} onClick={onRemove}>
                Remove this {kind}
              </Button>
            </div>
          )}
        </div>
      )}
    </details>
  )
}
