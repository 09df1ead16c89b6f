import { AnswerField } from '#renderer/ui/AnswerField.tsx'
import { DayField } from '#renderer/ui/fields/DayField.tsx'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { Fields } from '#renderer/ui/record/Section.tsx'
import type { Answer } from '#shared/answer.ts'
import type { Assessment } from '#shared/registers/activities/activity.parts.ts'

type AssessmentFieldProps = {
  readonly label: string
  readonly hint?: string
  readonly answer: Answer<Assessment>
  readonly disabled: boolean
  readonly onChange: (answer: Answer<Assessment>) => void
}

/** A document kept elsewhere: where it is and when it was made. */
export function AssessmentField({ label, hint, answer, disabled, onChange }: AssessmentFieldProps) {
  return (
    <AnswerField
      label={label}
      hint={hint}
      answer={answer}
      blank={{ reference: '', assessedOn: null }}
      disabled={disabled}
      onChange={onChange}
    >
      {(value, change) => (
        <Fields>
          <TextField
            label="Reference"
            value={value.reference}
            disabled={disabled}
            onCommit={(reference) => change({ ...value, reference })}
          />
          <DayField
            label="Made on"
            value={value.assessedOn}
            disabled={disabled}
            onChange={(assessedOn) => change({ ...value, assessedOn })}
          />
        </Fields>
      )}
    </AnswerField>
  )
}
