import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useEngineCommand, useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { navigate, useRoute } from '#renderer/app/routing.tsx'
import { ChoiceField, OptionalChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { GapsProvider } from '#renderer/ui/gaps/GapsProvider.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { focusOnce } from '#renderer/ui/record/focus-once.ts'
import { useIsReadOnly } from '#renderer/ui/record/useIsReadOnly.ts'
import { ActivityId } from '#shared/registers/activities/activity.schema.ts'
import type { Role } from '#shared/registers/contracts/contract.schema.ts'
import type { OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'
import { ActivityProvider } from './activity-record.ts'
import { useSaveActivity } from './RecordPane.tsx'
import { useOrganisationOptions } from './use-options.ts'
import { ROLES } from './words.ts'
import { guidedHref } from './guided/guided-href.ts'
import classes from './guided/guided.module.css'
import { GuidedSteps } from './guided/GuidedSteps.tsx'

/** A new activity in about ten minutes, six short steps; what is answered is kept at once. */
export function GuidedCapture() {
  const { search } = useRoute()
  const id = ActivityId.safeParse(search.get('activity'))
  return id.success ? <Continue key={id.data} id={id.data} /> : <Begin />
}

function Begin() {
  const [name, setName] = useState('')
  const [organisationId, setOrganisation] = useState<OrganisationId | null>(null)
  const [role, setRole] = useState<Role>('controller')
  const { own } = useOrganisationOptions()
  const create = useEngineCommand('activities.create')
  const isReadOnly = useIsReadOnly()
  const only = own.length === 1 ? own[0]!.value : null
  const begin = async () => {
    const { id } = await create.mutateAsync({
      name: name.trim(),
      organisationId: organisationId ?? only,
      role,
    })
    navigate(guidedHref(id, 'what'), { replace: true })
  }
  return (
    <div className={classes.page}>
      <PageHeader
        title="New activity"
        description="Six short steps, about ten minutes. A name is enough to begin; every answer is kept at once, and the rest can wait."
      />
      <form
        className={classes.begin}
        onSubmit={(event) => {
          event.preventDefault()
          void begin().catch(() => undefined)
        }}
      >
        <TextInput
          label="Name of the activity"
          description="What people call it, for example: Supervised contact sessions"
          value={name}
          disabled={isReadOnly}
          error={create.error ? sentenceOf(create.error) : undefined}
          ref={focusOnce}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <OptionalChoiceField
          label="Organisation"
          options={own}
          value={organisationId ?? only}
          disabled={isReadOnly}
          onChange={setOrganisation}
        />
        <ChoiceField
          label="Role of the organisation"
          options={ROLES}
          value={role}
          disabled={isReadOnly}
          onChange={setRole}
        />
        <div>
          <Button type="submit" disabled={isReadOnly || name.trim() === ''} loading={create.isPending}>
            Begin
          </Button>
        </div>
      </form>
    </div>
  )
}

function Continue({ id }: { readonly id: ActivityId }) {
  const record = useEngineQuery('activities.get', { id })
  const save = useSaveActivity(id)
  if (record.error) return <p role="alert">{sentenceOf(record.error)}</p>
  if (!record.data) return null
  return (
    <ActivityProvider stored={record.data.activity} save={save}>
      <GapsProvider register="activities" id={id}>
        <GuidedSteps />
      </GapsProvider>
    </ActivityProvider>
  )
}
