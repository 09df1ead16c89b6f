import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import { Section } from '#renderer/ui/record/Section.tsx'
import { useOrganisation } from '../organisation-record.ts'
import { EntryList } from './EntryList.tsx'

/** What the organisation has promised in public, in its own words. */
export function CommitmentsSection() {
  const { value, disabled, change } = useOrganisation()
  return (
    <Section title="Commitments" hint="Promises made in public, with the words used">
      <FieldSlot field="commitments">
        <EntryList
          one="commitment"
          entries={value.commitments}
          blank={{ topic: '', promise: '', document: '', quote: '' }}
          disabled={disabled}
          fields={[
            { key: 'topic', label: 'Topic' },
            { key: 'promise', label: 'Promise', long: true },
            { key: 'document', label: 'Document' },
            { key: 'quote', label: 'Its words', long: true },
          ]}
          titleOf={({ topic }) => topic || 'A commitment'}
          textOf={({ promise }) => promise}
          onChange={(commitments) => change({ commitments })}
        />
      </FieldSlot>
    </Section>
  )
}
