import { Button, Group, Modal, Select, SegmentedControl, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useEngineCommand, useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import type { ActivityTarget } from '#shared/registers/activities/activity.list.ts'
import { BulkPreview } from '#renderer/ui/list/BulkPreview.tsx'
import {
  actionsFor,
  BULK_FIELDS,
  type BulkDraft,
  type BulkField,
  editOf,
  FIRST_DRAFT,
  VOCABULARY_OF,
  withField,
} from './bulk-edits.ts'
import { STATUS_WORDS, STATUSES } from './words.ts'

type BulkDialogProps = {
  readonly target: ActivityTarget
  readonly count: number
  readonly onClose: () => void
}

const ACTION_WORDS = { set: 'Set', add: 'Add', remove: 'Remove', replace: 'Replace' } as const
const counted = (count: number) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? 'activity' : 'activities'}`

/** One change for many activities: what, a preview of each, then all in one step that can be undone. */
export function BulkDialog({ target, count, onClose }: BulkDialogProps) {
  const [draft, setDraft] = useState<BulkDraft>(FIRST_DRAFT)
  const edit = editOf(draft)
  const preview = useEngineQuery(
    'activities.previewBulk',
    { target, edit: edit ?? NO_EDIT },
    { enabled: edit !== null },
  )
  const apply = useEngineCommand('activities.applyBulk')
  const changed = edit ? (preview.data?.changed ?? 0) : 0

  const run = async () => {
    if (!edit) return
    const done = await apply.mutateAsync({ target, edit }).catch(() => null)
    if (!done) return
    notifications.show({ message: `${counted(done.changed)} changed. Ctrl Z takes it back.` })
    onClose()
  }

  return (
    <Modal opened onClose={onClose} title={`Change ${counted(count)}`} size="lg">
      <Group align="flex-end" gap="sm">
        <Select
          label="Field"
          data={Object.entries(BULK_FIELDS).map(([value, label]) => ({ value, label }))}
          value={draft.field}
          allowDeselect={false}
          onChange={(field) => field && setDraft(withField(field as BulkField))}
        />
        {actionsFor(draft.field).length > 1 && (
          <SegmentedControl
            aria-label="What to do"
            data={actionsFor(draft.field).map((action) => ({ value: action, label: ACTION_WORDS[action] }))}
            value={draft.action}
            onChange={(action) => setDraft({ ...draft, action: action as BulkDraft['action'] })}
          />
        )}
        <ValueField
          draft={draft}
          label={draft.action === 'replace' ? 'Replace' : 'Value'}
          part="value"
          onChange={setDraft}
        />
        {draft.action === 'replace' && <ValueField draft={draft} label="By" part="by" onChange={setDraft} />}
      </Group>
      {edit && <BulkPreview one="Activity" preview={preview.data} error={preview.error} />}
      {apply.error && <p role="alert">{sentenceOf(apply.error)}</p>}
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button disabled={changed === 0} loading={apply.isPending} onClick={() => void run()}>
          {changed > 0 ? `Change ${counted(changed)}` : 'Nothing to change'}
        </Button>
      </Group>
    </Modal>
  )
}

const NO_EDIT = { action: 'set', field: 'owner', value: '' } as const

type ValueFieldProps = {
  readonly draft: BulkDraft
  readonly label: string
  readonly part: 'value' | 'by'
  readonly onChange: (draft: BulkDraft) => void
}

function ValueField({ draft, label, part, onChange }: ValueFieldProps) {
  const set = (value: string) => onChange({ ...draft, [part]: value })
  const vocabulary = VOCABULARY_OF[draft.field]
  const terms = useEngineQuery(
    'vocabulary.list',
    { vocabulary: vocabulary ?? null },
    { enabled: vocabulary !== undefined },
  )
  const organisations = useEngineQuery(
    'organisations.list',
    { relation: null },
    { enabled: draft.field === 'organisationId' },
  )

  if (draft.field === 'owner' || draft.field === 'reviewOn')
    return (
      <TextInput
        label={label}
        type={draft.field === 'reviewOn' ? 'date' : 'text'}
        description={draft.field === 'owner' ? 'Empty: no owner' : 'Empty: no review date'}
        inputWrapperOrder={['label', 'input', 'description']}
        value={draft[part]}
        onChange={(event) => set(event.currentTarget.value)}
      />
    )
  const data =
    draft.field === 'status'
      ? STATUSES.map((value) => ({ value, label: STATUS_WORDS[value] }))
      : draft.field === 'organisationId'
        ? (organisations.data ?? []).map(({ id, legalName }) => ({ value: id, label: legalName }))
        : (terms.data ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const clearable = draft.field === 'functionId' || draft.field === 'organisationId'
  return (
    <Select
      label={label}
      data={data}
      value={draft[part] || null}
      placeholder={clearable ? 'None' : 'Choose'}
      searchable={draft.field !== 'status'}
      clearable={clearable}
      limit={200}
      onChange={(value) => set(value ?? '')}
    />
  )
}
