import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import classes from './fields.module.css'
import { TextField } from './TextField.tsx'

type LinesFieldProps = {
  readonly label: string
  /** What one line is, for the buttons: "trading name". */
  readonly one: string
  readonly value: readonly string[]
  readonly disabled?: boolean
  readonly onChange: (lines: string[]) => void
}

/** A short list of free texts. */
export function LinesField({ label, one, value, disabled = false, onChange }: LinesFieldProps) {
  return (
    <div role="group" aria-label={label} className={classes.lines}>
      <div className={classes.label}>{label}</div>
      {value.map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the lines have nothing else to be known by
        <div key={`${index} of ${value.length}`} className={classes.line}>
          <TextField
            label=""
            ariaLabel={`${one}, ${index + 1}`}
            value={line}
            disabled={disabled}
            onCommit={(text) => onChange(value.with(index, text))}
          />
          {!disabled && (
            <ActionIcon
              aria-label={`Remove ${one} ${line}`}
              onClick={() => onChange(value.filter((_, other) => other !== index))}
            >
              <IconX size={15} />
            </ActionIcon>
          )}
        </div>
      ))}
      {!disabled && (
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => onChange([...value, ''])}
          >
            Add {one}
          </Button>
        </div>
      )}
    </div>
  )
}
