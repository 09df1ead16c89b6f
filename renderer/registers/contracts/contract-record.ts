import { createRecordForm } from '#renderer/ui/record/record-form.tsx'
import type { CustomerContract } from '#shared/registers/contracts/contract.schema.ts'

/** Lets the sections read the contract on the screen and change it, one field at a time. */
export const { RecordProvider: ContractProvider, useRecord: useContract } =
  createRecordForm<CustomerContract>()
