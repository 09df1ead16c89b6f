import { EvidenceField, NotesField } from '#renderer/ui/record/EvidenceAndNotes.tsx'
import { Section } from '#renderer/ui/record/Section.tsx'
import { useOrganisation } from '../organisation-record.ts'

/** Where the facts come from, and what else there is to say. */
export function ProvenanceSection() {
  const form = useOrganisation()
  return (
    <Section title="Provenance and notes" hint="The document a fact was taken from, in its own words">
      <EvidenceField form={form} />
      <NotesField form={form} />
    </Section>
  )
}
