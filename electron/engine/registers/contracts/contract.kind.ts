import { deadlinesOfContract } from '#shared/registers/contracts/contract.deadlines.ts'
import { CustomerContract } from '#shared/registers/contracts/contract.schema.ts'
import { type ColumnsOf, joinTexts, type Link, type RecordKind } from '../../records/kind.ts'

export const contractKind: RecordKind<CustomerContract> = {
  register: 'contracts',
  table: 'contracts',
  schema: CustomerContract,
  titleOf: ({ name }) => name,
  deadlinesOf: deadlinesOfContract,
  linksOf: ({ organisationId, customerId }) => [
    ...(organisationId ? [party(organisationId, 'Organisation')] : []),
    ...(customerId ? [party(customerId, 'Customer')] : []),
  ],
  columnsOf: (contract): ColumnsOf<'contracts'> => ({
    organisation_id: contract.organisationId,
    customer_id: contract.customerId,
  }),
  searchTextOf: (contract, { organisations }) =>
    joinTexts(
      contract.name,
      contract.reference,
      contract.subject,
      organisations.get(contract.customerId ?? '')?.legalName,
      contract.notes,
    ),
}

const party = (target: string, place: string): Link => ({ targetRegister: 'organisations', target, place })
