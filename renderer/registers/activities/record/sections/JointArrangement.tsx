import { AnswerField } from '#renderer/ui/AnswerField.tsx'
import { DayField } from '#renderer/ui/fields/DayField.tsx'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import { Fields } from '#renderer/ui/record/Section.tsx'
import { useActivity } from '../activity-record.ts'

/** Who answers for what between joint controllers. @source UK GDPR Art 26 */
export function JointArrangement() {
  const { value: activity, disabled, errors, change } = useActivity()
  return (
    <FieldSlot field="jointArrangement" wide>
      <AnswerField
        label="Arrangement between the joint controllers (Article 26)"
        answer={activity.jointArrangement}
        blank={{ essence: '', contactPoint: '', document: '', agreedOn: null }}
        disabled={disabled}
        error={errors['jointArrangement']}
        onChange={(jointArrangement) => change({ jointArrangement })}
      >
        {(value, set) => (
          <Fields>
            <TextField
              label="Essence"
              long
              value={value.essence}
              disabled={disabled}
              onCommit={(essence) => set({ ...value, essence })}
            />
            <TextField
              label="Contact point for people"
              value={value.contactPoint}
              disabled={disabled}
              onCommit={(contactPoint) => set({ ...value, contactPoint })}
            />
            <TextField
              label="Document"
              value={value.document}
              disabled={disabled}
              onCommit={(document) => set({ ...value, document })}
            />
            <DayField
              label="Agreed on"
              value={value.agreedOn}
              disabled={disabled}
              onChange={(agreedOn) => set({ ...value, agreedOn })}
            />
          </Fields>
        )}
      </AnswerField>
    </FieldSlot>
  )
}
