import { EvidenceField, NotesField } from '#renderer/ui/record/EvidenceAndNotes.tsx'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import { Section } from '#renderer/ui/record/Section.tsx'
import { useActivity } from '../activity-record.ts'
import { RelatedActivities } from './RelatedActivities.tsx'

/** Where the facts come from, and what else there is to say. */
export function ProvenanceAndNotes() {
  const form = useActivity()
  return (
    <>
      <Section title="Provenance" hint="The document a fact was taken from, in its own words">
        <EvidenceField form={form} />
      </Section>
      <Section title="Related activities and notes">
        <FieldSlot field="relatedIds">
          <RelatedActivities />
        </FieldSlot>
        <NotesField form={form} />
      </Section>
    </>
  )
}
