import { Button } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { type DragEvent, useRef, useState } from 'react'
import type { FilesPartProps } from '#renderer/ui/described/fields/files-part.ts'
import { FieldGroup } from '#renderer/ui/described/fields/FieldGroup.tsx'
import { DROP_PLACE } from '#shared/rpc/drops.ts'
import { AttachProgress } from './AttachProgress.tsx'
import { FileRow } from './FileRow.tsx'
import classes from './files.module.css'
import { useAttaching } from './useAttaching.ts'

/** The files attached to a record: attached with a button or let fall here, described, saved and taken off. */
export function FilesField({ owner, field, name, files, disabled }: FilesPartProps) {
  const attaching = useAttaching(owner, name)
  const [said, setSaid] = useState('')
  const [isOver, setOver] = useState(false)
  const attachButton = useRef<HTMLButtonElement>(null)
  const isBusy = attaching.position !== null
  const canTake = !disabled && !isBusy

  const whileOver = (event: DragEvent) => {
    if (!canTake || !event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    setOver(true)
  }
  const drop = (event: DragEvent) => {
    setOver(false)
    if (!canTake) return
    event.preventDefault()
    attaching.takeDropped()
  }

  return (
    <FieldGroup
      label={field.label}
      hint={field.hint ?? 'Kept encrypted with the register, and never changed. Up to 2 GB each.'}
      disabled={disabled}
    >
      <div
        {...(canTake && { [DROP_PLACE]: '' })}
        className={classes.place}
        data-over={isOver || undefined}
        onDragOver={whileOver}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {files.length === 0 && (
          <p className={classes.none}>
            {disabled
              ? 'None attached.'
              : 'None attached. For example the email that went to the wrong address, a screenshot, or an export of the access log.'}
          </p>
        )}
        {files.length > 0 && (
          <ul className={classes.list}>
            {files.map((file) => (
              <FileRow
                key={file.id}
                owner={owner}
                field={name}
                file={file}
                disabled={disabled}
                onSaid={setSaid}
                onTakenOff={() => attachButton.current?.focus()}
              />
            ))}
          </ul>
        )}
        {attaching.position && (
          <AttachProgress {...attaching.position} progress={attaching.progress} onStop={attaching.stop} />
        )}
        {attaching.problems.map((problem) => (
          <p key={problem} role="alert" className={classes.problem}>
            {problem}
          </p>
        ))}
        {!disabled && (
          <div className={classes.actions}>
            <Button
              ref={attachButton}
              variant="default"
              leftSection={<IconPaperclip size={14} aria-hidden />}
              disabled={isBusy}
              onClick={attaching.choose}
            >
              Attach files…
            </Button>
            <span className={classes.quiet}>or let them fall here from the desktop</span>
          </div>
        )}
        <p role="status" className={classes.quiet}>
          {said}
        </p>
      </div>
    </FieldGroup>
  )
}
