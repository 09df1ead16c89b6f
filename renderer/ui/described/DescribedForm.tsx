import { useEngineQuery } from '#renderer/api/client.ts'
import { OptionalChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { EvidenceField, NotesField } from '#renderer/ui/record/EvidenceAndNotes.tsx'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import { Fields, Section } from '#renderer/ui/record/Section.tsx'
import { described } from '#shared/described/all.ts'
import type { DescribedName } from '#shared/described/names.ts'
import { useDescribedRecord } from './described-record.ts'
import { FilesOwnerContext } from './fields/files-part.ts'
import { FieldEditor } from './fields/FieldEditor.tsx'
import type { RegisterAdditions } from './register-props.ts'

type DescribedFormProps = {
  readonly register: DescribedName
  readonly sections: RegisterAdditions['sections']
}

/** The form of a record as its description lays it out, with the parts that its register adds. */
export function DescribedForm({ register, sections }: DescribedFormProps) {
  const form = useDescribedRecord()
  const { value, disabled, errors, change } = form
  const description = described(register)
  const { before = [], after = [], instead = {} } = sections ?? {}
  return (
    <FilesOwnerContext value={{ register, id: value.id }}>
      {before.map((Part, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the parts of a register never change places
        <Part key={index} record={value} />
      ))}
      <Section title="Whose it is">
        <Fields>
          <OrganisationField />
          <FieldSlot field="owner">
            <TextField
              label="Owner"
              value={value.owner}
              disabled={disabled}
              error={errors['owner']}
              onCommit={(owner) => change({ owner })}
            />
          </FieldSlot>
        </Fields>
      </Section>
      {description.sections.map(({ title, hint, fields }) => (
        <Section key={title} title={title} hint={hint}>
          <Fields>
            {fields.map((key) => {
              const field = description.fields[key]!
              const Own = instead[key]
              return Own ? (
                <FieldSlot key={key} field={key} wide>
                  <Own record={value} />
                </FieldSlot>
              ) : (
                <FieldSlot key={key} field={key} wide={field.wide ?? false}>
                  <FieldEditor
                    field={field}
                    name={key}
                    value={value[key]}
                    disabled={disabled}
                    error={errors[key]}
                    onChange={(next) => change({ [key]: next })}
                  />
                </FieldSlot>
              )
            })}
          </Fields>
        </Section>
      ))}
      {after.map((Part, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the parts of a register never change places
        <Part key={index} record={value} />
      ))}
      <Section title="Evidence and notes" hint="The document a fact was taken from, in its own words">
        <EvidenceField form={form} />
        <NotesField form={form} />
      </Section>
    </FilesOwnerContext>
  )
}

function OrganisationField() {
  const { value, disabled, errors, change } = useDescribedRecord()
  const { data = [] } = useEngineQuery('organisations.list', { relation: 'own' }, { keepPrevious: true })
  return (
    <FieldSlot field="organisationId">
      <OptionalChoiceField
        label="Organisation"
        options={data.map(({ id, legalName }) => ({ value: id as string, label: legalName }))}
        value={value.organisationId}
        disabled={disabled}
        error={errors['organisationId']}
        onChange={(organisationId) => change({ organisationId })}
      />
    </FieldSlot>
  )
}
