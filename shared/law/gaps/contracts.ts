import { isSettled, valueOf } from '#shared/answer.ts'
import type { CustomerContract } from '#shared/registers/contracts/contract.schema.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { found, ruleAbout, when } from './gap.ts'

const contractRule = ruleAbout<CustomerContract>('contract')

/** Whether a contract says who decides, on what instructions, and what becomes of the data. @source UK GDPR Art 28(3) */
export const CONTRACT_RULES = [
  contractRule({
    id: 'contract-parties-missing',
    title: 'Party to the contract not named',
    citation: 'UK GDPR Art 30(2)(a)',
    source: 'gdpr-30-2-a',
    severity: 'warning',
    field: 'customerId',
    explanation: 'Records made under the contract name both sides. Choose the organisation and the customer.',
    find: ({ organisationId, customerId }, context) => [
      ...when(!context.organisation(customerId), 'The customer has not been chosen.'),
      ...when(
        !context.organisation(organisationId),
        'The organisation that is party to it has not been chosen.',
      ),
    ],
  }),
  contractRule({
    id: 'contract-role-received-undetermined',
    title: 'Role for data received not determined',
    citation: 'UK GDPR Art 4(7), 4(8)',
    source: 'gdpr-4-7',
    severity: 'warning',
    field: 'roleForDataReceived',
    explanation:
      'Whether the organisation is controller or processor of what the customer hands over decides which record it keeps.',
    find: ({ roleForDataReceived }) =>
      when(
        !isSettled(roleForDataReceived),
        'The role for data the customer hands over has not been determined.',
      ),
  }),
  contractRule({
    id: 'contract-role-created-undetermined',
    title: 'Role for data created not determined',
    citation: 'UK GDPR Art 4(7), 4(8)',
    source: 'gdpr-4-7',
    severity: 'warning',
    field: 'roleForDataCreated',
    explanation:
      'The role for what is created during the service may differ from that for what was received. Say which it is.',
    find: ({ roleForDataCreated }) =>
      when(
        !isSettled(roleForDataCreated),
        'The role for data created during the service has not been determined.',
      ),
  }),
  contractRule({
    id: 'contract-instructions-missing',
    title: 'No documented instructions',
    citation: 'UK GDPR Art 28(3)(a)',
    source: 'gdpr-28-3-a',
    severity: 'error',
    field: 'instructions',
    explanation: 'A processor acts only on the controller’s documented instructions. Say where they are.',
    find: (contract) =>
      when(
        isProcessorContract(contract) && !isSettled(contract.instructions),
        'The organisation acts as processor, but where the customer’s instructions are has not been said.',
      ),
  }),
  contractRule({
    id: 'contract-retention-undetermined',
    title: 'What becomes of the data afterwards not determined',
    citation: 'UK GDPR Art 28(3)(g), Art 30(1)(f)',
    source: 'gdpr-28-3-g',
    severity: 'warning',
    field: 'retentionAfterClosure',
    explanation:
      'A processor deletes or returns data at the end as the controller chooses, and a controller’s record gives time limits. Record what the contract says.',
    find: ({ retentionAfterClosure }) =>
      when(
        !isSettled(retentionAfterClosure),
        'How long data is kept after the contract closes has not been determined.',
      ),
  }),
  contractRule({
    id: 'contract-ended',
    title: 'Contract has ended',
    citation: 'UK GDPR Art 28(3)(g)',
    source: 'gdpr-28-3-g',
    severity: 'warning',
    field: 'endsOn',
    explanation:
      'Activities still rely on a contract that has ended. Enter its new end, link the contract that follows it, or retire the activities and settle what becomes of the data.',
    find: ({ id, endsOn }, context) => {
      if (endsOn === null || endsOn >= context.today) return []
      const relying = context.activitiesUnder(id).filter(({ status }) => status !== 'retired').length
      const who = relying === 1 ? 'an activity still relies' : `${relying} activities still rely`
      return relying > 0 ? found(`The contract ended on ${formatDay(endsOn)}; ${who} on it.`) : []
    },
  }),
] as const

function isProcessorContract({ roleForDataReceived, roleForDataCreated }: CustomerContract): boolean {
  return [roleForDataReceived, roleForDataCreated].some((role) => valueOf(role) === 'processor')
}
