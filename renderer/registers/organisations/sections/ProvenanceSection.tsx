import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { EvidenceEditor } from '#renderer/ui/record/EvidenceEditor.tsx'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import { Section } from '#renderer/ui/record/Section.tsx'
import { useOrganisation } from '../organisation-record.ts'

/** Where the facts come from, and what else there is to say. */
export function ProvenanceSection() {
  const { value, disabled, errors, change } = useOrganisation()
  return (
    <Section title="Provenance and notes" hint="The document a fact was taken from, in its own words">
      <FieldSlot field="evidence">
        <EvidenceEditor
          evidence={value.evidence}
          disabled={disabled}
          onChange={(evidence) => change({ evidence })}
        />
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
  )
}
