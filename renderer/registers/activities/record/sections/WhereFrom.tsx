import { AnswerField } from '#renderer/ui/AnswerField.tsx'
import { ChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import { withItem } from '#renderer/ui/record/items.ts'
import { Fields, Section } from '#renderer/ui/record/Section.tsx'
import { TermsField } from '#renderer/ui/terms/TermsField.tsx'
import { nameOfTerm, useTerms } from '#renderer/ui/terms/useTerms.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import { useActivity } from '../activity-record.ts'
import classes from './sections.module.css'

/** Where each category of data comes from, and whether people must give it. */
export function WhereFrom() {
  return (
    <Section title="Where it comes from" hint="The same sources as in each category above">
      <SourcesByCategory />
      <ObligationToProvide />
    </Section>
  )
}

/** All categories on one page, each with its sources. */
export function SourcesByCategory() {
  const { value, disabled, change } = useActivity()
  const { byId } = useTerms()
  if (value.data.length === 0) return <p>Name the categories of data first.</p>
  return (
    <div className={classes.perCategory}>
      {value.data.map((use) => (
        <SourceRow
          key={use.id}
          name={nameOfTerm(byId, use.categoryId)}
          use={use}
          disabled={disabled}
          onChange={(sourceIds) => change({ data: withItem(value.data, use.id, { sourceIds }) })}
        />
      ))}
    </div>
  )
}

type DataUse = Activity['data'][number]
type SourceRowProps = {
  name: string
  use: DataUse
  disabled: boolean
  onChange: (ids: DataUse['sourceIds']) => void
}

function SourceRow({ name, use, disabled, onChange }: SourceRowProps) {
  return (
    <>
      <span>{name}</span>
      <TermsField
        label=""
        ariaLabel={`Sources of ${name}`}
        vocabulary="sources"
        value={use.sourceIds}
        disabled={disabled}
        onChange={onChange}
      />
    </>
  )
}

type Obligation = Extract<Activity['obligationToProvide'], { state: 'value' }>['value']
const OBLIGATIONS: readonly { value: Obligation['kind']; label: string }[] = [
  { value: 'statutory', label: 'Yes, by law' },
  { value: 'contractual', label: 'Yes, by contract' },
  { value: 'optional', label: 'No, it is their choice' },
  { value: 'mixed', label: 'Some of it' },
]

/** Whether people must give the data. @source UK GDPR Art 13(2)(e) */
function ObligationToProvide() {
  const { value: activity, disabled, errors, change } = useActivity()
  return (
    <FieldSlot field="obligationToProvide">
      <AnswerField<Obligation>
        label="Must people provide the data?"
        answer={activity.obligationToProvide}
        blank={{ kind: 'optional', consequence: '' }}
        disabled={disabled}
        error={errors['obligationToProvide']}
        onChange={(obligationToProvide) => change({ obligationToProvide })}
      >
        {(value, set) => (
          <Fields>
            <ChoiceField
              label="Obligation"
              options={[...OBLIGATIONS]}
              value={value.kind}
              disabled={disabled}
              onChange={(kind) => set({ ...value, kind })}
            />
            <TextField
              label="What follows if they do not"
              value={value.consequence}
              disabled={disabled}
              onCommit={(consequence) => set({ ...value, consequence })}
            />
          </Fields>
        )}
      </AnswerField>
    </FieldSlot>
  )
}
