import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { memo, type RefObject, useEffect, useImperativeHandle } from 'react'
import type { Cell } from './grid-keys.ts'
import type { GroupedLines } from './group-lines.ts'
import type { ListKind } from './list-kind.ts'
import { GroupLine, ListRow } from './ListRow.tsx'
import { isSelected, type Selection } from './selection.ts'
import type { DrawnColumn } from './useColumnModel.ts'
import type { RowAt } from './useRows.ts'

export const ROW_HEIGHT = 28
const OVERSCAN = 3

export type Scroller = Virtualizer<HTMLDivElement, Element>

type ListRowsProps = {
  readonly viewport: RefObject<HTMLDivElement | null>
  /** Where to put what scrolls to a line. */
  readonly scroller: RefObject<Scroller | null>
  readonly lines: GroupedLines
  readonly rowAt: RowAt
  readonly columns: readonly DrawnColumn[]
  readonly active: Cell
  readonly selection: Selection
  readonly editing: { readonly id: string; readonly column: string } | null
  readonly Editor: ListKind['Editor']
  readonly openId: string | null
  /** Told which lines came into sight. */
  readonly onSight: (first: number, last: number) => void
}

/** The lines in sight: all that is drawn anew while the list scrolls. */
export const ListRows = memo(function ListRows(props: ListRowsProps) {
  const { viewport, scroller, lines, rowAt, columns, active, selection, editing, Editor, openId, onSight } =
    props
  const virtual = useVirtualizer({
    count: lines.count,
    getScrollElement: () => viewport.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    paddingStart: ROW_HEIGHT,
    scrollPaddingStart: ROW_HEIGHT,
    initialRect: { width: 1000, height: Math.round(innerHeight * 0.8) },
  })
  useImperativeHandle(scroller, () => virtual)
  const drawn = virtual.getVirtualItems()
  const first = drawn[0]?.index ?? 0
  const last = drawn.at(-1)?.index ?? 0
  useEffect(() => onSight(first, last), [first, last, onSight])

  // Elements are used again for other lines as they scroll in and out, which spares making new ones.
  const slots = Math.ceil((virtual.scrollRect?.height ?? innerHeight) / ROW_HEIGHT) + 2 * OVERSCAN + 2
  return (
    <div role="presentation" style={{ height: virtual.getTotalSize() - ROW_HEIGHT }}>
      {drawn.map(({ index, start }) => {
        const line = lines.lineAt(index)
        if (line.kind === 'head')
          return (
            <GroupLine
              key={index % slots}
              group={line.group}
              isCollapsed={line.isCollapsed}
              line={index}
              top={start}
              span={columns.length + 1}
              isActive={active.line === index}
            />
          )
        const row = rowAt(line.index)
        return (
          <ListRow
            key={index % slots}
            row={row}
            line={index}
            top={start}
            columns={columns}
            activeColumn={active.line === index ? active.column : null}
            editing={row && editing?.id === row.id ? editing.column : null}
            Editor={Editor}
            isSelected={row ? isSelected(selection, row.id) : false}
            isOpen={row?.id === openId}
          />
        )
      })}
    </div>
  )
})
