import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import { Section } from '#renderer/ui/record/Section.tsx'
import { useOrganisation } from '../organisation-record.ts'
import { EntryList } from './EntryList.tsx'

/** What the Data Protection Officer should look into, and how each question was settled. */
export function QuestionsSection() {
  const { value, disabled, change } = useOrganisation()
  const open = value.questions.filter(({ settledBy }) => settledBy === '').length
  return (
    <Section
      title="Questions"
      hint={
        value.questions.length === 0
          ? 'What should be looked into'
          : `${open} open of ${value.questions.length}`
      }
    >
      <FieldSlot field="questions">
        <EntryList
          one="question"
          entries={value.questions}
          blank={{ question: '', document: '', quote: '', settledBy: '' }}
          disabled={disabled}
          fields={[
            { key: 'question', label: 'Question', long: true },
            { key: 'settledBy', label: 'Settled by', long: true },
            { key: 'document', label: 'Document' },
            { key: 'quote', label: 'Its words', long: true },
          ]}
          titleOf={({ question }) => question || 'A question'}
          textOf={({ settledBy }) => (settledBy ? `Settled: ${settledBy}` : 'Open')}
          onChange={(questions) => change({ questions })}
        />
      </FieldSlot>
    </Section>
  )
}
