import { Button, Checkbox, MultiSelect, TagsInput } from '@mantine/core'
import { useCanEdit } from '#renderer/api/editing.ts'
import { ChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { Doing } from '../Doing.tsx'
import type { Source } from '../draft/draft.ts'
import { likelyMatchColumns } from '../draft/person-values.ts'
import type { ExportWork } from '../draft/useExport.ts'
import classes from '../portability.module.css'
import type { Looking } from '../preview/useLooking.ts'
import { RowCounts } from './RowCounts.tsx'

type RowsStepProps = { readonly work: ExportWork; readonly looking: Looking }

/** The third step: which rows are the person's. */
export function RowsStep({ work, looking }: RowsStepProps) {
  const { canEdit } = useCanEdit()
  const { draft, person, proposed } = work
  if (draft.sources.length === 0)
    return (
      <p className={classes.none}>
        Add a file first. Then it is said here which of its rows are the person’s.
      </p>
    )
  const others = proposed.filter((value) => !person.includes(value))
  return (
    <div className={classes.scroll}>
      <div className={classes.person}>
        <TagsInput
          data-part="first"
          label="The person, as the files write them"
          description="Account numbers, email addresses, names: each may stand in any column that says whose row it is. Letter case and blanks do not count."
          placeholder="Type one and press Enter"
          size="xs"
          splitChars={[]}
          maxTags={50}
          disabled={!canEdit}
          value={[...person]}
          onChange={(values) => work.change({ person: values })}
        />
        {others.length > 0 && canEdit && (
          <p className={classes.offers}>
            <span className={classes.quiet}>The request knows too:</span>
            {others.map((value) => (
              <Button
                key={value}
                variant="default"
                size="compact-xs"
                onClick={() => work.change({ person: [...person, value] })}
              >
                + <bdi>{value}</bdi>
              </Button>
            ))}
          </p>
        )}
      </div>
      <ul className={classes.cards} aria-label="Whose rows, file by file">
        {draft.sources.map((source, index) => (
          <li key={source.key}>
            <RowsOf source={source} index={index} work={work} canEdit={canEdit} />
          </li>
        ))}
      </ul>
      <div className={classes.lead}>
        <Button loading={looking.isLooking} onClick={() => void looking.look(false)}>
          Count the first rows
        </Button>
        <Button variant="default" disabled={looking.isLooking} onClick={() => void looking.look(true)}>
          Count every row
        </Button>
        <span className={classes.quiet}>What is decided is kept for its system first.</span>
      </div>
      {looking.isLooking && <Doing doing="Reading" progress={looking.progress} onStop={looking.stop} />}
      {looking.problem !== '' && (
        <p role="alert" className={classes.problem}>
          {looking.problem}
        </p>
      )}
    </div>
  )
}

type RowsOfProps = {
  readonly source: Source
  readonly index: number
  readonly work: ExportWork
  readonly canEdit: boolean
}

const WAYS = [
  { value: 'cutCells', label: 'Keep the row, leave out the cells about others' },
  { value: 'cutRow', label: 'Leave out the whole row' },
] as const

function RowsOf({ source, index, work, canEdit }: RowsOfProps) {
  const { look, mapping, key, holdsOnlyThePerson } = source
  const names = look.columns.map(({ name }) => name)
  const missing = mapping.matchColumns.filter((name) => !names.includes(name))
  const offers = likelyMatchColumns(look.columns, work.person).filter(
    (name) => !mapping.matchColumns.includes(name),
  )
  const change = (part: Partial<Source['mapping']>) =>
    work.changeSource(key, (now) => ({ ...now, mapping: { ...now.mapping, ...part } }))
  return (
    <article className={classes.card} aria-label={look.fileName}>
      <div className={classes.cardHead}>
        <h3>
          <bdi>{look.fileName}</bdi>
        </h3>
        <span className={classes.quiet}>{look.tables.length > 1 ? look.table : ''}</span>
        <span className={classes.grow} />
        <RowCounts work={work} index={index} />
      </div>
      <div className={classes.fields}>
        <div className={classes.long}>
          <MultiSelect
            label="Columns that say whose row it is"
            description="A row is the person’s where every filled one of them names the person."
            data={[...new Set([...names, ...missing])]}
            value={[...mapping.matchColumns]}
            searchable
            hidePickedOptions
            disabled={!canEdit}
            nothingFoundMessage="No column by this name"
            onChange={(matchColumns) => change({ matchColumns })}
          />
          {offers.length > 0 && canEdit && mapping.matchColumns.length === 0 && (
            <p className={classes.offers}>
              <span className={classes.quiet}>Perhaps:</span>
              {offers.map((name) => (
                <Button
                  key={name}
                  variant="default"
                  size="compact-xs"
                  onClick={() => change({ matchColumns: [...mapping.matchColumns, name] })}
                >
                  + <bdi>{name}</bdi>
                </Button>
              ))}
            </p>
          )}
        </div>
        <ChoiceField
          label="Rows that also name others"
          hint="Where a column that is somebody else’s is filled."
          options={[...WAYS]}
          value={mapping.rowsNamingOthers}
          disabled={!canEdit}
          onChange={(rowsNamingOthers) => change({ rowsNamingOthers })}
        />
      </div>
      {mapping.matchColumns.length === 0 && (
        <Checkbox
          label="This file holds this person only"
          description="Without a column that says whose row it is, nothing is exported until this is ticked. It holds for this file, not for the next."
          checked={holdsOnlyThePerson}
          disabled={!canEdit}
          onChange={({ currentTarget: { checked } }) =>
            work.changeSource(key, (now) => ({ ...now, holdsOnlyThePerson: checked }))
          }
        />
      )}
      {missing.length > 0 && (
        <p className={classes.problem}>
          Not in this file: {missing.join(', ')}. Choose the column that says it here.
        </p>
      )}
    </article>
  )
}
