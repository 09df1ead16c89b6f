import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { hrefFor, RouteLink } from '#renderer/app/routing.tsx'
import fieldClasses from '#renderer/ui/fields/fields.module.css'
import type { RegisterName } from '#shared/records/record.ts'
import { REGISTER_WORDS } from '#shared/records/register-words.ts'
import classes from './described-fields.module.css'

type LinksFieldProps = {
  readonly label: string
  readonly hint?: ReactNode
  readonly register: RegisterName
  /** Only our own organisations, or only others. */
  readonly relation?: 'own' | 'other' | undefined
  /** One record at most; choosing another replaces it. */
  readonly single?: boolean
  readonly value: readonly string[]
  readonly disabled: boolean
  readonly error?: string | undefined
  readonly onChange: (ids: string[]) => void
}

const MOST_SHOWN = 50

/** Records of a register: typed to find, Enter to choose; the name of a chosen one leads to it. */
export function LinksField(props: LinksFieldProps) {
  const { label, hint, register, relation, single = false, value, disabled, error, onChange } = props
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [typed, setTyped] = useState('')
  const { chosen, offered } = useLinkOptions(register, relation, typed, value)
  const { one, many } = REGISTER_WORDS[register]

  const choose = (id: string) => {
    setTyped('')
    if (single) combobox.closeDropdown()
    onChange(single ? [id] : [...value, id])
  }
  const remove = (id: string) => onChange(value.filter((other) => other !== id))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Backspace' || typed !== '' || value.length === 0) return
    event.preventDefault()
    remove(value.at(-1)!)
  }
  return (
    <Combobox store={combobox} onOptionSubmit={choose} shadow="sm">
      <Combobox.DropdownTarget>
        <PillsInput
          label={label}
          description={hint}
          labelProps={{ className: fieldClasses.label }}
          disabled={disabled}
          error={error}
          size="xs"
          onClick={() => combobox.openDropdown()}
        >
          <Pill.Group>
            {chosen.map(({ id, title }) => (
              <Pill
                key={id}
                withRemoveButton={!disabled}
                removeButtonProps={{ 'aria-label': `Remove ${title}`, 'aria-hidden': false }}
                onRemove={() => remove(id)}
              >
                <RouteLink
                  href={hrefFor(register, id)}
                  className={classes.pillLink}
                  title={`Open ${title}`}
                  onClick={(event) => event.stopPropagation()}
                >
                  {title}
                </RouteLink>
              </Pill>
            ))}
            <Combobox.EventsTarget>
              <PillsInput.Field
                aria-label={label}
                value={typed}
                type={value.length > 0 ? 'auto' : 'visible'}
                disabled={disabled}
                placeholder={disabled || value.length > 0 ? undefined : 'Type to find'}
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
        <Combobox.Options mah={260} style={{ overflowY: 'auto' }} aria-label={`${label}: ${many}`}>
          {offered.map(({ id, title }) => (
            <Combobox.Option key={id} value={id}>
              {title}
            </Combobox.Option>
          ))}
          {offered.length === 0 && <Combobox.Empty>No {one.toLowerCase()} by this name</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** The records chosen, by title, and those to choose from. */
function useLinkOptions(
  register: RegisterName,
  relation: 'own' | 'other' | undefined,
  typed: string,
  value: readonly string[],
) {
  const [text] = useDebouncedValue(typed.trim(), 60)
  const { data = [] } = useEngineQuery(
    'records.options',
    { register, text, including: [...value], limit: MOST_SHOWN + value.length },
    { keepPrevious: true },
  )
  const { data: organisations } = useEngineQuery(
    'organisations.list',
    { relation: null },
    { enabled: register === 'organisations' && relation !== undefined, keepPrevious: true },
  )
  const isRelated = (id: string) =>
    !relation ||
    !organisations ||
    organisations.some((one) => one.id === id && (one.relation === 'own') === (relation === 'own'))
  return {
    chosen: value.map((id) => ({
      id,
      title: data.find((one) => one.id === id)?.title ?? 'A record that is no longer there',
    })),
    offered: data.filter(({ id }) => !value.includes(id) && isRelated(id)),
  }
}
