import { Button, Group, Modal, SegmentedControl, Select } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useEngineCommand, useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { BulkPreview } from '#renderer/ui/list/BulkPreview.tsx'
import { described } from '#shared/described/all.ts'
import { bulkActionsOf } from '#shared/described/bulk.ts'
import type { RecordTarget } from '#shared/described/list.ts'
import type { DescribedName } from '#shared/described/names.ts'
import {
  bulkFieldOf,
  bulkFields,
  draftOf,
  editOfDraft,
  entryField,
  type RecordBulkDraft,
} from './bulk-draft.ts'
import { FieldEditor } from './fields/FieldEditor.tsx'
import { countedRecords } from './record-words.ts'

type RecordBulkDialogProps = {
  readonly register: DescribedName
  readonly target: RecordTarget
  readonly count: number
  readonly onClose: () => void
}

const ACTION_WORDS = { set: 'Set', add: 'Add', remove: 'Remove', replace: 'Replace' } as const
const NO_EDIT = { action: 'set', field: 'owner', value: '' } as const

/** One change for many records: what, a preview of each, then all in one step that can be undone. */
export function RecordBulkDialog({ register, target, count, onClose }: RecordBulkDialogProps) {
  const description = described(register)
  const fields = bulkFields(description)
  const [draft, setDraft] = useState(() => draftOf(description, fields[0]?.value ?? 'owner'))
  const edit = editOfDraft(description, draft)
  const preview = useEngineQuery(
    'records.previewBulk',
    { register, target, edit: edit ?? NO_EDIT },
    { enabled: edit !== null },
  )
  const apply = useEngineCommand('records.applyBulk')
  const changed = edit ? (preview.data?.changed ?? 0) : 0
  const actions = bulkActionsOf(description, draft.field)

  const run = async () => {
    if (!edit) return
    const done = await apply.mutateAsync({ register, target, edit }).catch(() => null)
    if (!done) return
    notifications.show({
      message: `${countedRecords(description, done.changed)} changed. Ctrl Z takes it back.`,
    })
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={`Change ${countedRecords(description, count)}`} size="lg">
      <Group align="flex-end" gap="sm">
        <Select
          label="Field"
          data={fields}
          value={draft.field}
          allowDeselect={false}
          searchable
          onChange={(field) => field && setDraft(draftOf(description, field))}
        />
        {actions.length > 1 && (
          <SegmentedControl
            aria-label="What to do"
            data={actions.map((action) => ({ value: action, label: ACTION_WORDS[action] }))}
            value={draft.action}
            onChange={(action) => setDraft({ ...draft, action: action as RecordBulkDraft['action'] })}
          />
        )}
      </Group>
      <Group align="flex-start" gap="sm" mt="sm" grow>
        <Value
          label={draft.action === 'replace' ? 'Replace' : 'Value'}
          register={register}
          draft={draft}
          part="value"
          onChange={setDraft}
        />
        {draft.action === 'replace' && (
          <Value label="By" register={register} draft={draft} part="by" onChange={setDraft} />
        )}
      </Group>
      {edit && <BulkPreview one={description.nameLabel} preview={preview.data} error={preview.error} />}
      {apply.error && <p role="alert">{sentenceOf(apply.error)}</p>}
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button disabled={changed === 0} loading={apply.isPending} onClick={() => void run()}>
          {changed > 0 ? `Change ${countedRecords(description, changed)}` : 'Nothing to change'}
        </Button>
      </Group>
    </Modal>
  )
}

type ValueProps = {
  readonly label: string
  readonly register: DescribedName
  readonly draft: RecordBulkDraft
  readonly part: 'value' | 'by'
  readonly onChange: (draft: RecordBulkDraft) => void
}

function Value({ label, register, draft, part, onChange }: ValueProps) {
  const field = bulkFieldOf(described(register), draft.field)
  if (!field) return null
  const entry = { ...entryField(field), label }
  return (
    <FieldEditor
      key={draft.field}
      field={{ ...entry, hint: '', citation: '' }}
      value={draft[part] ?? (entry.kind === 'line' ? '' : null)}
      disabled={false}
      onChange={(value) => onChange({ ...draft, [part]: value })}
    />
  )
}
