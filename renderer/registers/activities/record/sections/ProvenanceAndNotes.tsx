import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { EvidenceEditor } from '#renderer/ui/record/EvidenceEditor.tsx'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import { Section } from '#renderer/ui/record/Section.tsx'
import { useActivity } from '../activity-record.ts'
import { RelatedActivities } from './RelatedActivities.tsx'

/** Where the facts come from, and what else there is to say. */
export function ProvenanceAndNotes() {
  const { value, disabled, errors, change } = useActivity()
  return (
    <>
      <Section title="Provenance" hint="The document a fact was taken from, in its own words">
        <FieldSlot field="evidence">
          <EvidenceEditor
            evidence={value.evidence}
            disabled={disabled}
            onChange={(evidence) => change({ evidence })}
          />
        </FieldSlot>
      </Section>
      <Section title="Related activities and notes">
        <FieldSlot field="relatedIds">
          <RelatedActivities />
        </FieldSlot>
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
      </Section>
    </>
  )
}
