import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useAsAt } from '#renderer/api/as-at.ts'
import { useEngineCommand, useEngineTask } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import { putOnClipboard } from '#renderer/ui/clipboard.ts'
import { useToday } from '#renderer/ui/useNow.ts'
import type { LetterRegister } from '#shared/registers/letters/letter.contract.ts'
import type { Letter } from '#shared/registers/letters/letter.schema.ts'
import { textOfLetter } from '#shared/registers/letters/letter-words.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import classes from './letters.module.css'

type LetterActionsProps = {
  readonly letter: Letter
  readonly register: LetterRegister
  readonly id: string
  /** Which letter it is. */
  readonly kind: string
}

/** Copies the letter, saves it as a PDF, and notes in the record that it was made or sent. */
export function LetterActions({ letter, register, id, kind }: LetterActionsProps) {
  const asAt = useAsAt()
  const today = useToday()
  const { canEdit } = useCanEdit()
  const write = useEngineTask('letters.write')
  const note = useEngineCommand('letters.record')
  const which = { register, id, letter: kind }

  const tell = (work: Promise<string | null>) =>
    work.then(
      (message) => message && notifications.show({ message }),
      (error: unknown) =>
        notifications.show({ color: 'red', title: 'That did not work', message: sentenceOf(error) }),
    )
  const save = async () => {
    const { path } = await shell('shell.chooseSavePath', {
      suggestedName: [letter.reference, kind].filter(Boolean).join(' '),
      kind: 'pdf',
    })
    if (!path) return null
    const { pages } = await write.mutateAsync({ ...which, to: path, asAt })
    return `Saved, ${pages === 1 ? '1 page' : `${pages} pages`}.`
  }
  const record = async (sentOn: PlainDate | null) => {
    await note.mutateAsync({ ...which, sentOn })
    return sentOn ? 'Noted as made and sent today.' : 'Noted as made today.'
  }
  const copy = () => {
    putOnClipboard(textOfLetter(letter))
    notifications.show({ message: 'The letter is on the clipboard as text.' })
  }
  return (
    <div className={classes.actions}>
      <Button variant="default" onClick={copy}>
        Copy as text
      </Button>
      <Button variant="default" loading={write.isPending} onClick={() => void tell(save())}>
        Save as PDF…
      </Button>
      <Button variant="default" disabled={!canEdit || note.isPending} onClick={() => void tell(record(null))}>
        Note as made
      </Button>
      <Button
        variant="default"
        disabled={!canEdit || note.isPending}
        onClick={() => void tell(record(today))}
      >
        Note as sent today
      </Button>
    </div>
  )
}
