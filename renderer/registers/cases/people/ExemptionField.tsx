import { Select } from '@mantine/core'
import { EXEMPTIONS, findExemption } from '#shared/law/exemptions/exemptions.ts'
import classes from './people.module.css'

/** Grounds about a request as a whole, or against withholding, are no reason to remove words. */
const NOT_OF_WORDS: ReadonlySet<string> = new Set(['request', 'search', 'timeLimit', 'disclose', 'gate'])

const GROUNDS = EXEMPTIONS.filter(({ test }) => !NOT_OF_WORDS.has(test)).map(({ code, label, citation }) => ({
  value: code,
  label: `${label} (${citation})`,
}))

type ExemptionFieldProps = {
  readonly value: string
  readonly disabled: boolean
  readonly error?: string | undefined
  readonly onChange: (code: string) => void
}

/** The exemption something rests on, with what it asks for in plain words. */
export function ExemptionField({ value, disabled, error, onChange }: ExemptionFieldProps) {
  const ground = findExemption(value)
  return (
    <div>
      <Select
        label="Exemption"
        placeholder="Which exemption?"
        searchable
        onFocus={({ currentTarget }) => currentTarget.select()}
        selectFirstOptionOnChange
        allowDeselect={false}
        clearable
        nothingFoundMessage="Nothing by this name"
        clearButtonProps={{ 'aria-label': 'Clear Exemption' }}
        disabled={disabled}
        error={error}
        data={GROUNDS}
        value={value || null}
        onChange={(code) => onChange(code ?? '')}
      />
      {ground && (ground.note !== '' || ground.check !== null) && (
        <details className={classes.hint}>
          <summary>What it asks for</summary>
          {ground.note}
          {ground.check !== null && <strong> Check: {ground.check}</strong>}
        </details>
      )}
    </div>
  )
}
