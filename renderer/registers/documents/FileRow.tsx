import { Button } from '@mantine/core'
import { IconCopy, IconDownload, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsAt } from '#renderer/api/as-at.ts'
import { useEngineCommand, useEngineTask } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import { putOnClipboard } from '#renderer/ui/clipboard.ts'
import type { FilesOwner } from '#renderer/ui/described/fields/files-part.ts'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import type { FileEntry } from '#shared/described/kept-fields.ts'
import { nameToSave, nameToShow, sizeInWords } from '#shared/registers/documents/document-rules.ts'
import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import classes from './files.module.css'

type FileRowProps = {
  readonly owner: FilesOwner
  readonly field: string
  readonly file: FileEntry
  readonly disabled: boolean
  /** Says what was done to those who cannot see it. */
  readonly onSaid: (sentence: string) => void
  readonly onTakenOff: () => void
}

/** One attached file: what it is, what it shows, and what can be done with it. */
export function FileRow({ owner, field, file, disabled, onSaid, onTakenOff }: FileRowProps) {
  const place = { ...owner, field, file: file.id }
  const name = nameToShow(file.name)
  const { mutate: describe, error: notDescribed } = useEngineCommand('documents.describe')
  const { mutate: detach, error: notTakenOff, isPending } = useEngineCommand('documents.detach')
  const saving = useSavingCopy(place, file.name, onSaid)
  const failure = saving.failure ?? notDescribed ?? notTakenOff
  return (
    <li className={classes.file} aria-label={name}>
      <div className={classes.head}>
        <bdi className={classes.name}>{name}</bdi>
        <span className={classes.quiet}>{sizeInWords(file.bytes)}</span>
      </div>
      <div className={classes.quiet}>
        Attached {formatUkMoment(file.addedAt)} by {file.addedBy}
      </div>
      <div className={classes.hash}>
        <span>SHA-256</span>
        <code title={file.sha256}>{file.sha256.slice(0, 16)}…</code>
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconCopy size={12} aria-hidden />}
          aria-label={`Copy the SHA-256 of ${name}`}
          onClick={() => {
            putOnClipboard(file.sha256)
            onSaid(`The SHA-256 of “${name}” was copied.`)
          }}
        >
          Copy
        </Button>
      </div>
      <TextField
        label="What it shows"
        ariaLabel={`What ${name} shows`}
        value={file.about}
        disabled={disabled}
        onCommit={(about) => describe({ ...place, about })}
      />
      {failure !== null && (
        <p role="alert" className={classes.problem}>
          {sentenceOf(failure)}
        </p>
      )}
      <div className={classes.actions}>
        <Button
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
          aria-label={`Save a copy of ${name}`}
          loading={saving.isPending}
          onClick={saving.start}
        >
          Save a copy…
        </Button>
        {!disabled && (
          <Button
            variant="subtle"
            leftSection={<IconX size={14} aria-hidden />}
            aria-label={`Take off ${name}`}
            loading={isPending}
            onClick={() =>
              detach(place, {
                onSuccess: () => {
                  onSaid(`“${name}” was taken off. Ctrl+Z puts it back.`)
                  onTakenOff()
                },
              })
            }
          >
            Take off
          </Button>
        )}
        {saving.isPending && (
          <Button variant="default" onClick={saving.stop}>
            Stop
          </Button>
        )}
      </div>
    </li>
  )
}

type FilePlace = FilesOwner & { readonly field: string; readonly file: string }

/** Asks where to, and has the file written there as it was attached. */
function useSavingCopy(place: FilePlace, name: string, onSaid: (sentence: string) => void) {
  const asAt = useAsAt()
  const { mutate, isPending, error, reset, cancel } = useEngineTask('documents.save')
  const [notAsked, setNotAsked] = useState<unknown>(null)
  const start = () => {
    setNotAsked(null)
    reset()
    shell('shell.chooseSavePath', { suggestedName: nameToSave(name), kind: 'any' }).then(({ path }) => {
      if (path === null) return
      mutate(
        { ...place, to: path, asAt },
        { onSuccess: () => onSaid(`A copy of “${name}” was written. It has the SHA-256 in the record.`) },
      )
    }, setNotAsked)
  }
  return { start, stop: cancel, isPending, failure: notAsked ?? error }
}
