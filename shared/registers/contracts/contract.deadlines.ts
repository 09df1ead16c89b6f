import { type Deadline, deadlineOn } from '#shared/described/deadline.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import type { CustomerContract } from './contract.schema.ts'

/** The end of a contract, if it has one. */
export function deadlinesOfContract({ endsOn }: CustomerContract): readonly Deadline[] {
  if (!endsOn) return []
  return [
    deadlineOn('end', 'The contract ends', endsOn, {
      weight: 'promise',
      derivation: `The contract ends on ${formatDay(endsOn)}; what it says on keeping and returning data begins then.`,
      citation: 'UK GDPR Art 28(3)(g)',
      actions: [{ label: 'Look at the contract', page: null, field: 'endsOn' }],
    }),
  ]
}
