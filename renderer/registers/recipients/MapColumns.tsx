import { Button, Checkbox } from '@mantine/core'
import { ChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { IMPORT_TARGETS, type ImportTarget } from '#shared/registers/recipients/import-columns.ts'
import { type MappedList, mapped } from './mapped-list.ts'
import { countedRows, factsOf } from './list-facts.ts'
import { ReadAgain } from './ReadAgain.tsx'
import classes from './import-list.module.css'

type MapColumnsProps = {
  readonly list: MappedList
  readonly onChange: (list: MappedList) => void
  readonly onBack: () => void
  readonly onNext: () => void
}

const NAMES: readonly ImportTarget[] = ['name', 'firstName', 'lastName']

/** The second step: how the file was read, and where each of its columns goes. */
export function MapColumns({ list, onChange, onBack, onNext }: MapColumnsProps) {
  const { path, table, firstRowIsHeadings, headedTable, targets } = list
  const hasName = targets.some((target) => NAMES.includes(target))
  const isEmpty = headedTable.rows.length === 0
  return (
    <div className={classes.step}>
      <p role="status">
        {`${factsOf(table)}; ${countedRows(headedTable.rows.length)} of people. Look at the names: are all letters right?`}
      </p>
      <ReadAgain list={list} onRead={(again) => onChange(mapped(path, again, firstRowIsHeadings))} />
      {table.problems.length > 0 && (
        <ul className={classes.problems}>
          {table.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <Checkbox
        label="The first row names the columns"
        description="Without this mark the first row is taken as a person."
        checked={firstRowIsHeadings}
        onChange={(event) => onChange(mapped(path, table, event.currentTarget.checked))}
      />
      <ColumnTable list={list} onTargets={(next) => onChange({ ...list, targets: next })} />
      <div className={classes.buttons}>
        <p role="status">
          {isEmpty
            ? 'There is no row below the headings.'
            : hasName
              ? ''
              : 'Say which column holds the name: a row without one cannot be taken in.'}
        </p>
        <Button variant="default" onClick={onBack}>
          Another file
        </Button>
        <Button disabled={!hasName || isEmpty} onClick={onNext}>
          Look at the rows
        </Button>
      </div>
    </div>
  )
}

type ColumnTableProps = {
  readonly list: MappedList
  readonly onTargets: (targets: readonly ImportTarget[]) => void
}

const OPTIONS = IMPORT_TARGETS.map(({ code, label }) => ({ value: code, label }))
const SAMPLES = 3

function ColumnTable({ list, onTargets }: ColumnTableProps) {
  const { headedTable, targets } = list
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached with the keyboard
    <section className={classes.scroll} aria-label="Columns of the list" tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">For example</th>
            <th scope="col">Goes to</th>
          </tr>
        </thead>
        <tbody>
          {headedTable.headings.map((heading, column) => (
            <tr key={heading}>
              <th scope="row" className={classes.heading}>
                <bdi>{heading}</bdi>
              </th>
              <td>
                <Samples texts={headedTable.rows.map(({ cells }) => cells[column] ?? '')} />
              </td>
              <td className={classes.target}>
                <ChoiceField
                  ariaLabel={`“${heading}” goes to`}
                  options={OPTIONS}
                  value={targets[column] ?? 'leaveOut'}
                  onChange={(target: ImportTarget) => onTargets(targets.with(column, target))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Samples({ texts }: { readonly texts: readonly string[] }) {
  const some = [...new Set(texts.filter((text) => text.trim() !== '').slice(0, 40))].slice(0, SAMPLES)
  return (
    <span className={classes.samples}>
      {some.map((text) => (
        <bdi key={text}>{text.slice(0, 120)}</bdi>
      ))}
      {some.length === 0 && <span>Nothing in any row</span>}
    </span>
  )
}
