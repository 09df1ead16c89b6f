import { Button, TextInput, Textarea } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { countOf } from '#shared/count-words.ts'
import type { ColumnRule } from '#shared/portability/column-rule.ts'
import { keyFor } from './column-keys.ts'
import { BASIS_WORDS, MEANS_WORDS, PROVENANCE_WORDS, WHOSE_WORDS } from './column-words.ts'
import classes from './columns.module.css'
import { Consequence } from './Consequence.tsx'
import { focusPart } from '../focus-part.ts'
import type { Columns } from './useColumns.ts'

type ColumnPaneProps = { readonly columns: Columns; readonly canEdit: boolean }

/** One column in full: what follows, the answers with their keys, and what its reader is told. */
export function ColumnPane({ columns, canEdit }: ColumnPaneProps) {
  const { line, selected, targets } = columns
  if (!line) return <div className={classes.pane} />
  const { look, rule, isMatch } = line
  const isMany = selected.size > 0
  return (
    <section
      className={classes.pane}
      aria-label={isMany ? 'The columns selected' : `The column ${look.name}`}
    >
      <div className={classes.paneHead}>
        <h3>{isMany ? `${countOf(targets.length, 'column')} at once` : <bdi>{look.name}</bdi>}</h3>
        <Button
          variant={isMatch ? 'light' : 'default'}
          leftSection={<IconKey size={13} aria-hidden />}
          aria-pressed={isMatch}
          disabled={!canEdit}
          title="Says whose row it is (M)"
          onClick={columns.match}
        >
          Whose row <kbd>M</kbd>
        </Button>
      </div>
      <Answers
        label="Whose"
        field="whose"
        answers={WHOSE_WORDS}
        rule={rule}
        columns={columns}
        canEdit={canEdit}
      />
      <Answers
        label="How it came about"
        field="provenance"
        answers={PROVENANCE_WORDS}
        rule={rule}
        columns={columns}
        canEdit={canEdit}
      />
      <Answers
        label="Lawful basis, Article 6(1)"
        field="basis"
        answers={BASIS_WORDS}
        rule={rule}
        columns={columns}
        canEdit={canEdit}
        isNarrow
      />
      <Answers
        label="Processed"
        field="means"
        answers={MEANS_WORDS}
        rule={rule}
        columns={columns}
        canEdit={canEdit}
      />
      {!isMany && <Consequence line={line} onAccept={canEdit ? () => columns.accept(targets) : null} />}
      {!isMany && (
        <>
          <TextInput
            data-part="called"
            label="Called in the export"
            placeholder={look.name}
            value={rule.called}
            maxLength={500}
            disabled={!canEdit}
            onChange={({ currentTarget: { value } }) => columns.write({ called: value })}
            onKeyDown={({ key }) => (key === 'Enter' || key === 'Escape') && focusPart('columns')}
          />
          <Textarea
            label="What it holds, for its reader"
            placeholder="For example: the day you joined, as you gave it"
            minRows={1}
            value={rule.about}
            maxLength={2000}
            disabled={!canEdit}
            onChange={({ currentTarget: { value } }) => columns.write({ about: value })}
            onKeyDown={({ key }) => key === 'Escape' && focusPart('columns')}
          />
          <div className={classes.values}>
            <span className={classes.label}>First values</span>
            {look.samples.map((sample) => (
              <bdi key={sample}>{sample}</bdi>
            ))}
            {look.samples.length === 0 && <span className={classes.quiet}>None in the first rows</span>}
          </div>
        </>
      )}
    </section>
  )
}

type AnswersProps<Field extends 'whose' | 'provenance' | 'basis' | 'means'> = {
  readonly label: string
  readonly field: Field
  readonly answers: readonly {
    readonly value: NonNullable<ColumnRule[Field]>
    readonly label: string
    readonly says: string
  }[]
  readonly rule: ColumnRule
  readonly columns: Columns
  readonly canEdit: boolean
  readonly isNarrow?: boolean
}

function Answers<Field extends 'whose' | 'provenance' | 'basis' | 'means'>(props: AnswersProps<Field>) {
  const { label, field, answers, rule, columns, canEdit, isNarrow = false } = props
  const said =
    columns.selected.size === 0 ? answers.find(({ value }) => value === rule[field])?.says : undefined
  return (
    <div role="group" aria-label={label} className={classes.group}>
      <span className={classes.label}>{label}</span>
      <div className={isNarrow ? classes.narrow : classes.answers}>
        {answers.map(({ value, label: word, says }) => {
          const key = keyFor({ [field]: value })
          const isSaid = columns.selected.size === 0 && rule[field] === value
          const isProposed = columns.selected.size === 0 && columns.line?.proposal[field] === value
          return (
            <button
              key={value}
              type="button"
              aria-pressed={isSaid}
              data-proposed={isProposed || undefined}
              disabled={!canEdit}
              title={`${says} (${key})`}
              onClick={() => columns.set({ [field]: value })}
            >
              <span>
                {word}
                {isNarrow && <span className="visually-hidden"> {says}</span>}
              </span>
              <kbd>{key}</kbd>
            </button>
          )
        })}
      </div>
      {isNarrow && (
        <small className={classes.quiet}>
          {said ?? 'Consent, explicit consent and contract make data portable.'}
        </small>
      )}
    </div>
  )
}
