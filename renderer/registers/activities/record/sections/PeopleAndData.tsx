import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import { Section } from '#renderer/ui/record/Section.tsx'
import { TermsField } from '#renderer/ui/terms/TermsField.tsx'
import { useActivity } from '../activity-record.ts'
import { DataUsesEditor } from './DataUsesEditor.tsx'

/** Whose data is used and which. */
export function PeopleAndData() {
  const { value, disabled, change } = useActivity()
  return (
    <Section title="People and data">
      <FieldSlot field="peopleIds">
        <TermsField
          label="Categories of people"
          vocabulary="people"
          value={value.peopleIds}
          disabled={disabled}
          onChange={(peopleIds) => change({ peopleIds })}
        />
      </FieldSlot>
      <FieldSlot field="data" item={null}>
        <h4>Categories of data</h4>
        <DataUsesEditor />
      </FieldSlot>
    </Section>
  )
}
