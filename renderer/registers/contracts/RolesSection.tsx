import { AnswerField } from '#renderer/ui/AnswerField.tsx'
import { ChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import { Fields, Section } from '#renderer/ui/record/Section.tsx'
import type { Role } from '#shared/registers/contracts/contract.schema.ts'
import { useContract } from './contract-record.ts'
import { ROLES } from './words.ts'

const ROLE_FIELDS = [
  { field: 'roleForDataReceived', label: 'Our part for what the customer hands over' },
  { field: 'roleForDataCreated', label: 'Our part for what is created during the service' },
] as const

const TEXT_FIELDS = [
  { field: 'retentionAfterClosure', label: 'How long data is kept after the contract closes', long: true },
  { field: 'instructions', label: 'Where the documented instructions are (Article 28(3)(a))', long: false },
] as const

/** Who is controller for what, and what the contract asks of a processor. */
export function RolesSection() {
  const { value, disabled, errors, change } = useContract()
  return (
    <Section title="Who is controller for what">
      <Fields>
        {ROLE_FIELDS.map(({ field, label }) => (
          <FieldSlot key={field} field={field}>
            <AnswerField<Role>
              label={label}
              answer={value[field]}
              blank="processor"
              disabled={disabled}
              error={errors[field]}
              onChange={(answer) => change({ [field]: answer })}
            >
              {(role, set) => (
                <ChoiceField
                  ariaLabel={label}
                  options={ROLES}
                  value={role}
                  disabled={disabled}
                  onChange={set}
                />
              )}
            </AnswerField>
          </FieldSlot>
        ))}
        {TEXT_FIELDS.map(({ field, label, long }) => (
          <FieldSlot key={field} field={field}>
            <AnswerField
              label={label}
              answer={value[field]}
              blank=""
              disabled={disabled}
              error={errors[field]}
              onChange={(answer) => change({ [field]: answer })}
            >
              {(text, set) => (
                <TextField
                  label=""
                  ariaLabel={label}
                  long={long}
                  value={text}
                  disabled={disabled}
                  onCommit={set}
                />
              )}
            </AnswerField>
          </FieldSlot>
        ))}
      </Fields>
    </Section>
  )
}
