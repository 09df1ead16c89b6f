import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import { Fields, Section } from '#renderer/ui/record/Section.tsx'
import { TermsField } from '#renderer/ui/terms/TermsField.tsx'
import { useActivity } from '../activity-record.ts'

/** Where the data is, on paper and in systems, and what keeps it safe. @source UK GDPR Art 30(1)(g) */
export function WhereHeld() {
  const { value, disabled, errors, change } = useActivity()
  return (
    <Section title="Where it is held and how it is kept safe">
      <Fields>
        <FieldSlot field="systemIds">
          <TermsField
            label="Systems and places, paper included"
            vocabulary="systems"
            value={value.systemIds}
            disabled={disabled}
            onChange={(systemIds) => change({ systemIds })}
          />
        </FieldSlot>
        <FieldSlot field="measureIds">
          <TermsField
            label="Security measures"
            vocabulary="measures"
            value={value.measureIds}
            disabled={disabled}
            onChange={(measureIds) => change({ measureIds })}
          />
        </FieldSlot>
        <FieldSlot field="securityDescription" wide>
          <TextField
            label="General description of security"
            long
            value={value.securityDescription}
            disabled={disabled}
            error={errors['securityDescription']}
            onCommit={(securityDescription) => change({ securityDescription })}
          />
        </FieldSlot>
      </Fields>
    </Section>
  )
}
