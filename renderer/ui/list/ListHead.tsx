import type { ListLook } from './list-kind.ts'
import classes from './list.module.css'
import { cellId } from './ListRow.tsx'
import type { ColumnModel } from './useColumnModel.ts'

type ListHeadProps = {
  readonly sort: ListLook['sort']
  readonly model: ColumnModel
  readonly activeColumn: number | null
  readonly marked: 'all' | 'some' | 'none'
}

/** The heads of the columns: their order in the sort, and a grip to resize. */
export function ListHead({ sort, model, activeColumn, marked }: ListHeadProps) {
  return (
    <div role="row" className={classes.head} aria-rowindex={1} data-line={-1}>
      <div
        role="columnheader"
        id={cellId(-1, 0)}
        className={classes.mark}
        aria-colindex={1}
        title="Select all in the filter (Ctrl A)"
        data-column={0}
        data-pinned
        data-marked={marked}
        data-active={activeColumn === 0 || undefined}
      >
        <span className="visually-hidden">Selection</span>
      </div>
      {model.headers.map((header, index) => {
        const { label, sortKey, className, isPinned } = model.drawn[index]!
        const at = sort.findIndex(({ key }) => key === sortKey)
        const sorted = sort[at]
        return (
          <div
            key={header.id}
            role="columnheader"
            id={cellId(-1, index + 1)}
            className={className}
            aria-colindex={index + 2}
            aria-sort={
              sorted ? (sorted.descending ? 'descending' : 'ascending') : sortKey ? 'none' : undefined
            }
            data-column={index + 1}
            data-pinned={isPinned ? '' : undefined}
            data-sortable={sortKey ? '' : undefined}
            data-sort={
              sorted ? `${sorted.descending ? '▼' : '▲'}${sort.length > 1 ? at + 1 : ''}` : undefined
            }
            data-active={activeColumn === index + 1 || undefined}
          >
            {label}
            <span
              className={classes.grip}
              data-grip
              aria-hidden
              onMouseDown={header.getResizeHandler()}
              onDoubleClick={() => header.column.resetSize()}
            />
          </div>
        )
      })}
    </div>
  )
}
