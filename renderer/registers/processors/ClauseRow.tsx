import { useAnswerKeys } from '#renderer/ui/described/useAnswerKeys.ts'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { CLAUSE_ANSWERS, type ClauseAnswer } from '#shared/registers/processors/processor.choices.ts'
import type { Clause, ClauseLine } from '#shared/registers/processors/clauses.ts'
import classes from './processors.module.css'

type ClauseRowProps = {
  readonly line: ClauseLine
  readonly disabled: boolean
  readonly onChange: (changes: Partial<Omit<Clause, 'id' | 'clause'>>) => void
  readonly onNext: () => void
}

/** One point of Article 28: its answer, its page in the contract, and a note. */
export function ClauseRow({ line: { term, clause }, disabled, onChange, onNext }: ClauseRowProps) {
  const { row, onAnswerKey, onEnter } = useAnswerKeys<HTMLTableRowElement>(
    (answer) => onChange({ answer }),
    (answer) => (answer === 'notApplicable' ? 'because' : 'page'),
    onNext,
  )
  const isSetAside = clause.answer === 'notApplicable'
  return (
    <tr ref={row} data-answer={clause.answer ?? undefined}>
      <th scope="row">
        {term.label}
        <span className={classes.citation}>
          {term.citation}
          {term.note && ` · ${term.note}`}
        </span>
        {term.check && <span className={classes.check}>{term.check}</span>}
      </th>
      <td>
        <select
          className={classes.answer}
          data-clause={term.code}
          aria-label={`In the contract? ${term.label}`}
          value={clause.answer ?? ''}
          disabled={disabled}
          onKeyDown={onAnswerKey}
          onChange={(event) =>
            onChange({ answer: (event.currentTarget.value || null) as ClauseAnswer | null })
          }
        >
          <option value="">Not looked up</option>
          {CLAUSE_ANSWERS.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </td>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the cell hears Enter of its own field */}
      <td data-place="page" onKeyDown={onEnter}>
        <TextField
          label=""
          ariaLabel={`Page: ${term.label}`}
          value={clause.page}
          disabled={disabled}
          onCommit={(page) => onChange({ page })}
        />
      </td>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the cell hears Enter of its own field */}
      <td data-place="because" onKeyDown={onEnter}>
        <TextField
          label=""
          ariaLabel={`${isSetAside ? 'Because' : 'Note'}: ${term.label}`}
          placeholder={isSetAside ? 'Not applicable, because …' : ''}
          value={isSetAside ? clause.because : clause.note}
          disabled={disabled}
          onCommit={(text) => onChange(isSetAside ? { because: text } : { note: text })}
        />
      </td>
    </tr>
  )
}
