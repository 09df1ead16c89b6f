import { countOf } from '#shared/count-words.ts'
import type { PackLine } from '#shared/registers/cases/case-packs.contract.ts'
import classes from './pack.module.css'

/** What is removed from the pages of a pack, with the key to its labels as the pack prints it. */
export function Removed({ pack }: { readonly pack: PackLine }) {
  const { removed, labels, workbooks } = pack
  if (removed.marks === 0 && workbooks === 0) return null
  return (
    <>
      <p>
        {removed.marks > 0 &&
          `${countOf(removed.marks, 'place')} removed on ${countOf(removed.pages, 'page')}.`}{' '}
        {workbooks > 0 &&
          `${countOf(workbooks, 'spreadsheet goes', 'spreadsheets go')} along as a workbook of values too.`}
      </p>
      {labels.length > 0 && (
        <details className={classes.build}>
          <summary>Key to labels</summary>
          <dl className={classes.key}>
            {labels.map(({ label, says }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{says}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  )
}
