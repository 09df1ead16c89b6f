import { AnswerField } from '#renderer/ui/AnswerField.tsx'
import { ChoiceField, YesNo } from '#renderer/ui/fields/ChoiceField.tsx'
import { DayField } from '#renderer/ui/fields/DayField.tsx'
import { LinesField } from '#renderer/ui/fields/LinesField.tsx'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import { Fields, Section } from '#renderer/ui/record/Section.tsx'
import { useOrganisation } from '../organisation-record.ts'
import { NATIONS } from '../words.ts'
import { BLANK_CONTACT, ContactFields } from './ContactFields.tsx'

/** Who watches over the organisation and who answers for data protection in it. */
export function RegulationSection() {
  const { value: body, disabled, errors, change } = useOrganisation()
  return (
    <Section title="Data protection">
      <Fields>
        <FieldSlot field="dataProtectionOfficer" wide>
          <AnswerField
            label="Data Protection Officer"
            answer={body.dataProtectionOfficer}
            blank={BLANK_CONTACT}
            disabled={disabled}
            error={errors['dataProtectionOfficer']}
            onChange={(dataProtectionOfficer) => change({ dataProtectionOfficer })}
          >
            {(contact, set) => <ContactFields contact={contact} disabled={disabled} onChange={set} />}
          </AnswerField>
        </FieldSlot>
        <FieldSlot field="icoRegistration" wide>
          <AnswerField
            label="Registration with the regulator (data protection fee)"
            answer={body.icoRegistration}
            blank={{ number: '', expiresOn: null }}
            disabled={disabled}
            error={errors['icoRegistration']}
            onChange={(icoRegistration) => change({ icoRegistration })}
          >
            {(entry, set) => (
              <Fields>
                <TextField
                  label="Number"
                  placeholder="ZA000000"
                  value={entry.number}
                  disabled={disabled}
                  onCommit={(number) => set({ ...entry, number })}
                />
                <DayField
                  label="Expires on"
                  value={entry.expiresOn}
                  disabled={disabled}
                  onChange={(expiresOn) => set({ ...entry, expiresOn })}
                />
              </Fields>
            )}
          </AnswerField>
        </FieldSlot>
        <Flag field="publicAuthority" label="Public authority" />
        <Flag field="charity" label="Charity" />
        <FieldSlot field="nation">
          <ChoiceField
            label="Nation"
            hint="Decides which bank holidays its legal dates follow"
            options={NATIONS}
            value={body.nation}
            disabled={disabled}
            onChange={(nation) => change({ nation })}
          />
        </FieldSlot>
        <FieldSlot field="otherRegulators">
          <LinesField
            label="Other regulators"
            one="regulator"
            value={body.otherRegulators}
            disabled={disabled}
            onChange={(otherRegulators) => change({ otherRegulators })}
          />
        </FieldSlot>
        <FieldSlot field="representative" wide>
          <AnswerField
            label="Representative (Article 27)"
            hint="For bodies outside the United Kingdom"
            answer={body.representative}
            blank={BLANK_CONTACT}
            disabled={disabled}
            error={errors['representative']}
            onChange={(representative) => change({ representative })}
          >
            {(contact, set) => <ContactFields contact={contact} disabled={disabled} onChange={set} />}
          </AnswerField>
        </FieldSlot>
      </Fields>
    </Section>
  )
}

function Flag({ field, label }: { readonly field: 'publicAuthority' | 'charity'; readonly label: string }) {
  const { value, disabled, errors, change } = useOrganisation()
  return (
    <FieldSlot field={field}>
      <AnswerField
        label={label}
        answer={value[field]}
        blank={false}
        disabled={disabled}
        error={errors[field]}
        onChange={(answer) => change({ [field]: answer })}
      >
        {(flag, set) => <YesNo label={label} isLabelHidden value={flag} disabled={disabled} onChange={set} />}
      </AnswerField>
    </FieldSlot>
  )
}
