import { sentenceOf } from '#renderer/api/engine.ts'
import type { FieldChange } from '#shared/records/changes.ts'
import classes from './list.module.css'

/** What a bulk change would do, as the engine says it. */
type Preview = {
  readonly changed: number
  readonly unchanged: number
  readonly lines: ReadonlyArray<{
    readonly id: string
    readonly title: string
    readonly changes: readonly FieldChange[]
  }>
}

type BulkPreviewProps = {
  /** What the first column lists: "Activity". */
  readonly one: string
  readonly preview: Preview | undefined
  readonly error: Error | null
}

/** What a bulk change would do, record by record: old, then new. */
export function BulkPreview({ one, preview, error }: BulkPreviewProps) {
  if (error) return <p role="alert">{sentenceOf(error)}</p>
  if (!preview) return null
  const { changed, unchanged, lines } = preview
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keys have to reach it
    <div className={classes.preview} role="region" aria-label="Preview" tabIndex={0}>
      <p role="status">
        {changed.toLocaleString('en-GB')} would change, {unchanged.toLocaleString('en-GB')} would stay as they
        are.
        {changed > lines.length && ` The first ${lines.length} are shown.`}
      </p>
      {lines.length > 0 && (
        <table className={classes.changes}>
          <thead>
            <tr>
              <th scope="col">{one}</th>
              <th scope="col">Now</th>
              <th scope="col">Then</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ id, title, changes }) => (
              <tr key={id}>
                <td>{title}</td>
                <td>
                  {changes.map(({ field, before }) => (
                    <del key={field}>{before || 'nothing'} </del>
                  ))}
                </td>
                <td>
                  {changes.map(({ field, after }) => (
                    <ins key={field}>{after || 'nothing'} </ins>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
