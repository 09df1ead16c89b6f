import { useId } from 'react'
import { MenuButton } from './FacetMenu.tsx'
import classes from './list.module.css'

type OneOfMenuProps<Value extends string> = {
  readonly label: string
  /** What the choice makes, for those who hear it: "Group by". */
  readonly heard?: string
  /** What it says when nothing is chosen: "No matter". */
  readonly none: string
  readonly options: ReadonlyArray<{ readonly value: Value; readonly label: string }>
  readonly chosen: Value | null
  readonly onChange: (chosen: Value | null) => void
}

/** A small menu of which one thing at most is chosen. */
export function OneOfMenu<Value extends string>(props: OneOfMenuProps<Value>) {
  const { label, heard = label, none, options, chosen, onChange } = props
  const name = useId()
  return (
    <MenuButton label={label} chosen={options.find(({ value }) => value === chosen)?.label} width={190}>
      {() => (
        <div className={classes.options} role="radiogroup" aria-label={heard}>
          {[{ value: null, label: none }, ...options].map((option) => (
            <label key={option.value ?? ''}>
              <input
                type="radio"
                name={name}
                checked={chosen === option.value}
                onChange={() => onChange(option.value)}
              />
              {option.label}
            </label>
          ))}
        </div>
      )}
    </MenuButton>
  )
}
