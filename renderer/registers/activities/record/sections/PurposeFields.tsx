import { AnswerField } from '#renderer/ui/AnswerField.tsx'
import { ChoiceField, ChoicesField, OptionalChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { Fields } from '#renderer/ui/record/Section.tsx'
import classes from '#renderer/ui/record/record.module.css'
import { TermsField } from '#renderer/ui/terms/TermsField.tsx'
import { valueOf } from '#shared/answer.ts'
import type { LawfulBasisCode, Purpose } from '#shared/registers/activities/activity.parts.ts'
import { AssessmentField } from '../AssessmentField.tsx'
import { ANNEX_1, ARTICLE_9, BASES, SCHEDULE_1 } from '../words.ts'

type PurposeFieldsProps = {
  readonly purpose: Purpose
  readonly disabled: boolean
  readonly onChange: (changes: Partial<Purpose>) => void
}

/** What one purpose is and what allows it; only the questions its basis raises are asked. */
export function PurposeFields({ purpose, disabled, onChange }: PurposeFieldsProps) {
  const basis = valueOf(purpose.basis)
  return (
    <Fields>
      <div className={classes.wide}>
        <TextField
          label="What the data is used for"
          long
          value={purpose.text}
          disabled={disabled}
          onCommit={(text) => onChange({ text })}
        />
      </div>
      <div className={classes.wide}>
        <AnswerField<LawfulBasisCode>
          label="Lawful basis (Article 6)"
          answer={purpose.basis}
          blank="6-1-e"
          disabled={disabled}
          onChange={(answer) => onChange({ basis: answer })}
        >
          {(value, change) => (
            <ChoiceField
              ariaLabel="Lawful basis"
              options={BASES}
              value={value}
              disabled={disabled}
              onChange={change}
            />
          )}
        </AnswerField>
      </div>
      {basis === '6-1-ea' && (
        <OptionalChoiceField
          label="Condition of Annex 1"
          options={ANNEX_1}
          value={purpose.recognisedInterest}
          disabled={disabled}
          onChange={(recognisedInterest) => onChange({ recognisedInterest })}
        />
      )}
      {(basis === '6-1-f' || purpose.legitimateInterest !== '') && (
        <TextField
          label="The legitimate interest"
          long
          value={purpose.legitimateInterest}
          disabled={disabled}
          onCommit={(legitimateInterest) => onChange({ legitimateInterest })}
        />
      )}
      {(basis === '6-1-f' || purpose.legitimateInterestsAssessment.state === 'value') && (
        <AssessmentField
          label="Legitimate interests assessment"
          answer={purpose.legitimateInterestsAssessment}
          disabled={disabled}
          onChange={(legitimateInterestsAssessment) => onChange({ legitimateInterestsAssessment })}
        />
      )}
      <TextField
        label="How the basis is met"
        long
        value={purpose.basisNote}
        disabled={disabled}
        onCommit={(basisNote) => onChange({ basisNote })}
      />
      <TermsField
        label="Statutes it rests on"
        vocabulary="statutes"
        value={purpose.statuteIds}
        disabled={disabled}
        onChange={(statuteIds) => onChange({ statuteIds })}
      />
      <ConditionFields purpose={purpose} disabled={disabled} onChange={onChange} />
    </Fields>
  )
}

/** What special category and criminal offence data need on top of the basis. */
function ConditionFields({ purpose, disabled, onChange }: PurposeFieldsProps) {
  const needsPolicy = purpose.schedule1.length > 0 || purpose.policyDocument.state !== 'toBeDetermined'
  return (
    <>
      <ChoicesField
        label="Condition for special category data (Article 9), or Article 10"
        options={ARTICLE_9}
        value={purpose.article9}
        disabled={disabled}
        onChange={(article9) => onChange({ article9 })}
      />
      <ChoicesField
        label="Condition of DPA 2018 Schedule 1"
        options={SCHEDULE_1}
        value={purpose.schedule1}
        disabled={disabled}
        onChange={(schedule1) => onChange({ schedule1 })}
      />
      {needsPolicy && (
        <AssessmentField
          label="Appropriate policy document"
          answer={purpose.policyDocument}
          disabled={disabled}
          onChange={(policyDocument) => onChange({ policyDocument })}
        />
      )}
    </>
  )
}
