import { useEngineCommand, useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, navigate, useRoute } from '#renderer/app/routing.tsx'
import { dataColumns, DataTable } from '#renderer/ui/DataTable.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { NewRecord } from '#renderer/ui/record/NewRecord.tsx'
import { SplitPage } from '#renderer/ui/record/SplitPage.tsx'
import type { Output } from '#shared/rpc/contract.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { ContractPane } from './ContractPane.tsx'
import { roleInWords } from './words.ts'

type Row = Output<'contracts.list'>[number]

const column = dataColumns<Row>()
const name = column.accessor('name', { header: 'Contract' })
const customer = column.accessor('customer', { header: 'Customer' })
const NARROW = column.columns([name, customer])
const WIDE = column.columns([
  name,
  customer,
  column.accessor('organisation', { header: 'Our organisation' }),
  column.accessor((row) => roleInWords(row.roleForDataReceived), {
    id: 'received',
    header: 'For data received',
  }),
  column.accessor((row) => roleInWords(row.roleForDataCreated), {
    id: 'created',
    header: 'For data created',
  }),
  column.accessor('endsOn', {
    header: 'Ends on',
    cell: ({ row }) => (row.original.endsOn ? formatDay(row.original.endsOn) : ''),
  }),
  column.accessor('activities', { header: 'Activities' }),
])

/** Agreements with customers, and who is controller for what under them. */
export function ContractsPage() {
  const { id } = useRoute()
  const { data: rows, error } = useEngineQuery('contracts.list', {}, { keepPrevious: true })
  if (error) return <p role="alert">{sentenceOf(error)}</p>
  return (
    <SplitPage
      header={
        <PageHeader title="Contracts" beside={rows && <span>{rows.length}</span>} actions={<NewContract />} />
      }
      list={
        rows?.length === 0 ? (
          <NoContracts />
        ) : (
          <DataTable
            label="Contracts"
            columns={id ? NARROW : WIDE}
            rows={rows ?? []}
            template={
              id
                ? 'minmax(0, 3fr) minmax(0, 2fr)'
                : 'minmax(200px, 3fr) minmax(140px, 2fr) minmax(140px, 2fr) 130px 130px 160px 84px'
            }
            selectedId={id}
            onOpen={(row) => navigate(hrefOf('contracts', row.id))}
          />
        )
      }
      record={id ? <ContractPane key={id} id={id} /> : null}
    />
  )
}

function NewContract() {
  const create = useEngineCommand('contracts.create')
  return (
    <NewRecord
      label="New contract"
      nameLabel="Name of the contract"
      onCreate={async (contractName) => {
        const { id } = await create.mutateAsync({ name: contractName })
        navigate(hrefOf('contracts', id))
      }}
    />
  )
}

function NoContracts() {
  return (
    <EmptyState
      title="No contract yet"
      example={
        <>
          <p>
            <strong>Family support service, Northshire Council</strong>
          </p>
          <p>
            Processor for the referrals that the council hands over; controller for the case notes made during
            the service.
          </p>
        </>
      }
    >
      A contract says who is controller for what: the same organisation can be processor for what a customer
      hands over and controller for what it creates. Enter each one by its own name.
    </EmptyState>
  )
}
