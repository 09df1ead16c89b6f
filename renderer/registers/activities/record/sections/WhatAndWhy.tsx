import { ChoiceField, ChoicesField, OptionalChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { DayField } from '#renderer/ui/fields/DayField.tsx'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import { Fields, Section } from '#renderer/ui/record/Section.tsx'
import { TermField } from '#renderer/ui/terms/TermField.tsx'
import { useActivity } from '../activity-record.ts'
import { useContractOptions, useOrganisationOptions } from '../use-options.ts'
import { ROLES } from '../words.ts'
import { JointArrangement } from './JointArrangement.tsx'
import { PurposesEditor } from './PurposesEditor.tsx'

/** What the activity is, whose it is, and what its data is used for. */
export function WhatAndWhy() {
  const { value, disabled, errors, change } = useActivity()
  return (
    <Section title="What and why">
      <Fields>
        <FieldSlot field="description" wide>
          <TextField
            label="Description"
            long
            value={value.description}
            disabled={disabled}
            error={errors['description']}
            onCommit={(description) => change({ description })}
          />
        </FieldSlot>
        <Parties />
        <FieldSlot field="functionId">
          <TermField
            label="Business function"
            vocabulary="functions"
            value={value.functionId}
            disabled={disabled}
            onChange={(functionId) => change({ functionId })}
          />
        </FieldSlot>
        <FieldSlot field="owner">
          <TextField
            label="Owner"
            value={value.owner}
            disabled={disabled}
            error={errors['owner']}
            onCommit={(owner) => change({ owner })}
          />
        </FieldSlot>
        <FieldSlot field="reviewOn">
          <DayField
            label="Review on"
            value={value.reviewOn}
            disabled={disabled}
            error={errors['reviewOn']}
            onChange={(reviewOn) => change({ reviewOn })}
          />
        </FieldSlot>
        <FieldSlot field="onlyIf" wide>
          <TextField
            label="Takes place only if"
            hint="For example: only if the contract requires it. Empty means always."
            value={value.onlyIf}
            disabled={disabled}
            error={errors['onlyIf']}
            onCommit={(onlyIf) => change({ onlyIf })}
          />
        </FieldSlot>
        <FieldSlot field="purposes" item={null} wide>
          <h4>Purposes</h4>
          <PurposesEditor />
        </FieldSlot>
      </Fields>
    </Section>
  )
}

/** Whose record it is, in which role, under which contracts and with whom. */
export function Parties() {
  const { value, disabled, errors, change } = useActivity()
  const organisations = useOrganisationOptions()
  const contracts = useContractOptions()
  return (
    <>
      <FieldSlot field="organisationId">
        <OptionalChoiceField
          label="Organisation"
          options={organisations.own}
          value={value.organisationId}
          disabled={disabled}
          error={errors['organisationId']}
          onChange={(organisationId) => change({ organisationId })}
        />
      </FieldSlot>
      <FieldSlot field="role">
        <ChoiceField
          label="Role"
          options={ROLES}
          value={value.role}
          disabled={disabled}
          onChange={(role) => change({ role })}
        />
      </FieldSlot>
      <FieldSlot field="contractIds">
        <ChoicesField
          label="Contracts it is done under"
          options={contracts}
          value={value.contractIds}
          disabled={disabled}
          onChange={(contractIds) => change({ contractIds })}
        />
      </FieldSlot>
      {(value.role !== 'controller' || value.partyIds.length > 0) && (
        <FieldSlot field="partyIds">
          <ChoicesField
            label={value.role === 'processor' ? 'On behalf of' : 'Jointly with'}
            options={organisations.all}
            value={value.partyIds}
            disabled={disabled}
            onChange={(partyIds) => change({ partyIds })}
          />
        </FieldSlot>
      )}
      {(value.role === 'jointController' || value.jointArrangement.state !== 'toBeDetermined') && (
        <JointArrangement />
      )}
    </>
  )
}
