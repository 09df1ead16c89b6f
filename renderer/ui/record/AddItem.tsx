import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { newItemId } from './items.ts'
import classes from './record.module.css'

type AddItemProps = {
  readonly label: string
  readonly firstLabel: string
  readonly isFirst: boolean
  readonly placeholder?: string
  readonly disabled: boolean
  readonly onAdd: (text: string, id: string) => void
}

/** Adds a part to a list by its words; Enter adds, and the field is ready for the next. */
export function AddItem({ label, firstLabel, isFirst, placeholder, disabled, onAdd }: AddItemProps) {
  const [text, setText] = useState('')
  if (disabled) return isFirst ? <p className={classes.quiet}>None recorded.</p> : null
  const add = () => {
    if (text.trim() === '') return
    onAdd(text.trim(), newItemId())
    setText('')
  }
  return (
    <div className={classes.add}>
      <TextInput
        label={isFirst ? firstLabel : label}
        value={text}
        placeholder={placeholder}
        className={classes.addInput}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && add()}
      />
      <Button variant="default" leftSection={<IconPlus size={14} />} onClick={add}>
        Add
      </Button>
    </div>
  )
}
