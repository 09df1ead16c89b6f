import { Button } from '@mantine/core'
import { IconChevronRight, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import recordClasses from '#renderer/ui/record/record.module.css'
import { Fields } from '#renderer/ui/record/Section.tsx'
import classes from './sections.module.css'

type TextEntry = { readonly document: string; readonly quote: string }

type EntryListProps<Entry extends TextEntry> = {
  /** What one entry is: "commitment". */
  readonly one: string
  readonly entries: readonly Entry[]
  readonly blank: Entry
  readonly disabled: boolean
  readonly fields: readonly {
    readonly key: keyof Entry & string
    readonly label: string
    readonly long?: boolean
  }[]
  readonly titleOf: (entry: Entry) => string
  readonly textOf: (entry: Entry) => string
  readonly onChange: (entries: Entry[]) => void
}

/** A list of entries made of texts, each a line that opens into its fields. */
export function EntryList<Entry extends TextEntry>(props: EntryListProps<Entry>) {
  const { one, entries, blank, disabled, fields, titleOf, textOf, onChange } = props
  const [added, setAdded] = useState<number | null>(null)
  return (
    <div className={classes.list}>
      {entries.length === 0 && <p className={recordClasses.quiet}>None recorded.</p>}
      {entries.map((entry, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- an entry has nothing else to be known by
        <details key={`${index} of ${entries.length}`} className={recordClasses.card} open={index === added}>
          <summary>
            <IconChevronRight size={14} className={recordClasses.chevron} aria-hidden />
            <span className={classes.entryWords}>
              <strong>{titleOf(entry)}</strong>
              <span>{textOf(entry)}</span>
              {entry.quote && (
                <q>
                  {entry.quote} <cite>{entry.document}</cite>
                </q>
              )}
            </span>
          </summary>
          <div className={recordClasses.cardBody}>
            <Fields>
              {fields.map(({ key, label, long = false }) => (
                <TextField
                  key={key}
                  label={label}
                  long={long}
                  value={String(entry[key])}
                  disabled={disabled}
                  onCommit={(text) => onChange(entries.with(index, { ...entry, [key]: text }))}
                />
              ))}
            </Fields>
            {!disabled && (
              <div className={recordClasses.cardFoot}>
                <Button
                  variant="default"
                  leftSection={<IconTrash size={14} />}
                  onClick={() => onChange(entries.toSpliced(index, 1))}
                >
                  Remove this {one}
                </Button>
              </div>
            )}
          </div>
        </details>
      ))}
      {!disabled && (
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => {
              setAdded(entries.length)
              onChange([...entries, blank])
            }}
          >
            Add a {one}
          </Button>
        </div>
      )}
    </div>
  )
}
