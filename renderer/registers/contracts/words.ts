import type { Answer } from '#shared/answer.ts'
import type { Role } from '#shared/registers/contracts/contract.schema.ts'

const WORDS: Readonly<Record<Role, string>> = {
  controller: 'Controller',
  jointController: 'Joint controller',
  processor: 'Processor',
}

export const ROLES = Object.entries(WORDS).map(([value, label]) => ({ value, label }))

/** A role that may not be settled, in words. */
export function roleInWords(role: Answer<Role>): string {
  if (role.state === 'value') return WORDS[role.value]
  return role.state === 'notApplicable' ? 'not applicable' : 'to be determined'
}
