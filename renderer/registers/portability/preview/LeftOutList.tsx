import { countOf } from '#shared/count-words.ts'
import type { LeftOut } from '#shared/portability/export.ts'
import { byReason } from './left-out-groups.ts'
import classes from './preview.module.css'

type LeftOutListProps = { readonly leftOut: readonly LeftOut[]; readonly notes: readonly string[] }

/** What is not in the export and why, as its reader is told: each reason once, with what it concerns. */
export function LeftOutList({ leftOut, notes }: LeftOutListProps) {
  const groups = byReason(leftOut)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached with the keyboard
    <section className={classes.out} aria-label="Left out, and why" tabIndex={0}>
      <h3>Left out, and why</h3>
      {groups.length === 0 && <p className={classes.quiet}>Nothing is left out.</p>}
      <ul>
        {groups.map((group) => (
          <li key={group[0]!.says + group[0]!.instead}>
            <p className={classes.names}>
              {group.map((one) => (
                <span key={`${one.source} ${one.column}`}>
                  <bdi>{one.column === '' ? one.source : one.column}</bdi>
                  {one.rows !== null && <small> {countOf(one.rows, 'row')}</small>}
                </span>
              ))}
            </p>
            <p>
              {group[0]!.says} <span className={classes.citation}>{group[0]!.citation}</span>
            </p>
            {group[0]!.instead !== '' && <p className={classes.quiet}>{group[0]!.instead}</p>}
          </li>
        ))}
      </ul>
      {notes.length > 0 && (
        <>
          <h3>Worth knowing</h3>
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
