import { Button, Checkbox, Group, Modal, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { MomentField } from '#renderer/ui/described/fields/MomentField.tsx'
import { ChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { readNow } from '#renderer/ui/useNow.ts'
import type { Letter } from '#shared/registers/letters/letter.schema.ts'
import { missingIn } from '#shared/registers/letters/letter-words.ts'
import type { RequestLetterKind } from '#shared/registers/requests/letter-kinds.ts'
import { LETTER_DELIVERIES, letterLabel } from '#shared/registers/requests/sent-letter.ts'
import type { RequestLetterVersion } from '#shared/registers/requests/templates/template.schema.ts'
import type { Instant } from '#shared/time/instant.ts'
import classes from './letters.module.css'

type SendLetterDialogProps = {
  readonly id: string
  readonly kind: RequestLetterKind
  readonly version: RequestLetterVersion
  readonly letter: Letter
  readonly onClose: () => void
}

/** Keeps a letter as it was sent: when, by whom and how; with a reason while something stands in brackets. */
export function SendLetterDialog(props: SendLetterDialogProps) {
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={`Record as sent: ${letterLabel(props.kind).toLowerCase()}`}
      size="lg"
    >
      <SendForm {...props} />
    </Modal>
  )
}

type Delivery = (typeof LETTER_DELIVERIES)[number]['value']

function SendForm({ id, kind, version, letter, onClose }: SendLetterDialogProps) {
  const send = useEngineCommand('letters.send')
  const [sentAt, setSentAt] = useState<Instant | null>(readNow)
  const [how, setHow] = useState<Delivery>('post')
  const [sentBy, setSentBy] = useState('')
  const [incompleteBecause, setBecause] = useState('')
  const [setsDays, setSetsDays] = useState(true)
  const missing = missingIn(letter)
  const isReady = sentAt !== null && (missing.length === 0 || incompleteBecause.trim() !== '')
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!sentAt || !isReady) return
    await send.mutateAsync({ id, letter: kind, version, sentAt, sentBy, how, incompleteBecause, setsDays })
    notifications.show({ message: 'Kept as it was sent.' })
    onClose()
  }
  return (
    <form className={classes.form} onSubmit={(event) => void save(event).catch(() => undefined)}>
      <p>
        The letter is kept as it reads now, dated the day it was sent, with where each fact came from. Nothing
        changes or removes it afterwards.
      </p>
      {missing.length > 0 && (
        <>
          <p className={classes.warning}>
            Whoever opens it would read this in brackets: {missing.map(({ label }) => label).join('; ')}.
          </p>
          <Textarea
            required
            autosize
            minRows={2}
            label="Why it went out without that"
            description="Or close this and fill it in first"
            maxLength={20_000}
            value={incompleteBecause}
            onChange={(event) => setBecause(event.currentTarget.value)}
          />
        </>
      )}
      <MomentField label="Sent" value={sentAt} disabled={false} onChange={setSentAt} />
      <ChoiceField label="How" options={[...LETTER_DELIVERIES]} value={how} onChange={setHow} />
      <TextInput
        data-autofocus
        label="Sent by"
        description="Left empty: whoever records it"
        maxLength={500}
        value={sentBy}
        onChange={(event) => setSentBy(event.currentTarget.value)}
      />
      {kind !== 'acknowledgement' && (
        <Checkbox
          label="Also set the day in the record, where none is set"
          checked={setsDays}
          onChange={(event) => setSetsDays(event.currentTarget.checked)}
        />
      )}
      {send.error && <p role="alert">{sentenceOf(send.error)}</p>}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={send.isPending} disabled={!isReady}>
          Record as sent
        </Button>
      </Group>
    </form>
  )
}
