import { ActionIcon, Button } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Evidence } from '#shared/records/record.ts'
import { TextField } from '../fields/TextField.tsx'
import classes from './evidence.module.css'
import { Fields } from './Section.tsx'

type EvidenceEditorProps = {
  readonly evidence: readonly Evidence[]
  readonly disabled: boolean
  readonly onChange: (evidence: Evidence[]) => void
}

/** Where the facts of a record come from: the document and its words. */
export function EvidenceEditor({ evidence, disabled, onChange }: EvidenceEditorProps) {
  const [editing, setEditing] = useState<number | null>(null)
  return (
    <>
      {evidence.length === 0 && <p className={classes.quiet}>No source of the facts is recorded.</p>}
      <ul className={classes.list}>
        {evidence.map((entry, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a piece of evidence has nothing else to be known by
          <li key={index}>
            {editing === index ? (
              <EvidenceFields
                entry={entry}
                onChange={(changed) => onChange(evidence.with(index, changed))}
                onDone={() => setEditing(null)}
              />
            ) : (
              <figure>
                <figcaption>
                  <strong>{entry.fact || 'A fact'}</strong> <cite>{entry.document}</cite>
                </figcaption>
                <blockquote>{entry.quote}</blockquote>
              </figure>
            )}
            {!disabled && editing !== index && (
              <span className={classes.tools}>
                <ActionIcon aria-label={`Edit the source of ${entry.fact}`} onClick={() => setEditing(index)}>
                  <IconPencil size={15} />
                </ActionIcon>
                <ActionIcon
                  aria-label={`Remove the source of ${entry.fact}`}
                  onClick={() => onChange(evidence.toSpliced(index, 1))}
                >
                  <IconTrash size={15} />
                </ActionIcon>
              </span>
            )}
          </li>
        ))}
      </ul>
      {!disabled && (
        <Button
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => {
            onChange([...evidence, { fact: '', document: '', quote: '' }])
            setEditing(evidence.length)
          }}
        >
          Add a source
        </Button>
      )}
    </>
  )
}

type EvidenceFieldsProps = { entry: Evidence; onChange: (entry: Evidence) => void; onDone: () => void }

function EvidenceFields({ entry, onChange, onDone }: EvidenceFieldsProps) {
  return (
    <div className={classes.fields}>
      <Fields>
        <TextField label="Fact" value={entry.fact} onCommit={(fact) => onChange({ ...entry, fact })} />
        <TextField
          label="Document"
          value={entry.document}
          onCommit={(document) => onChange({ ...entry, document })}
        />
        <TextField
          label="Its words"
          long
          value={entry.quote}
          onCommit={(quote) => onChange({ ...entry, quote })}
        />
      </Fields>
      <Button variant="default" onClick={onDone}>
        Done
      </Button>
    </div>
  )
}
