import { useRef } from 'react'
import { useDescribedRecord } from '#renderer/ui/described/described-record.ts'
import { Section } from '#renderer/ui/record/Section.tsx'
import { clauseLines, clauseProgress, type Clause, withClause } from '#shared/registers/processors/clauses.ts'
import { ClauseRow } from './ClauseRow.tsx'
import classes from './processors.module.css'

/** The contract, point by point of Article 28: y, p, n or a to answer, then the page, then Enter for the next. */
export function Article28Page() {
  const { value, disabled, change } = useDescribedRecord()
  const table = useRef<HTMLTableElement>(null)
  const clauses = (value['clauses'] ?? []) as readonly Clause[]
  const lines = clauseLines(clauses)
  const { answered, met, total } = clauseProgress(clauses)

  const focusRow = (code: string | undefined) =>
    table.current?.querySelector<HTMLSelectElement>(`[data-clause="${code ?? ''}"]`)?.focus()

  return (
    <Section
      title="Article 28, clause by clause"
      hint="On an answer press y, p, n or a; the page number follows, and Enter leads to the next point."
      aside={
        <div className={classes.progress}>
          <progress aria-label="Points looked up" value={answered} max={total} />
          <span role="status">
            {answered} of {total} looked up, {met} in order
          </span>
        </div>
      }
    >
      <table ref={table} className={classes.clauses} aria-label="Points of Article 28">
        <thead>
          <tr>
            <th scope="col">Point</th>
            <th scope="col">In the contract?</th>
            <th scope="col">Page</th>
            <th scope="col">Note, or why it does not apply</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <ClauseRow
              key={line.term.code}
              line={line}
              disabled={disabled}
              onChange={(changes) => change({ clauses: withClause(clauses, line.term.code, changes) })}
              onNext={() => focusRow(lines[index + 1]?.term.code)}
            />
          ))}
        </tbody>
      </table>
    </Section>
  )
}
