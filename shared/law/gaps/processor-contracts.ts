import { clauseLines, type Clause } from '#shared/registers/processors/clauses.ts'
import type { Processor } from '#shared/registers/processors/processor.register.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { about, ruleAbout, when } from './gap.ts'
import { daysAfter } from './parts.ts'
import { isBlank } from './words.ts'

const rule = ruleAbout<Processor>('processors')

/** How long before its end a contract is worth a warning. */
const ENDING_DAYS = 90

const clauseRule = (id: string, answer: Clause['answer'], isConfirmed: boolean) =>
  rule({
    id,
    title: answer === 'no' ? 'Clause missing from the contract' : 'Clause only partly in the contract',
    citation: isConfirmed ? 'UK GDPR Art 28' : 'UK GDPR Art 28(4), 28(9), 28(10)',
    source: isConfirmed ? 'gdpr-28' : 'gdpr-28-4',
    severity: answer === 'no' ? 'error' : 'warning',
    field: 'clauses',
    explanation: 'Ask for an amendment, or record what else binds the processor to it.',
    find: (processor) =>
      isProcessorInUse(processor)
        ? clauseLines(processor.clauses)
            .filter(({ term, clause }) => clause.answer === answer && term.confirmed === isConfirmed)
            .map(({ term, clause }) =>
              about(
                clause.id,
                `The contract with ${processor.name} ${answer === 'no' ? 'does not say' : 'says only in part'}: ${term.label} (${term.citation}).`,
              ),
            )
        : [],
  })

/** The contract with a processor, clause by clause. @source UK GDPR Art 28 */
export const PROCESSOR_CONTRACT_RULES = [
  rule({
    id: 'processor-contract-missing',
    title: 'Processor without a signed contract',
    citation: 'UK GDPR Art 28(3)',
    source: 'gdpr-28-3',
    severity: 'error',
    field: 'contractState',
    explanation:
      'A processor works under a contract or other legal act that binds it. Record the signed contract, or stop the processing.',
    find: (processor) =>
      when(
        isProcessorInUse(processor) &&
          processor.contractState !== 'signed' &&
          processor.contractState !== 'expired',
        `${processor.name} is a processor in use, but no signed contract is recorded.`,
      ),
  }),
  rule({
    id: 'processor-contract-expired',
    title: 'Contract with a processor has ended',
    citation: 'UK GDPR Art 28(3)',
    source: 'gdpr-28-3',
    severity: 'error',
    field: 'endsOn',
    explanation: 'Without a contract in force the processor is not bound. Renew it, or end the processing.',
    find: (processor, { today }) =>
      when(
        isProcessorInUse(processor) &&
          (processor.contractState === 'expired' || (hasEnd(processor) && processor.endsOn! < today)),
        processor.endsOn
          ? `The contract with ${processor.name} ran until ${formatDay(processor.endsOn)}.`
          : `The contract with ${processor.name} is recorded as expired.`,
      ),
  }),
  rule({
    id: 'processor-contract-ending',
    title: 'Contract with a processor ends soon',
    citation: 'UK GDPR Art 28(3)',
    source: 'gdpr-28-3',
    severity: 'warning',
    field: 'endsOn',
    check: 'The ninety days are a working habit, not law.',
    explanation: 'Decide in time: renew it, or plan the return of the data.',
    find: (processor, { today }) =>
      when(
        isProcessorInUse(processor) &&
          hasEnd(processor) &&
          processor.endsOn! >= today &&
          processor.endsOn! <= daysAfter(today, ENDING_DAYS),
        `The contract with ${processor.name} ends on ${processor.endsOn ? formatDay(processor.endsOn) : ''}.`,
      ),
  }),
  clauseRule('processor-clause-missing', 'no', true),
  clauseRule('processor-clause-missing-to-check', 'no', false),
  clauseRule('processor-clause-partly', 'partly', true),
  rule({
    id: 'processor-clauses-unread',
    title: 'Contract not looked through',
    citation: 'UK GDPR Art 28(3)',
    source: 'gdpr-28-3',
    severity: 'warning',
    field: 'clauses',
    explanation: 'Go through the contract on the page “Article 28” and note the page of each clause.',
    find: (processor) => {
      const lines = clauseLines(processor.clauses)
      const open = lines.filter(({ clause }) => clause.answer === null).length
      return when(
        isProcessorInUse(processor) && processor.contractState === 'signed' && open > 0,
        `${open} of ${lines.length} points of Article 28 have not been looked up in the contract with ${processor.name}.`,
      )
    },
  }),
  rule({
    id: 'processor-clause-without-reason',
    title: 'Clause set aside without a reason',
    citation: 'UK GDPR Art 28',
    source: 'gdpr-28',
    severity: 'note',
    field: 'clauses',
    explanation: '“Not applicable” needs its reason.',
    find: ({ clauses, name }) =>
      clauses
        .filter(({ answer, because }) => answer === 'notApplicable' && isBlank(because))
        .map(({ id, clause }) =>
          about(id, `Why clause ${clause ?? ''} does not apply to ${name} is not said.`),
        ),
  }),
]

/** Whether it processes for the organisation itself now; those of a processor are bound by that one. */
export function isProcessorInUse({ kind, direction, stage }: Processor): boolean {
  const isActive = stage === 'inUse' || stage === 'ending'
  return kind === 'processor' && isActive && direction !== 'weWorkFor'
}

function hasEnd({ endsOn, renews }: Processor): boolean {
  return endsOn !== null && renews !== true
}
