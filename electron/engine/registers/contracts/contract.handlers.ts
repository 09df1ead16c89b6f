import type { contractProcedures } from '#shared/registers/contracts/contract.contract.ts'
import { ContractId, newContract } from '#shared/registers/contracts/contract.schema.ts'
import { countActivities, refuseWhileUsed } from '../../records/links.ts'
import { allRecords, getRecord } from '../../records/store.ts'
import type { HandlersFor } from '../../rpc/context.ts'
import { contractKind } from './contract.kind.ts'

export const contractHandlers: HandlersFor<typeof contractProcedures> = {
  'contracts.list': async ({ db, lookups }) => {
    const uses = await countActivities(db, 'contracts')
    const { organisations } = await lookups()
    const nameOf = (id: string | null) => organisations.get(id ?? '')?.legalName ?? ''
    const all = await allRecords(db, contractKind)
    return all.map((contract) => ({
      ...contract,
      organisation: nameOf(contract.organisationId),
      customer: nameOf(contract.customerId),
      activities: uses.get(contract.id) ?? 0,
    }))
  },

  'contracts.get': ({ db }, { id }) => getRecord(db, contractKind, id),

  'contracts.create': async ({ ledger, newId }, { name }) => {
    const id = ContractId.parse(newId())
    await ledger.put(contractKind, newContract(id, name))
    return { id }
  },

  'contracts.change': async ({ db, ledger }, { id, changes }) => {
    const contract = contractKind.schema.parse({ ...(await getRecord(db, contractKind, id)), ...changes })
    await ledger.put(contractKind, contract)
    return contract
  },

  'contracts.remove': async ({ db, ledger }, { id }) => {
    await refuseWhileUsed(db, 'contracts', id)
    await ledger.remove(contractKind, id)
    return {}
  },
}
