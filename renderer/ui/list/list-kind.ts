import type { ReactNode } from 'react'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { Group } from './group-lines.ts'

/** What every row of a list has. */
export type ListedRow = { readonly id: string; readonly name: string }

/** What weight a cell's words have; the words say it too. */
export type CellLevel = 'error' | 'warning' | 'note' | 'none'

export type ListColumn<Row extends ListedRow = ListedRow> = {
  readonly id: string
  readonly label: string
  /** In pixels, until somebody drags it. */
  readonly width: number
  readonly sortKey: string | null
  text(row: Row): string
  level?(row: Row): CellLevel
}

/** How a list is looked at now. */
export type ListLook = {
  readonly filter: unknown
  readonly sort: ReadonlyArray<{ readonly key: string; readonly descending: boolean }>
  readonly groupBy: string | null
  readonly collapsed: ReadonlySet<string>
  readonly columns: readonly string[]
  readonly pinned: readonly string[]
  /** In pixels, of columns that were dragged. */
  readonly widths: Readonly<Partial<Record<string, number>>>
  /** The saved view this began as. */
  readonly viewId: string | null
}

/** One window of a list. */
export type ListWindow<Row extends ListedRow = ListedRow> = {
  readonly total: number
  readonly rows: readonly Row[]
}

type Asked<Answer> = { readonly queryKey: readonly unknown[]; readonly queryFn: () => Promise<Answer> }

type EditorProps<Row extends ListedRow> = {
  readonly row: Row
  readonly column: string
  readonly label: string
}

/** What sets one register's list apart from another's; its parts stay the same object from one drawing to the next. */
export type ListKind<Row extends ListedRow = ListedRow> = {
  /** The id of the grid's element. */
  readonly gridId: string
  /** What it lists: "Activities". */
  readonly label: string
  /** Every column the list can show, in the order of the column chooser. */
  readonly columns: ReadonlyArray<ListColumn<Row>>
  readonly firstColumns: readonly string[]
  readonly firstPinned: readonly string[]
  read(): ListLook
  change(changes: Partial<ListLook>): void
  askWindow(look: ListLook, page: number, asAt: PlainDate | null): Asked<ListWindow<Row>>
  askGroups(look: ListLook, asAt: PlainDate | null): Asked<readonly Group[]>
  /** Whether F2 edits this column in place. */
  isEditable(column: string): boolean
  /** A cell being edited in place. */
  Editor(this: void, props: EditorProps<Row>): ReactNode
}
