import { useEngineQuery } from '#renderer/api/client.ts'
import { OptionalChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { DayField } from '#renderer/ui/fields/DayField.tsx'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import { Fields, Section } from '#renderer/ui/record/Section.tsx'
import { useContract } from './contract-record.ts'

/** What was agreed, by whom, and for how long. */
export function AgreementSection() {
  const { value, disabled, errors, change } = useContract()
  const { data: organisations = [] } = useEngineQuery(
    'organisations.list',
    { relation: null },
    { keepPrevious: true },
  )
  const options = (isOwn: boolean) =>
    organisations
      .filter(({ relation }) => (relation === 'own') === isOwn)
      .map(({ id, legalName }) => ({ value: id, label: legalName }))
  return (
    <Section title="The agreement">
      <Fields>
        <FieldSlot field="name">
          <TextField
            label="Name"
            value={value.name}
            disabled={disabled}
            error={errors['name']}
            onCommit={(name) => change({ name })}
          />
        </FieldSlot>
        <FieldSlot field="reference">
          <TextField
            label="Reference"
            value={value.reference}
            disabled={disabled}
            onCommit={(reference) => change({ reference })}
          />
        </FieldSlot>
        <FieldSlot field="organisationId">
          <OptionalChoiceField
            label="Our organisation"
            options={options(true)}
            value={value.organisationId}
            disabled={disabled}
            onChange={(organisationId) => change({ organisationId })}
          />
        </FieldSlot>
        <FieldSlot field="customerId">
          <OptionalChoiceField
            label="Customer"
            options={options(false)}
            value={value.customerId}
            disabled={disabled}
            onChange={(customerId) => change({ customerId })}
          />
        </FieldSlot>
        <FieldSlot field="subject" wide>
          <TextField
            label="What it is about"
            long
            value={value.subject}
            disabled={disabled}
            onCommit={(subject) => change({ subject })}
          />
        </FieldSlot>
        <FieldSlot field="startsOn">
          <DayField
            label="Starts on"
            value={value.startsOn}
            disabled={disabled}
            error={errors['startsOn']}
            onChange={(startsOn) => change({ startsOn })}
          />
        </FieldSlot>
        <FieldSlot field="endsOn">
          <DayField
            label="Ends on"
            value={value.endsOn}
            disabled={disabled}
            error={errors['endsOn']}
            onChange={(endsOn) => change({ endsOn })}
          />
        </FieldSlot>
      </Fields>
    </Section>
  )
}
