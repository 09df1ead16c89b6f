import { isSettled, valueOf } from '#shared/answer.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import type { Role } from '#shared/registers/contracts/contract.schema.ts'
import type { GapContext } from './context.ts'
import { about, type Finding, when } from './gap.ts'
import { activityRule } from './parts.ts'
import { CONTRACT, isBlank } from './words.ts'

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  controller: 'controller',
  jointController: 'joint controller',
  processor: 'processor',
}

/** Whether the part the organisation plays is borne out by arrangements and contracts. @source UK GDPR Art 26, Art 28(3) */
export const ROLE_RULES = [
  activityRule({
    id: 'joint-arrangement-missing',
    title: 'Joint controllers without an arrangement',
    citation: 'UK GDPR Art 26',
    source: 'gdpr-26',
    severity: 'error',
    field: 'jointArrangement',
    explanation:
      'Joint controllers settle by an arrangement who answers for what, above all for people’s rights. Record its essence, the contact point and the document.',
    find: ({ role, jointArrangement }) =>
      when(
        role === 'jointController' && !isSettled(jointArrangement),
        'No arrangement between the joint controllers is recorded.',
      ),
  }),
  activityRule({
    id: 'joint-arrangement-empty',
    title: 'Joint arrangement that says nothing',
    citation: 'UK GDPR Art 26',
    source: 'gdpr-26',
    severity: 'warning',
    field: 'jointArrangement',
    explanation: 'The essence of the arrangement is made available to people. Write it down.',
    find: ({ role, jointArrangement }) => {
      const arrangement = valueOf(jointArrangement)
      return when(
        role === 'jointController' && arrangement !== undefined && isBlank(arrangement.essence),
        'The essence of the joint arrangement has not been written down.',
      )
    },
  }),
  activityRule({
    id: 'processor-without-contract',
    title: 'Processor record without a contract',
    citation: 'UK GDPR Art 28(3)',
    source: 'gdpr-28-3',
    severity: 'error',
    field: 'contractIds',
    explanation:
      'A processor acts under a contract or other legal act with the controller. Link the contract.',
    find: ({ role, contractIds }) =>
      when(role === 'processor' && contractIds.length === 0, 'No contract with the controller is linked.'),
  }),
  activityRule({
    id: 'processor-without-instructions',
    title: 'Processor record without documented instructions',
    citation: 'UK GDPR Art 28(3)(a)',
    source: 'gdpr-28-3-a',
    severity: 'error',
    field: 'contractIds',
    explanation:
      'A processor acts only on documented instructions. Say in the contract’s record where they are.',
    find: ({ role, contractIds }, context) =>
      role === 'processor'
        ? contractIds.flatMap((id) => {
            const contract = context.contract(id)
            if (!contract) return [about(id, 'A linked contract is no longer in the register.')]
            return isSettled(contract.instructions)
              ? []
              : [about(id, `Where the instructions under “${contract.name}” are has not been said.`)]
          })
        : [],
  }),
  activityRule({
    id: 'role-differs-from-contract',
    title: 'Role differs from the contract',
    citation: 'UK GDPR Art 4(7), 4(8)',
    source: 'gdpr-4-7',
    severity: 'warning',
    field: 'role',
    explanation:
      'The contract gives the organisation another part than this record does. Who decides purposes and means settles it; correct the one that is wrong.',
    find: rolesThatDiffer,
  }),
  activityRule({
    id: 'contracts-all-ended',
    title: 'Every linked contract has ended',
    citation: 'UK GDPR Art 28(3)(g)',
    source: 'gdpr-28-3-g',
    severity: 'warning',
    field: 'contractIds',
    explanation:
      'The activity is not retired, but every contract it takes place under has ended. Link the new contract, or retire the activity and settle what becomes of the data.',
    find: ({ contractIds }, context) => {
      const ends = contractIds.map((id) => context.contract(id)?.endsOn ?? null)
      const allEnded = ends.length > 0 && ends.every((endsOn) => endsOn !== null && endsOn < context.today)
      return when(allEnded, 'Every contract linked to this activity has ended.')
    },
  }),
  activityRule({
    id: 'condition-contract-missing',
    title: 'Activity that depends on a contract without one',
    citation: 'UK GDPR Art 6(1)',
    source: 'gdpr-6-1',
    severity: 'warning',
    field: 'onlyIf',
    explanation:
      'The activity or some of its data is used only if a contract or customer requires it. Link the contracts that do, so that it can be seen where the condition is met.',
    find: ({ onlyIf, data, contractIds }) => {
      const conditions = [onlyIf, ...data.map((use) => use.onlyIf)]
      return when(
        contractIds.length === 0 &&
          conditions.some((text) => CONTRACT.test(text) || /\bcustomers?\b/i.test(text)),
        'Use depends on a contract or customer, but no contract is linked.',
      )
    },
  }),
] as const

function rolesThatDiffer({ role, contractIds }: Activity, context: GapContext): readonly Finding[] {
  return contractIds.flatMap((id) => {
    const contract = context.contract(id)
    if (!contract) return []
    const roles = [valueOf(contract.roleForDataReceived), valueOf(contract.roleForDataCreated)]
    const known = roles.filter((found) => found !== undefined)
    if (known.length < roles.length || known.includes(role)) return []
    const names = [...new Set(known)].map((found) => ROLE_NAMES[found]).join(' and ')
    return [about(id, `This record says ${ROLE_NAMES[role]}, “${contract.name}” says ${names}.`)]
  })
}
