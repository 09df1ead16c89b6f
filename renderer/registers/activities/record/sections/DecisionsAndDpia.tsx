import { AnswerField } from '#renderer/ui/AnswerField.tsx'
import { ChoiceField, YesNo } from '#renderer/ui/fields/ChoiceField.tsx'
import { DayField } from '#renderer/ui/fields/DayField.tsx'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import classes from '#renderer/ui/record/record.module.css'
import { Fields, Section } from '#renderer/ui/record/Section.tsx'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import { useActivity } from '../activity-record.ts'

type Decisions = Extract<Activity['automatedDecisions'], { state: 'value' }>['value']
type Dpia = Extract<Activity['dpia'], { state: 'value' }>['value']

const KINDS: { value: Decisions['kind']; label: string }[] = [
  { value: 'none', label: 'None are made' },
  { value: 'decision support', label: 'A person decides with support' },
  { value: 'solely automated', label: 'Solely automated' },
]
const PROGRESS: { value: Dpia['progress']; label: string }[] = [
  { value: 'not started', label: 'Not started' },
  { value: 'under way', label: 'Under way' },
  { value: 'completed', label: 'Completed' },
  { value: 'not needed', label: 'Not needed' },
]

/** Automated decisions, and the data protection impact assessment. */
export function DecisionsAndDpia() {
  return (
    <Section title="Decisions and impact assessment">
      <Fields>
        <AutomatedDecisions />
        <ImpactAssessment />
      </Fields>
    </Section>
  )
}

/** @source UK GDPR Art 22A to 22D */
function AutomatedDecisions() {
  const { value: activity, disabled, errors, change } = useActivity()
  return (
    <FieldSlot field="automatedDecisions">
      <AnswerField<Decisions>
        label="Automated decisions and profiling"
        answer={activity.automatedDecisions}
        blank={{ kind: 'none', profiling: false, explanation: '', reviewOn: null }}
        disabled={disabled}
        error={errors['automatedDecisions']}
        onChange={(automatedDecisions) => change({ automatedDecisions })}
      >
        {(value, set) => (
          <div className={classes.stack}>
            <ChoiceField
              label="Decisions"
              options={KINDS}
              value={value.kind}
              disabled={disabled}
              onChange={(kind) => set({ ...value, kind })}
            />
            <YesNo
              label="Profiling"
              value={value.profiling}
              disabled={disabled}
              onChange={(profiling) => set({ ...value, profiling })}
            />
            <TextField
              label="Explanation"
              long
              value={value.explanation}
              disabled={disabled}
              onCommit={(explanation) => set({ ...value, explanation })}
            />
            <DayField
              label="Look at again on"
              value={value.reviewOn}
              disabled={disabled}
              onChange={(reviewOn) => set({ ...value, reviewOn })}
            />
          </div>
        )}
      </AnswerField>
    </FieldSlot>
  )
}

/** @source UK GDPR Art 35 */
function ImpactAssessment() {
  const { value: activity, disabled, errors, change } = useActivity()
  return (
    <FieldSlot field="dpia">
      <AnswerField<Dpia>
        label="Data protection impact assessment"
        answer={activity.dpia}
        blank={{ needed: true, progress: 'not started', reference: '', reason: '' }}
        disabled={disabled}
        error={errors['dpia']}
        onChange={(dpia) => change({ dpia })}
      >
        {(value, set) => (
          <div className={classes.stack}>
            <YesNo
              label="Needed"
              value={value.needed}
              disabled={disabled}
              onChange={(needed) =>
                set({ ...value, needed, progress: needed ? value.progress : 'not needed' })
              }
            />
            <ChoiceField
              label="Progress"
              options={PROGRESS}
              value={value.progress}
              disabled={disabled}
              onChange={(progress) => set({ ...value, progress })}
            />
            <TextField
              label="Reference"
              value={value.reference}
              disabled={disabled}
              onCommit={(reference) => set({ ...value, reference })}
            />
            <TextField
              label="Reason for the decision"
              long
              value={value.reason}
              disabled={disabled}
              onCommit={(reason) => set({ ...value, reason })}
            />
          </div>
        )}
      </AnswerField>
    </FieldSlot>
  )
}
