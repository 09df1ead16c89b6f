import type { ReactNode } from 'react'
import type { Answer } from '#shared/answer.ts'
import { AnswerField } from '#renderer/ui/AnswerField.tsx'
import { ChoicesField, OptionalChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { DayField } from '#renderer/ui/fields/DayField.tsx'
import { LinesField } from '#renderer/ui/fields/LinesField.tsx'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { TermField } from '#renderer/ui/terms/TermField.tsx'
import { TermsField } from '#renderer/ui/terms/TermsField.tsx'
import type { Tally } from '#shared/described/field.ts'
import { COUNTRIES } from '#shared/law/countries.ts'
import type { TermId } from '#shared/registers/vocabulary/term.schema.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import classes from './described-fields.module.css'
import type { FieldEditorProps } from './field-editor-props.ts'
import { Described } from './Described.tsx'
import { FieldHint } from './FieldHint.tsx'
import { FilesSlot } from './FilesSlot.tsx'
import { ItemsField } from './ItemsField.tsx'
import { LinksField } from './LinksField.tsx'
import { MomentField } from './MomentField.tsx'
import { NumberField } from './NumberField.tsx'
import { SetElsewhere } from './SetElsewhere.tsx'
import { TallyField } from './TallyField.tsx'
import { YesNoUnknown } from './YesNoUnknown.tsx'

const COUNTRY_OPTIONS = COUNTRIES.map(({ code, name }) => ({ value: code, label: name }))

/** Edits any kind of field of a described register. */
export function FieldEditor(props: FieldEditorProps): ReactNode {
  const { field, value, disabled, error, name = '', onChange } = props
  const { label } = field
  const hint = field.hint || field.citation ? <FieldHint field={field} /> : undefined
  const common = { label, hint, disabled, error }
  if (field.kind === 'files') return <FilesSlot field={field} name={name} value={value} disabled={disabled} />
  if (field.setBy) return <SetElsewhere field={field} value={value} />
  switch (field.kind) {
    case 'line':
    case 'passage':
      return (
        <TextField {...common} long={field.kind === 'passage'} value={value as string} onCommit={onChange} />
      )
    case 'lines':
      return (
        <Described hint={hint} error={error}>
          <LinesField
            label={label}
            one="line"
            value={value as string[]}
            disabled={disabled}
            onChange={onChange}
          />
        </Described>
      )
    case 'number':
      return <NumberField {...common} value={value as number | null} onChange={onChange} />
    case 'yesNo':
      return <YesNoUnknown {...common} value={value as boolean | null} onChange={onChange} />
    case 'day':
      return <DayField {...common} value={value as PlainDate | null} onChange={onChange} />
    case 'moment':
      return <MomentField {...common} value={value as Instant | null} onChange={onChange} />
    case 'tally':
      return <TallyField {...common} value={value as Tally} onChange={onChange} />
    case 'choice':
      return (
        <OptionalChoiceField
          {...common}
          placeholder="Not known yet"
          options={optionsOf(field.choices)}
          value={value as string | null}
          onChange={onChange}
        />
      )
    case 'choices':
      return (
        <ChoicesField
          {...common}
          options={optionsOf(field.choices)}
          value={value as string[]}
          onChange={onChange}
        />
      )
    case 'country':
      return (
        <OptionalChoiceField
          {...common}
          placeholder="Not known yet"
          options={COUNTRY_OPTIONS}
          value={value as string | null}
          onChange={onChange}
        />
      )
    case 'countries':
      return (
        <ChoicesField {...common} options={COUNTRY_OPTIONS} value={value as string[]} onChange={onChange} />
      )
    case 'link':
      return (
        <LinksField
          {...common}
          register={field.register}
          relation={field.relation}
          single
          value={value === null ? [] : [value as string]}
          onChange={(ids) => onChange(ids.at(-1) ?? null)}
        />
      )
    case 'links':
      return (
        <LinksField
          {...common}
          register={field.register}
          relation={field.relation}
          value={value as string[]}
          onChange={onChange}
        />
      )
    case 'term':
      return (
        <Described error={error}>
          <TermField
            label={label}
            hint={hint}
            vocabulary={field.vocabulary}
            value={value as TermId | null}
            disabled={disabled}
            onChange={onChange}
          />
        </Described>
      )
    case 'terms':
      return (
        <Described error={error}>
          <TermsField
            label={label}
            hint={hint}
            vocabulary={field.vocabulary}
            value={value as TermId[]}
            disabled={disabled}
            onChange={onChange}
          />
        </Described>
      )
    case 'items':
      return (
        <Described error={error}>
          <ItemsField
            Editor={FieldEditor}
            field={field}
            name={name}
            value={value as never}
            disabled={disabled}
            onChange={onChange}
          />
        </Described>
      )
    case 'kept':
      return <SetElsewhere field={field} value={value} />
    case 'answer':
      return (
        <AnswerField
          label={label}
          hint={hint}
          answer={value as Answer<unknown>}
          blank={field.of.blank}
          disabled={disabled}
          error={error}
          onChange={onChange}
        >
          {(inner, set) => (
            <div className={classes.bare}>
              <FieldEditor
                field={{ ...field.of, hint: '', citation: '' }}
                value={inner}
                disabled={disabled}
                onChange={set}
              />
            </div>
          )}
        </AnswerField>
      )
  }
}

type Offered = ReadonlyArray<{ readonly value: string; readonly label: string }>

const optionsOf = (choices: Offered) => choices.map(({ value, label }) => ({ value, label }))
