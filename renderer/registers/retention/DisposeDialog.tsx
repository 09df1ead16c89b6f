import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { ChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { DayField } from '#renderer/ui/fields/DayField.tsx'
import { useToday } from '#renderer/ui/useNow.ts'
import type { Input } from '#shared/rpc/contract.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { Due } from './DueList.tsx'
import classes from './retention.module.css'

type Method = Input<'retention.dispose'>['method']

const METHODS: { value: Method; label: string }[] = [
  { value: 'deleted', label: 'Deleted' },
  { value: 'destroyed', label: 'Destroyed' },
  { value: 'anonymised', label: 'Anonymised' },
  { value: 'returned', label: 'Returned' },
  { value: 'archived', label: 'Archived' },
]
const METHOD_OF_FATE: Readonly<Record<string, Method>> = {
  anonymise: 'anonymised',
  archive: 'archived',
  return: 'returned',
}

/** Records that a batch was disposed of, in the disposal log and in its rule. */
export function DisposeDialog({ due, onClose }: { readonly due: Due; readonly onClose: () => void }) {
  const today = useToday()
  const dispose = useEngineCommand('retention.dispose')
  const [method, setMethod] = useState<Method>(METHOD_OF_FATE[due.fate ?? ''] ?? 'deleted')
  const [disposedOn, setDisposedOn] = useState<PlainDate>(today)
  const [disposedBy, setDisposedBy] = useState('')
  const [witness, setWitness] = useState('')
  const [exceptions, setExceptions] = useState('')
  const confirm = async () => {
    const { ruleId, batchId } = due
    await dispose.mutateAsync({ ruleId, batchId, method, disposedOn, disposedBy, witness, exceptions })
    onClose()
  }
  return (
    <ConfirmDialog
      title={`Disposal of ${due.batch}`}
      confirm="Record"
      busy={dispose.isPending}
      error={dispose.error}
      onConfirm={() => void confirm().catch(() => undefined)}
      onClose={onClose}
    >
      <div className={classes.form}>
        <ChoiceField label="Method" options={METHODS} value={method} onChange={setMethod} />
        <DayField label="Disposed of on" value={disposedOn} onChange={(day) => day && setDisposedOn(day)} />
        <TextInput
          label="By"
          value={disposedBy}
          onChange={(event) => setDisposedBy(event.currentTarget.value)}
        />
        <TextInput
          label="Witness"
          value={witness}
          onChange={(event) => setWitness(event.currentTarget.value)}
        />
        <TextInput
          label="Kept back, and why"
          value={exceptions}
          onChange={(event) => setExceptions(event.currentTarget.value)}
        />
      </div>
    </ConfirmDialog>
  )
}
