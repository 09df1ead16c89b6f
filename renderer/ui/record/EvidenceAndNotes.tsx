import type { Evidence } from '#shared/records/record.ts'
import { TextField } from '../fields/TextField.tsx'
import { EvidenceEditor } from './EvidenceEditor.tsx'
import { FieldSlot } from './FieldSlot.tsx'

/** The part of a record's form that every record with evidence and notes has. */
type EvidenceAndNotesForm = {
  readonly value: { readonly evidence: Evidence[]; readonly notes: string }
  readonly disabled: boolean
  readonly errors: Readonly<Record<string, string>>
  readonly change: (changes: { evidence?: Evidence[]; notes?: string }) => void
}

/** Where the facts come from. */
export function EvidenceField({
  form: { value, disabled, change },
}: {
  readonly form: EvidenceAndNotesForm
}) {
  return (
    <FieldSlot field="evidence">
      <EvidenceEditor
        evidence={value.evidence}
        disabled={disabled}
        onChange={(evidence) => change({ evidence })}
      />
    </FieldSlot>
  )
}

/** What else there is to say. */
export function NotesField({
  form: { value, disabled, errors, change },
}: {
  readonly form: EvidenceAndNotesForm
}) {
  return (
    <FieldSlot field="notes">
      <TextField
        label="Notes"
        long
        value={value.notes}
        disabled={disabled}
        error={errors['notes']}
        onCommit={(notes) => change({ notes })}
      />
    </FieldSlot>
  )
}
