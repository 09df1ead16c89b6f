import { useState } from 'react'
import { useEngineCommand, useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, navigate, useRoute } from '#renderer/app/routing.tsx'
import { dataColumns, DataTable } from '#renderer/ui/DataTable.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { NewRecord } from '#renderer/ui/record/NewRecord.tsx'
import { SplitPage } from '#renderer/ui/record/SplitPage.tsx'
import type { OrganisationId, Relation } from '#shared/registers/organisations/organisation.schema.ts'
import type { Output } from '#shared/rpc/contract.ts'
import { OrganisationFlow } from './OrganisationFlow.tsx'
import { OrganisationPane } from './OrganisationPane.tsx'
import { RELATION_WORDS, RELATIONS } from './words.ts'

type Row = Output<'organisations.list'>[number]

const column = dataColumns<Row>()
const name = column.accessor('legalName', { header: 'Name' })
const relation = column.accessor(({ relation: of }) => RELATION_WORDS[of], {
  id: 'relation',
  header: 'Relation',
})
const activities = column.accessor('activities', { header: 'Activities' })
const NARROW = column.columns([name, activities])
const WIDE = column.columns([
  name,
  relation,
  column.accessor('kind', { header: 'Kind' }),
  column.accessor(registrationOf, { id: 'registration', header: 'Fee registration' }),
  column.accessor('email', { header: 'Email' }),
  activities,
])

/** Own organisations, customers and partners. */
export function OrganisationsPage() {
  const { id, page } = useRoute()
  const { data: rows, error } = useEngineQuery(
    'organisations.list',
    { relation: null },
    { keepPrevious: true },
  )
  if (error) return <p role="alert">{sentenceOf(error)}</p>
  if (id && page === 'flow') return <OrganisationFlow id={id as OrganisationId} />
  return (
    <SplitPage
      header={
        <PageHeader
          title="Organisations"
          beside={rows && <span>{rows.length}</span>}
          actions={<NewOrganisation />}
        />
      }
      list={
        rows?.length === 0 ? (
          <NoOrganisations />
        ) : (
          <DataTable
            label="Organisations"
            columns={id ? NARROW : WIDE}
            rows={rows ?? []}
            template={
              id
                ? 'minmax(0, 1fr) 84px'
                : 'minmax(220px, 2fr) 140px minmax(140px, 1fr) 150px minmax(140px, 1fr) 90px'
            }
            selectedId={id}
            onOpen={(row) => navigate(hrefOf('organisations', row.id))}
          />
        )
      }
      record={id ? <OrganisationPane key={id} id={id} /> : null}
    />
  )
}

function registrationOf({ icoRegistration: registration }: Row): string {
  if (registration.state === 'value') return registration.value.number || 'number to be determined'
  return registration.state === 'notApplicable' ? 'not applicable' : 'to be determined'
}

function NewOrganisation() {
  const [of, setRelation] = useState<Relation>('own')
  const create = useEngineCommand('organisations.create')
  return (
    <NewRecord
      label="New organisation"
      nameLabel="Legal name"
      beside={<ChoiceField ariaLabel="Relation" options={RELATIONS} value={of} onChange={setRelation} />}
      onCreate={async (legalName) => {
        const { id } = await create.mutateAsync({ legalName, relation: of })
        navigate(hrefOf('organisations', id))
      }}
    />
  )
}

function NoOrganisations() {
  return (
    <EmptyState
      title="No organisation yet"
      example={
        <>
          <p>
            <strong>Elm Tree Fostering Limited</strong>, own organisation, part of the Elm Tree group.
          </p>
          <p>
            Registered with the regulator under its fee number; its Data Protection Officer is named with an
            address.
          </p>
        </>
      }
    >
      Enter each body whose record this is, then the customers and partners that its activities name. A legal
      name is enough to begin.
    </EmptyState>
  )
}
