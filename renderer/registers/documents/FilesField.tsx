import { Button } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { FilesPartProps } from '#renderer/ui/described/fields/files-part.ts'
import { FieldGroup } from '#renderer/ui/described/fields/FieldGroup.tsx'
import { useFileDrop } from '#renderer/ui/useFileDrop.ts'
import { AttachProgress } from './AttachProgress.tsx'
import { FileRow } from './FileRow.tsx'
import classes from './files.module.css'
import { useAttaching } from './useAttaching.ts'

/** The files attached to a record: attached with a button or let fall here, described, saved and taken off. */
export function FilesField({ owner, field, name, files, disabled }: FilesPartProps) {
  const attaching = useAttaching(owner, name)
  const [said, setSaid] = useState('')
  const attachButton = useRef<HTMLButtonElement>(null)
  const isBusy = attaching.position !== null
  const canTake = !disabled && !isBusy

  const drop = useFileDrop(canTake, attaching.takeDropped)

  return (
    <FieldGroup
      label={field.label}
      hint={field.hint ?? 'Kept encrypted with the register, and never changed. Up to 2 GB each.'}
      disabled={disabled}
    >
      <div {...drop} className={classes.place}>
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
