import { Autocomplete, Button, Group, Modal, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { MomentField } from '#renderer/ui/described/fields/MomentField.tsx'
import { useSecond } from '#renderer/ui/useNow.ts'
import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { phaseWords } from '#shared/registers/breaches/report/paper.ts'
import { whyNotRecorded } from '#shared/registers/breaches/report/record-report.ts'
import type { ReportPhase } from '#shared/registers/breaches/report/report-facts.ts'
import { reportTiming } from '#shared/registers/breaches/report/timing.ts'
import type { Instant } from '#shared/time/instant.ts'
import classes from './report.module.css'

type RecordSentDialogProps = {
  readonly breach: Breach
  readonly phase: ReportPhase
  readonly onClose: () => void
}

const CHANNELS = ['Online form', 'Telephone', 'Email', 'Post']

/** Records that the report went out: when, by whom and how; after the 72 hours with the reasons for the delay. */
export function RecordSentDialog({ breach, phase, onClose }: RecordSentDialogProps) {
  const record = useEngineCommand('breaches.recordReport')
  const now = useSecond()
  const [sentAt, setSentAt] = useState<Instant | null>(now)
  const [typed, setTyped] = useState({
    sentBy: '',
    channel: 'Online form',
    reference: '',
    lateBecause: breach.lateBecause,
  })
  const { due, isLate } = sentAt ? reportTiming(breach, sentAt) : { due: null, isLate: false }
  const asksWhy = phase === 'initial' && isLate
  const refusal = sentAt && whyNotRecorded(breach, { phase, sentAt, lateBecause: typed.lateBecause }, now)
  const set = (changes: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...changes }))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!sentAt) return
    await record.mutateAsync({ id: breach.id, phase, sentAt, ...typed })
    notifications.show({ message: `${phaseWords(phase)} recorded as sent on ${formatUkMoment(sentAt)}.` })
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={`Record as sent: ${phaseWords(phase).toLowerCase()}`} size="lg">
      <form className={classes.dialog} onSubmit={(event) => void save(event).catch(() => undefined)}>
        <p className={classes.quiet}>
          The answers are kept as they stand now, under a seal; nothing changes or removes them afterwards.
        </p>
        <MomentField label="Sent" value={sentAt} disabled={false} onChange={setSentAt} />
        <TextInput
          label="Sent by"
          data-autofocus
          maxLength={500}
          value={typed.sentBy}
          onChange={(event) => set({ sentBy: event.currentTarget.value })}
        />
        <Autocomplete
          label="How"
          data={CHANNELS}
          maxLength={500}
          value={typed.channel}
          onChange={(channel) => set({ channel })}
        />
        <TextInput
          label="The Commissioner’s reference"
          description="If one was given"
          maxLength={500}
          value={typed.reference}
          onChange={(event) => set({ reference: event.currentTarget.value })}
        />
        {asksWhy && due && (
          <Textarea
            required
            autosize
            minRows={2}
            label="Reasons for the delay"
            description={`The 72 hours ended on ${formatUkMoment(due)} (UK GDPR Art 33(1)).`}
            maxLength={20_000}
            value={typed.lateBecause}
            onChange={(event) => set({ lateBecause: event.currentTarget.value })}
          />
        )}
        {refusal && <p className={classes.check}>{refusal}</p>}
        {record.error && <p role="alert">{sentenceOf(record.error)}</p>}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={record.isPending} disabled={!sentAt || Boolean(refusal)}>
            Record as sent
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
