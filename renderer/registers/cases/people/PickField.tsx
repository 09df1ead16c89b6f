import { Select } from '@mantine/core'
import { useRef } from 'react'

type PickFieldProps<Value extends string> = {
  readonly label: string
  readonly placeholder: string
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly value: Value | null
  readonly disabled: boolean
  readonly error: string | undefined
  readonly onChange: (value: Value | null) => void
}

/** One of a short list, or none; a few letters and Enter pick one. */
export function PickField<Value extends string>({ options, onChange, ...rest }: PickFieldProps<Value>) {
  const typed = useRef('')
  // What stands there already, typed once more, opens the whole list at its first line: Enter means what was typed.
  const meant = (value: Value | null) => {
    const said = options.find(({ label }) => label.toLowerCase() === typed.current.trim().toLowerCase())
    return said && value === options[0]?.value ? said.value : value
  }
  return (
    <Select
      {...rest}
      data={[...options]}
      searchable
      onFocus={({ currentTarget }) => {
        typed.current = ''
        currentTarget.select()
      }}
      onInput={({ currentTarget }) => {
        typed.current = currentTarget.value
      }}
      clearable
      allowDeselect={false}
      selectFirstOptionOnChange
      nothingFoundMessage="Nothing by this name"
      clearButtonProps={{ 'aria-label': `Clear ${rest.label}` }}
      onChange={(value) => onChange(meant(value as Value | null))}
    />
  )
}
