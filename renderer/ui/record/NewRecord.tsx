import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { sentenceOf } from '#renderer/api/engine.ts'
import classes from './new-record.module.css'
import { focusOnce } from './focus-once.ts'
import { useIsReadOnly } from './useIsReadOnly.ts'

type NewRecordProps = {
  /** The button: "New organisation". */
  readonly label: string
  /** The field: "Legal name". */
  readonly nameLabel: string
  /** Another question that has to be answered first. */
  readonly beside?: ReactNode
  /** The name is asked for at once. */
  readonly startsOpen?: boolean
  /** Told when the person lets go. */
  readonly onClose?: () => void
  readonly onCreate: (name: string) => Promise<unknown>
}

/** A button that opens into a name: Enter makes the record, Escape lets go. */
export function NewRecord(props: NewRecordProps) {
  const { label, nameLabel, beside, startsOpen = false, onClose, onCreate } = props
  const [isOpen, setOpen] = useState(startsOpen)
  const [name, setName] = useState('')
  const [error, setError] = useState<string>()
  const isReadOnly = useIsReadOnly()
  const close = () => {
    setOpen(false)
    setName('')
    setError(undefined)
  }
  const letGo = () => {
    close()
    onClose?.()
  }
  if (!isOpen || isReadOnly)
    return (
      <Button leftSection={<IconPlus size={14} />} disabled={isReadOnly} onClick={() => setOpen(true)}>
        {label}
      </Button>
    )
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        onCreate(name.trim()).then(close, (failure: unknown) => setError(sentenceOf(failure)))
      }}
    >
      <TextInput
        aria-label={nameLabel}
        placeholder={nameLabel}
        value={name}
        error={error}
        ref={focusOnce}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && letGo()}
      />
      {beside}
      <Button type="submit" disabled={name.trim() === ''}>
        Add
      </Button>
      <Button variant="default" onClick={letGo}>
        Cancel
      </Button>
    </form>
  )
}
