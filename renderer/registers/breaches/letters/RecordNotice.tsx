import { Button, Checkbox, Group, Modal, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { MomentField } from '#renderer/ui/described/fields/MomentField.tsx'
import { readNow } from '#renderer/ui/useNow.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import type { Input } from '#shared/rpc/contract.ts'
import type { Instant } from '#shared/time/instant.ts'
import classes from './letters-page.module.css'

type RecordNoticeProps = {
  readonly breach: Breach
  readonly what: Pick<Input<'breaches.recordNotices'>, 'kind' | 'recipients' | 'controller'>
  readonly title: string
  readonly onClose: () => void
}

/** Asks when and how letters or a notice were sent, and keeps them as they read now. */
export function RecordNotice(props: RecordNoticeProps) {
  return (
    <Modal opened onClose={props.onClose} title={props.title} size="lg">
      <RecordForm {...props} />
    </Modal>
  )
}

function RecordForm({ breach, what, onClose }: RecordNoticeProps) {
  const record = useEngineCommand('breaches.recordNotices')
  const [sentAt, setSentAt] = useState<Instant | null>(readNow)
  const [how, setHow] = useState('')
  const [marksTold, setMarksTold] = useState(true)
  const isLetters = what.kind === 'letters'
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const marks = isLetters && marksTold && sentAt !== null
    const { count } = await record.mutateAsync({ id: breach.id, ...what, sentAt, how, marksTold: marks })
    notifications.show({
      message: isLetters
        ? `Kept as sent to ${count === 1 ? '1 person' : `${count} people`}.`
        : 'Kept as it was sent.',
    })
    onClose()
  }
  return (
    <form className={classes.form} onSubmit={(event) => void save(event).catch(() => undefined)}>
      <p>
        The wording is kept as it reads now. It cannot be changed or taken back afterwards; what is sent later
        is recorded beside it.
      </p>
      <MomentField
        label="Sent"
        hint="Empty the day when it is made and not sent yet"
        value={sentAt}
        disabled={false}
        onChange={setSentAt}
      />
      <TextInput
        data-autofocus
        label="How"
        description="For example first class post, by hand, the website and two newspapers"
        maxLength={500}
        value={how}
        onChange={(event) => setHow(event.currentTarget.value)}
      />
      {isLetters && (
        <Checkbox
          label="Mark these people as told by letter at that time"
          checked={marksTold && sentAt !== null}
          disabled={sentAt === null}
          onChange={(event) => setMarksTold(event.currentTarget.checked)}
        />
      )}
      {record.error && <p role="alert">{sentenceOf(record.error)}</p>}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={record.isPending}>
          Record
        </Button>
      </Group>
    </form>
  )
}
