import { ChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { DayField } from '#renderer/ui/fields/DayField.tsx'
import { LinesField } from '#renderer/ui/fields/LinesField.tsx'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import classes from '#renderer/ui/record/record.module.css'
import { Fields } from '#renderer/ui/record/Section.tsx'
import { type DataClass, Medium, Standing } from '#shared/registers/vocabulary/term.schema.ts'
import { useTerm } from './term-record.ts'

const CLASSES: { value: DataClass; label: string }[] = [
  { value: 'ordinary', label: 'Ordinary' },
  { value: 'special', label: 'Special category' },
  { value: 'criminal', label: 'Criminal offence' },
]

/** The words of a term and what its list asks to know of it. */
export function TermFields() {
  const { value, disabled, errors, change } = useTerm()
  return (
    <Fields>
      <TextField
        label="Name"
        hint="A new name shows at once wherever the term is used"
        value={value.name}
        disabled={disabled}
        error={errors['name']}
        onCommit={(name) => change({ name })}
      />
      <DayField
        label="Not to be chosen since"
        hint="Records that use it keep it"
        value={value.deprecatedOn}
        disabled={disabled}
        error={errors['deprecatedOn']}
        onChange={(deprecatedOn) => change({ deprecatedOn })}
      />
      <div className={classes.wide}>
        <TextField
          label="Description"
          long
          value={value.description}
          disabled={disabled}
          onCommit={(description) => change({ description })}
        />
      </div>
      <LinesField
        label="Synonyms"
        one="synonym"
        value={value.synonyms}
        disabled={disabled}
        onChange={(synonyms) => change({ synonyms })}
      />
      <Attributes />
    </Fields>
  )
}

function Attributes() {
  const { value, disabled, change } = useTerm()
  switch (value.vocabulary) {
    case 'data':
      return (
        <ChoiceField
          label="Class unless an activity says otherwise"
          options={CLASSES}
          value={value.dataClass ?? 'ordinary'}
          disabled={disabled}
          onChange={(dataClass) => change({ dataClass })}
        />
      )
    case 'systems':
      return (
        <>
          <ChoiceField
            label="Held on"
            options={[...Medium.options]}
            value={value.medium ?? 'electronic'}
            disabled={disabled}
            onChange={(medium) => change({ medium })}
          />
          <Whereabouts />
        </>
      )
    case 'recipients':
      return (
        <>
          <TextField
            label="Legal name"
            value={value.citation}
            disabled={disabled}
            onCommit={(citation) => change({ citation })}
          />
          <Whereabouts />
        </>
      )
    case 'statutes':
      return (
        <>
          <TextField
            label="How it is cited"
            value={value.citation}
            disabled={disabled}
            onCommit={(citation) => change({ citation })}
          />
          <ChoiceField
            label="Standing"
            options={[...Standing.options]}
            value={value.standing ?? 'unspecified'}
            disabled={disabled}
            onChange={(standing) => change({ standing })}
          />
        </>
      )
    case 'people':
    case 'sources':
    case 'measures':
    case 'functions':
      return null
  }
}

function Whereabouts() {
  const { value, disabled, change } = useTerm()
  return (
    <>
      <TextField
        label="Where it is"
        value={value.location}
        disabled={disabled}
        onCommit={(location) => change({ location })}
      />
      <DayField
        label="Known as of"
        value={value.locationAsOf}
        disabled={disabled}
        onChange={(locationAsOf) => change({ locationAsOf })}
      />
      <TextField
        label="Country"
        value={value.country}
        disabled={disabled}
        onCommit={(country) => change({ country })}
      />
    </>
  )
}
