import { useEffect } from 'react'
import { useCanEdit } from '#renderer/api/editing.ts'
import { usePageKeys } from '#renderer/ui/usePageKeys.ts'
import type { Source } from '../draft/draft.ts'
import type { ExportWork } from '../draft/useExport.ts'
import type { Keeping } from '../draft/useKeeping.ts'
import { focusPart } from '../focus-part.ts'
import { ColumnPane } from './ColumnPane.tsx'
import { columnKeyOf } from './column-keys.ts'
import { ColumnsBar } from './ColumnsBar.tsx'
import { ColumnTable } from './ColumnTable.tsx'
import classes from './columns.module.css'
import { useColumns } from './useColumns.ts'

type ColumnsStepProps = { readonly work: ExportWork; readonly keeping: Keeping }

/** The second step: what each column of a file is, decided once for its system. */
export function ColumnsStep({ work, keeping }: ColumnsStepProps) {
  const { source } = work
  if (!source)
    return (
      <p className={classes.none}>
        Add a file first. Then each of its columns stands here with examples: whose it is, how it came about,
        on what basis it is held.
      </p>
    )
  return <OfSource key={source.key} work={work} keeping={keeping} source={source} />
}

function OfSource({ work, keeping, source }: ColumnsStepProps & { readonly source: Source }) {
  const { canEdit } = useCanEdit()
  const columns = useColumns(work, source)
  useEffect(() => void focusPart('columns'), [])
  usePageKeys(columnKeyOf, (key) => {
    if (key.does === 'next' || key.does === 'previous')
      return columns.go(columns.at + (key.does === 'next' ? 1 : -1))
    if (key.does === 'filter') return void focusPart('filter')
    if (key.does === 'undecided') return columns.nextUndecided()
    if (key.does === 'select') return columns.line && columns.toggle(columns.line.look.name)
    if (!canEdit) return undefined
    switch (key.does) {
      case 'set':
        return columns.set(key.change)
      case 'accept':
        return columns.accept(columns.targets)
      case 'acceptAll':
        return columns.accept(columns.all)
      case 'keep':
        return void keeping.keep([source])
      default:
        return columns[key.does]()
    }
  })
  return (
    <div className={classes.step}>
      <ColumnsBar work={work} keeping={keeping} columns={columns} canEdit={canEdit} />
      <div className={classes.parts}>
        <ColumnTable columns={columns} onOpen={() => void focusPart('called')} />
        <ColumnPane columns={columns} canEdit={canEdit} />
      </div>
    </div>
  )
}
