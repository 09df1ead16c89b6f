import { useId } from 'react'
import { FieldEditor } from '#renderer/ui/described/fields/FieldEditor.tsx'
import { useNaming } from '#renderer/ui/described/fields/useNaming.ts'
import recordClasses from '#renderer/ui/record/record.module.css'
import { inGroups } from '#shared/in-groups.ts'
import { textOf } from '#shared/described/words.ts'
import type { Field } from '#shared/described/field.ts'
import type { RequestDraft } from '#shared/registers/requests/intake/draft.ts'
import type { IntakeField, Proposal } from '#shared/registers/requests/intake/message-reading.ts'
import { REQUEST_FIELDS } from '#shared/registers/requests/request.fields.ts'
import classes from './intake.module.css'
import type { Reading } from './useIntake.ts'

type Name = Exclude<IntakeField, 'organisationId'>

type ProposedFieldProps = {
  readonly name: Name
  readonly reading: Reading
  readonly draft: RequestDraft
  readonly onChange: (changes: Partial<RequestDraft>) => void
  readonly onLook: (quote: string | null) => void
}

/** One field of the request, with the words of the message it was proposed from below it. */
export function ProposedField({ name, reading, draft, onChange, onLook }: ProposedFieldProps) {
  const field: Field = { ...(REQUEST_FIELDS[name] as Field), hint: '' }
  const naming = useNaming()
  const quotes = reading.proposals.filter((one) => one.field === name)
  const isList = Array.isArray(draft[name])
  return (
    <div
      className={field.wide ? recordClasses.wide : undefined}
      data-field={name}
      onFocus={() => onLook(quotes[0]?.quote ?? null)}
    >
      <FieldEditor
        field={field}
        name={name}
        value={draft[name]}
        disabled={false}
        onChange={(value) => onChange({ [name]: value })}
      />
      <ProposalsOf
        field={name}
        reading={reading}
        wordsOf={(value) =>
          textOf(field, isList ? [value] : value, (kind, id) => (kind === 'country' ? id : naming(id)))
        }
        value={draft[name]}
        {...(!isList && { onUse: (value: Proposal['value']) => onChange({ [name]: value }) })}
        onLook={onLook}
      />
    </div>
  )
}

type ProposalsOfProps = {
  readonly field: IntakeField
  readonly reading: Reading
  readonly wordsOf: (value: Proposal['value']) => string
  readonly value: unknown
  /** Takes another of the proposals; absent where several stand together. */
  readonly onUse?: (value: Proposal['value']) => void
  readonly onLook: (quote: string | null) => void
}

/** Why a field holds what it does, with the words it rests on, and what else the message might mean. */
export function ProposalsOf({ field, reading, wordsOf, value, onUse, onLook }: ProposalsOfProps) {
  const id = useId()
  const proposals = reading.proposals.filter((one) => one.field === field)
  if (proposals.length === 0) return null
  const isIn = (one: Proposal) =>
    Array.isArray(value) ? value.includes(one.value) : String(value).includes(String(one.value))
  // Several values may rest on the same words, as when companies share an address: the words stand once.
  const groups = [...inGroups(proposals, ({ quote, why }) => `${quote}\n${why}`).values()]
  return (
    <ul className={classes.quotes} aria-label="What this rests on" id={id}>
      {groups.map((group) => (
        <li key={group[0]!.quote + group[0]!.why}>
          <button
            type="button"
            className={classes.quote}
            title="Show these words in the message"
            onClick={() => onLook(group[0]!.quote)}
          >
            “{shorter(group[0]!.quote)}”
          </button>{' '}
          {group[0]!.why}
          {!group[0]!.isSure && <strong> To be checked.</strong>}
          {onUse && (
            <div className={classes.uses}>
              {group
                .filter((one) => !isIn(one))
                .map((one) => (
                  <button
                    key={one.value}
                    type="button"
                    className={classes.use}
                    onClick={() => onUse(one.value)}
                  >
                    Use {wordsOf(one.value)}
                  </button>
                ))}
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

const SHOWN = 120

function shorter(quote: string): string {
  const line = quote.replaceAll(/\s+/gu, ' ')
  return line.length > SHOWN ? `${line.slice(0, SHOWN)} …` : line
}
