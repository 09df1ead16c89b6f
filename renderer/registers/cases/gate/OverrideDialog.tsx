import { Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import type { GateResult } from '#shared/cases/gate.ts'
import { countOf } from '#shared/count-words.ts'
import { isShutting } from './gate-words.ts'

type OverrideDialogProps = {
  readonly request: string
  readonly pack: number
  readonly result: GateResult
  readonly onClose: () => void
}

/** A second person lets a pack go out although something was found: who, and why, kept for good. */
export function OverrideDialog({ request, pack, result, onClose }: OverrideDialogProps) {
  const [by, setBy] = useState('')
  const [because, setBecause] = useState('')
  const override = useEngineCommand('cases.overrideGate')
  const count = result.findings.filter(isShutting).length + result.more
  const run = () =>
    override.mutate(
      { request, pack, by, because },
      {
        onSuccess: () => {
          notifications.show({
            title: 'Let through',
            message: 'The name and the reason are kept with the result, for good.',
          })
          onClose()
        },
      },
    )
  return (
    <ConfirmDialog
      title="Let this pack through"
      confirm="Let it through"
      danger
      busy={override.isPending}
      error={override.error}
      onConfirm={run}
      onClose={onClose}
    >
      <p>
        <strong>{countOf(count, 'finding')} would go out with the pack.</strong> If one of them is a name or
        an address that should be gone, handing it over is a personal data breach. Look at each one first; a
        page that was marked wrongly is put right by marking it and freezing the pack anew.
      </p>
      <TextInput
        label="Who decides"
        description="Somebody who decided nothing in this case"
        required
        value={by}
        onChange={({ currentTarget: { value } }) => setBy(value)}
      />
      <Textarea
        label="Why it may go out"
        description="What was looked at, and why each finding is none. At least ten letters."
        required
        autosize
        minRows={3}
        mt="sm"
        value={because}
        onChange={({ currentTarget: { value } }) => setBecause(value)}
      />
    </ConfirmDialog>
  )
}
