import { Button, Group, Modal, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, navigate } from '#renderer/app/routing.tsx'
import { useDescribedRecord } from '#renderer/ui/described/described-record.ts'
import { refusalOf } from '#shared/registers/assessments/approval.ts'
import type { Assessment } from '#shared/registers/assessments/assessment.register.ts'
import { formatDay, PlainDate } from '#shared/time/plain-date.ts'
import classes from './assessments.module.css'

/** How far the assessment is, and the steps that may follow: approval, or a new version. */
export function ApprovalPart() {
  const { value, disabled } = useDescribedRecord()
  const assessment = value as unknown as Assessment
  const [isAsking, setAsking] = useState(false)
  const replace = useReplace(assessment)
  const { status, approvedBy, approvedOn } = assessment
  const refusal = refusalOf(assessment)
  const isDone = status === 'approved' || status === 'superseded'
  return (
    <section className={classes.approval} aria-label="Approval">
      {status === 'approved' && (
        <p>
          Approved{approvedBy && ` by ${approvedBy}`}
          {approvedOn && ` on ${formatDay(approvedOn)}`}.
        </p>
      )}
      {!isDone && refusal !== null && <p className={classes.quiet}>Not ready for approval: {refusal}</p>}
      <Group gap="sm">
        {!isDone && (
          <Button disabled={disabled} onClick={() => setAsking(true)}>
            Approve…
          </Button>
        )}
        {status === 'approved' && (
          <Button variant="default" disabled={disabled} loading={replace.isPending} onClick={replace.run}>
            Replace by a new version
          </Button>
        )}
      </Group>
      {isAsking && <ApproveDialog assessment={assessment} onClose={() => setAsking(false)} />}
    </section>
  )
}

type ApproveDialogProps = { readonly assessment: Assessment; readonly onClose: () => void }

function ApproveDialog({ assessment: { id, madeBy }, onClose }: ApproveDialogProps) {
  const [by, setBy] = useState('')
  const approve = useEngineCommand('assessments.approve')
  const isMaker = by.trim() !== '' && by.trim().toLowerCase() === madeBy.trim().toLowerCase()
  const run = async () => {
    const done = await approve.mutateAsync({ id, approvedBy: by }).catch(() => null)
    if (!done) return
    const review = done.reviewOn ? ` The next review is on ${formatDay(PlainDate.parse(done.reviewOn))}.` : ''
    const replaced = done.replaced ? ' The version before counts as replaced.' : ''
    notifications.show({ message: `Approved.${review}${replaced} Ctrl Z takes it back.` })
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title="Approve the assessment">
      <TextInput
        label="Approved by"
        description="Somebody other than the person who made it, where there is one."
        data-autofocus
        value={by}
        onChange={(event) => setBy(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && by.trim() && void run()}
      />
      {isMaker && <p className={classes.check}>This person also made it. It will show as a gap.</p>}
      {approve.error && <p role="alert">{sentenceOf(approve.error)}</p>}
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button disabled={by.trim() === ''} loading={approve.isPending} onClick={() => void run()}>
          Approve
        </Button>
      </Group>
    </Modal>
  )
}

function useReplace({ id }: Assessment) {
  const replace = useEngineCommand('assessments.replace')
  const run = () =>
    void replace.mutateAsync({ id }).then(
      (made) => navigate(hrefOf('assessments', made.id)),
      (error: unknown) =>
        notifications.show({ color: 'red', title: 'Not replaced', message: sentenceOf(error) }),
    )
  return { run, isPending: replace.isPending }
}
