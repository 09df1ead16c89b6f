import { Checkbox } from '@mantine/core'
import { useEngineCommand } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { useTerms } from '#renderer/ui/terms/useTerms.ts'
import type { SearchEntry } from '#shared/registers/searches/search.fields.ts'
import classes from './search-record.module.css'
import { SearchRow } from './SearchRow.tsx'

type SearchTableProps = {
  readonly request: string
  readonly entries: readonly SearchEntry[]
  readonly chosen: ReadonlySet<string>
  readonly canEdit: boolean
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

const COLUMNS = [
  'Place',
  'Who searches',
  'Searched for',
  'From',
  'To',
  'Asked',
  'Answer by',
  'Received',
  'Came of it',
  'Pages',
  'Chased',
]

/** The search record as a table whose cells are typed into; each is kept when it is left. */
export function SearchTable({ request, entries, chosen, canEdit, onChoose }: SearchTableProps) {
  const { byId } = useTerms()
  const save = useEngineCommand('records.change')
  const isAll = entries.every(({ id }) => chosen.has(id))
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    onChoose(next)
  }
  return (
    <>
      {save.error && (
        <p role="alert" className={classes.problem}>
          {sentenceOf(save.error)}
        </p>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table that scrolls is reached by the keyboard */}
      <div className={classes.frame} role="region" aria-label="Search record as a table" tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">
                <Checkbox
                  aria-label="Choose every search"
                  checked={isAll}
                  indeterminate={!isAll && chosen.size > 0}
                  onChange={() => onChoose(isAll ? new Set() : new Set(entries.map(({ id }) => id)))}
                />
              </th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <SearchRow
                key={entry.id}
                request={request}
                entry={entry}
                systemName={(id) => byId.get(id as never)?.name}
                isChosen={chosen.has(entry.id)}
                canEdit={canEdit}
                onChoose={(isChosen) => choose(entry.id, isChosen)}
                onChange={(changes) => save.mutate({ register: 'searches', id: entry.id, changes })}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
