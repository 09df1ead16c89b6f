import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import type { TermId, VocabularyName } from '#shared/registers/vocabulary/term.schema.ts'
import fieldClasses from '../fields/fields.module.css'
import { findTerms, isTermName } from './find-terms.ts'
import classes from './TermsField.module.css'
import { nameOfTerm, useTerms } from './useTerms.ts'

type TermsFieldProps = {
  readonly label: string
  readonly ariaLabel?: string
  readonly hint?: ReactNode
  readonly vocabulary: VocabularyName
  readonly value: readonly TermId[]
  /** Terms not to be offered, because they are chosen elsewhere. */
  readonly exclude?: readonly TermId[]
  /** One term at most; choosing another replaces it. */
  readonly single?: boolean
  readonly disabled?: boolean
  readonly placeholder?: string
  readonly onChange: (value: TermId[]) => void
}

const CREATE = 'create:'
const MOST_SHOWN = 60

/** Terms of one list of the library: typed to find, Enter to choose or to add a new one, Backspace to take the last away. */
export function TermsField(props: TermsFieldProps) {
  const {
    label,
    ariaLabel,
    hint,
    vocabulary,
    value,
    exclude = [],
    single = false,
    disabled = false,
    placeholder,
    onChange,
  } = props
  const terms = useTerms()
  const create = useEngineCommand('vocabulary.create')
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [typed, setTyped] = useState('')
  const found = combobox.dropdownOpened
    ? findTerms(terms.list, vocabulary, typed, [...value, ...exclude])
    : []
  const canCreate = typed.trim() !== '' && !isTermName(terms.list, vocabulary, typed)

  const choose = async (option: string) => {
    const id = option.startsWith(CREATE)
      ? (await create.mutateAsync({ vocabulary, name: option.slice(CREATE.length) })).id
      : (option as TermId)
    setTyped('')
    if (single) combobox.closeDropdown()
    onChange(single ? [id] : [...value, id])
  }
  const remove = (id: TermId) => onChange(value.filter((other) => other !== id))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Backspace' || typed !== '' || value.length === 0) return
    event.preventDefault()
    remove(value.at(-1)!)
  }

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(option) => void choose(option).catch(() => undefined)}
      shadow="sm"
    >
      <Combobox.DropdownTarget>
        <PillsInput
          label={label || undefined}
          description={hint}
          labelProps={{ className: fieldClasses.label }}
          disabled={disabled}
          error={create.error ? sentenceOf(create.error) : undefined}
          size="xs"
          onClick={() => combobox.openDropdown()}
        >
          <Pill.Group>
            {value.map((id) => (
              <TermPill
                key={id}
                name={nameOfTerm(terms.byId, id)}
                deprecated={Boolean(terms.byId.get(id)?.deprecatedOn)}
                disabled={disabled}
                onRemove={() => remove(id)}
              />
            ))}
            <Combobox.EventsTarget>
              <PillsInput.Field
                aria-label={ariaLabel ?? label}
                value={typed}
                type={value.length > 0 ? 'auto' : 'visible'}
                disabled={disabled}
                placeholder={
                  disabled || value.length > 0 ? undefined : (placeholder ?? 'Type to find or add')
                }
                onFocus={() => combobox.openDropdown()}
                onBlur={() => {
                  combobox.closeDropdown()
                  setTyped('')
                }}
                onChange={(event) => {
                  setTyped(event.currentTarget.value)
                  combobox.openDropdown()
                  combobox.updateSelectedOptionIndex()
                }}
                onKeyDown={onKeyDown}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={disabled}>
        <Combobox.Options mah={260} className={classes.options} aria-label={`${ariaLabel ?? label}: terms`}>
          {found.slice(0, MOST_SHOWN).map((term) => (
            <Combobox.Option key={term.id} value={term.id}>
              <span className={classes.option}>
                <span>{term.name}</span>
                <span className={classes.uses}>{term.uses > 0 ? `used ${term.uses}×` : 'not used yet'}</span>
              </span>
            </Combobox.Option>
          ))}
          {found.length > MOST_SHOWN && (
            <Combobox.Empty>{found.length - MOST_SHOWN} more: type to narrow</Combobox.Empty>
          )}
          {canCreate && (
            <Combobox.Option value={CREATE + typed.trim()}>
              Add “{typed.trim()}” to the library
            </Combobox.Option>
          )}
          {found.length === 0 && !canCreate && <Combobox.Empty>Type a name to add it</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

type TermPillProps = { name: string; deprecated: boolean; disabled: boolean; onRemove: () => void }

function TermPill({ name, deprecated, disabled, onRemove }: TermPillProps) {
  return (
    <Pill
      withRemoveButton={!disabled}
      removeButtonProps={{ 'aria-label': `Remove ${name}`, 'aria-hidden': false }}
      onRemove={onRemove}
      title={deprecated ? 'No longer to be chosen' : undefined}
    >
      {deprecated ? `${name} (deprecated)` : name}
    </Pill>
  )
}
