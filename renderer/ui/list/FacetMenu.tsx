import { Popover } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import classes from './list.module.css'

type MenuButtonProps = {
  readonly label: string
  /** What is chosen, or nothing when it makes no difference. */
  readonly chosen?: string | undefined
  readonly width?: number
  /** Drawn only while open. */
  readonly children: (close: () => void) => ReactNode
}

/** A small button that opens a panel of choices. */
export function MenuButton({ label, chosen, width = 250, children }: MenuButtonProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" width={width} trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes.facet}
          data-set={chosen ? '' : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <span>{chosen ? `${label}: ${chosen}` : label}</span>
          <IconChevronDown size={13} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={label}>
        {isOpen && children(() => setOpen(false))}
      </Popover.Dropdown>
    </Popover>
  )
}

export type FacetOption<Value extends string> = {
  readonly value: Value
  readonly label: string
  readonly short?: string
  readonly quiet?: string | undefined
}

type FacetMenuProps<Value extends string> = {
  readonly label: string
  readonly options: readonly FacetOption<Value>[]
  readonly chosen: readonly Value[]
  readonly onChange: (chosen: Value[]) => void
}

const MANY = 10

/** A filter by some of several values; long lists can be searched. */
export function FacetMenu<Value extends string>({ label, options, chosen, onChange }: FacetMenuProps<Value>) {
  const words = options
    .filter(({ value }) => chosen.includes(value))
    .map((option) => option.short ?? option.label)
  const toggle = (value: Value) =>
    onChange(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value])
  return (
    <MenuButton
      label={label}
      chosen={words.join(', ') || (chosen.length > 0 ? String(chosen.length) : undefined)}
    >
      {() => (
        <Options
          label={label}
          options={options}
          chosen={chosen}
          onToggle={toggle}
          onClear={() => onChange([])}
        />
      )}
    </MenuButton>
  )
}

type OptionsProps<Value extends string> = {
  readonly label: string
  readonly options: readonly FacetOption<Value>[]
  readonly chosen: readonly Value[]
  readonly onToggle: (value: Value) => void
  readonly onClear: () => void
}

function Options<Value extends string>({ label, options, chosen, onToggle, onClear }: OptionsProps<Value>) {
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const shown = options.filter((option) => option.label.toLowerCase().includes(wanted)).slice(0, 200)
  return (
    <>
      {options.length > MANY && (
        <input
          className={classes.optionSearch}
          placeholder="Find"
          aria-label={`Find in ${label}`}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <div className={classes.options} role="group" aria-label={label}>
        {shown.map(({ value, label: words, quiet }) => (
          <label key={value}>
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => onToggle(value)} />
            {words}
            {quiet && <span className={classes.quiet}>{quiet}</span>}
          </label>
        ))}
        {shown.length === 0 && <span>Nothing matches</span>}
      </div>
      {chosen.length > 0 && (
        <button type="button" className={classes.facet} onClick={onClear}>
          Clear
        </button>
      )}
    </>
  )
}
