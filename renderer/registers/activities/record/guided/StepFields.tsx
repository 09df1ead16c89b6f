import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import { TermField } from '#renderer/ui/terms/TermField.tsx'
import { useActivity } from '../activity-record.ts'
import { Abroad } from '../sections/Abroad.tsx'
import { PeopleAndData } from '../sections/PeopleAndData.tsx'
import { PurposesEditor } from '../sections/PurposesEditor.tsx'
import { SourcesByCategory } from '../sections/WhereFrom.tsx'
import { WhereHeld } from '../sections/WhereHeld.tsx'
import { WhoGetsIt } from '../sections/WhoGetsIt.tsx'
import { RetentionByCategory } from './RetentionByCategory.tsx'
import type { StepKey } from './steps.ts'

/** The questions of one step: the same fields as in the record. */
export function StepFields({ step }: { readonly step: StepKey }) {
  switch (step) {
    case 'what':
      return <WhatStep />
    case 'data':
      return <PeopleAndData />
    case 'sources':
      return (
        <FieldSlot field="data" item={null}>
          <SourcesByCategory />
        </FieldSlot>
      )
    case 'recipients':
      return (
        <>
          <WhoGetsIt />
          <Abroad />
        </>
      )
    case 'retention':
      return <RetentionByCategory />
    case 'safety':
      return <WhereHeld />
  }
}

function WhatStep() {
  const { value, disabled, errors, change } = useActivity()
  return (
    <>
      <FieldSlot field="description">
        <TextField
          label="Description"
          hint="In two or three sentences, as a new colleague would need it"
          long
          value={value.description}
          disabled={disabled}
          error={errors['description']}
          onCommit={(description) => change({ description })}
        />
      </FieldSlot>
      <FieldSlot field="functionId">
        <TermField
          label="Business function"
          vocabulary="functions"
          value={value.functionId}
          disabled={disabled}
          onChange={(functionId) => change({ functionId })}
        />
      </FieldSlot>
      <FieldSlot field="purposes" item={null}>
        <PurposesEditor />
      </FieldSlot>
    </>
  )
}
