import { CustomerContract } from '#shared/registers/contracts/contract.schema.ts'
import { type ColumnsOf, fold, type Link, type RecordKind } from '../../records/kind.ts'

export const contractKind: RecordKind<CustomerContract> = {
  register: 'contracts',
  table: 'contracts',
  schema: CustomerContract,
  titleOf: ({ name }) => name,
  linksOf: ({ organisationId, customerId }) => [
    ...(organisationId ? [party(organisationId, 'Organisation')] : []),
    ...(customerId ? [party(customerId, 'Customer')] : []),
  ],
  columnsOf: (contract, { organisations }): ColumnsOf<'contracts'> => ({
    organisation_id: contract.organisationId,
    customer_id: contract.customerId,
    search_text: fold(
      contract.name,
      contract.reference,
      contract.subject,
      organisations.get(contract.customerId ?? '')?.legalName,
      contract.notes,
    ),
  }),
}

const party = (target: string, place: string): Link => ({ targetRegister: 'organisations', target, place })
