import { countOf } from '#shared/count-words.ts'
import type { ExportWork } from '../draft/useExport.ts'
import classes from '../portability.module.css'

type RowCountsProps = { readonly work: ExportWork; readonly index: number }

/** How many rows of a file are the person's, others', or cannot be told, as they were counted last. */
export function RowCounts({ work, index }: RowCountsProps) {
  const { looked } = work.draft
  const counts = looked?.shown.sources[index]
  if (!looked || !counts) return <span className={classes.quiet}>Not counted yet</span>
  const said = (count: number, word: string) => `${count.toLocaleString('en-GB')} ${word}`
  return (
    <span role="status" className={classes.counts} data-stale={!work.isLookFresh || undefined}>
      {!work.isLookFresh && 'Before the last change: '}
      {looked.shown.isWhole ? '' : 'of the first '}
      {countOf(counts.rows, 'row')}:{' '}
      <strong data-kind={counts.kept > 0 ? 'kept' : 'none'}>{said(counts.kept, 'kept')}</strong>,{' '}
      {said(counts.others, 'others’')},{' '}
      <span data-kind={counts.unclear > 0 ? 'unclear' : undefined}>{said(counts.unclear, 'unclear')}</span>
    </span>
  )
}
