import { z } from 'zod'
import { command, query } from '#shared/rpc/procedure.ts'
import { ContractId, CustomerContract } from './contract.schema.ts'

export const contractProcedures = {
  'contracts.list': query({
    input: z.object({}),
    output: z.array(
      CustomerContract.extend({ organisation: z.string(), customer: z.string(), activities: z.int() }),
    ),
  }),
  'contracts.get': query({ input: z.object({ id: ContractId }), output: CustomerContract }),
  'contracts.create': command({
    input: z.object({ name: CustomerContract.shape.name }),
    output: z.object({ id: ContractId }),
  }),
  /** Changes the fields given and leaves the others alone. */
  'contracts.change': command({
    input: z.object({ id: ContractId, changes: CustomerContract.omit({ id: true }).partial() }),
    output: CustomerContract,
  }),
  /** Refused while an activity refers to it. */
  'contracts.remove': command({ input: z.object({ id: ContractId }), output: z.object({}) }),
} as const
