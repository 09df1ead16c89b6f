import { Button, Checkbox, Group, Modal, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefFor, navigate, RouteLink } from '#renderer/app/routing.tsx'
import { MomentField } from '#renderer/ui/described/fields/MomentField.tsx'
import { TallyField } from '#renderer/ui/described/fields/TallyField.tsx'
import { readNow } from '#renderer/ui/useNow.ts'
import type { Tally } from '#shared/described/field.ts'
import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import type { Output } from '#shared/rpc/contract.ts'
import type { Instant } from '#shared/time/instant.ts'
import classes from './breaches.module.css'

/** Logs a suspected breach over any page: what happened, when and by whom it was noticed, how many people, near miss or not. */
export function LogBreachDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title="Log a suspected breach or near miss" size="lg">
      <LogForm onClose={onClose} />
    </Modal>
  )
}

const UNKNOWN: Tally = { state: 'unknown', from: null, to: null }

function LogForm({ onClose }: { readonly onClose: () => void }) {
  const log = useEngineCommand('breaches.log')
  const { canEdit, because } = useCanEdit()
  const [what, setWhat] = useState('')
  const [noticedAt, setNoticedAt] = useState<Instant | null>(readNow)
  const [noticedBy, setNoticedBy] = useState('')
  const [people, setPeople] = useState(UNKNOWN)
  const [nearMiss, setNearMiss] = useState(false)
  const save = async (opensRoom: boolean) => {
    const logged = await log.mutateAsync({ what, noticedAt, noticedBy, people, nearMiss }).catch(() => null)
    if (!logged) return
    onClose()
    tell(logged)
    if (opensRoom) navigate(hrefFor('breaches', logged.id))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save(true)
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      {!canEdit && <p role="alert">{because}</p>}
      <TextInput
        data-autofocus
        label="What happened"
        description="In a few words, without the names of the people affected"
        maxLength={200}
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
      />
      <MomentField
        label="First noticed"
        hint="Empty the day while it is not known"
        value={noticedAt}
        disabled={false}
        onChange={setNoticedAt}
      />
      <TextInput
        label="Noticed by"
        description="A role is enough"
        maxLength={500}
        value={noticedBy}
        onChange={(event) => setNoticedBy(event.currentTarget.value)}
      />
      <TallyField label="People affected" value={people} disabled={false} onChange={setPeople} />
      <Checkbox
        label="Near miss: noticed before it became a breach"
        checked={nearMiss}
        onChange={(event) => setNearMiss(event.currentTarget.checked)}
      />
      {log.error && <p role="alert">{sentenceOf(log.error)}</p>}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button variant="default" disabled={!canEdit || log.isPending} onClick={() => void save(false)}>
          Log it and stay here
        </Button>
        <Button type="submit" loading={log.isPending} disabled={!canEdit}>
          Log it and open its room
        </Button>
      </Group>
    </form>
  )
}

/** Says where it is now, and by when the Commissioner would have to be told. */
function tell({ id, reference, tellBy }: Output<'breaches.log'>): void {
  notifications.show({
    title: `Logged as ${reference}`,
    autoClose: 20_000,
    message: (
      <>
        {tellBy
          ? `If it is a breach that has to be reported, tell the Commissioner by ${formatUkMoment(tellBy)}. `
          : ''}
        <RouteLink href={hrefFor('breaches', id)}>Open {reference}</RouteLink>
      </>
    ),
  })
}
