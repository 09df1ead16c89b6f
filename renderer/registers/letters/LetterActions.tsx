import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { putOnClipboard } from '#renderer/ui/clipboard.ts'
import { useToday } from '#renderer/ui/useNow.ts'
import type { Letter } from '#shared/registers/letters/letter.schema.ts'
import { textOfLetter } from '#shared/registers/letters/letter-words.ts'
import { findRequestLetter } from '#shared/registers/requests/letters.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import classes from './letters.module.css'
import { SendLetterDialog } from './SendLetterDialog.tsx'
import { useSaveLetter, type WhichLetter } from './useSaveLetter.ts'

type LetterActionsProps = {
  readonly letter: Letter
  readonly which: WhichLetter
}

/** Copies the letter, saves it as a file, and keeps it in the record as made or sent. */
export function LetterActions({ letter, which }: LetterActionsProps) {
  const today = useToday()
  const { canEdit } = useCanEdit()
  const { save, isPending } = useSaveLetter()
  const note = useEngineCommand('letters.record')
  const [isSending, setSending] = useState(false)
  const requestKind = which.register === 'requests' ? findRequestLetter(which.letter) : undefined

  const record = (sentOn: PlainDate | null) =>
    note.mutateAsync({ ...which, sentOn }).then(
      () =>
        notifications.show({ message: sentOn ? 'Noted as made and sent today.' : 'Noted as made today.' }),
      (error: unknown) =>
        notifications.show({ color: 'red', title: 'That did not work', message: sentenceOf(error) }),
    )
  const copy = () => {
    putOnClipboard(textOfLetter(letter))
    notifications.show({ message: 'The letter is on the clipboard as text.' })
  }
  const name = [letter.reference, which.letter].filter(Boolean).join(' ')
  return (
    <div className={classes.actions}>
      <Button variant="default" onClick={copy}>
        Copy as text
      </Button>
      <Button variant="default" loading={isPending} onClick={() => void save(which, 'pdf', name)}>
        Save as PDF…
      </Button>
      <Button variant="default" loading={isPending} onClick={() => void save(which, 'docx', name)}>
        Save as Word document…
      </Button>
      <Button variant="default" disabled={!canEdit || note.isPending} onClick={() => void record(null)}>
        Note as made
      </Button>
      {requestKind ? (
        <Button disabled={!canEdit} onClick={() => setSending(true)}>
          Record as sent…
        </Button>
      ) : (
        <Button variant="default" disabled={!canEdit || note.isPending} onClick={() => void record(today)}>
          Note as sent today
        </Button>
      )}
      {isSending && requestKind && (
        <SendLetterDialog
          id={which.id}
          kind={requestKind}
          version={which.version}
          letter={letter}
          onClose={() => setSending(false)}
        />
      )}
    </div>
  )
}
