import type { Processor } from '#shared/registers/processors/processor.register.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { about, ruleAbout, when } from './gap.ts'
import { PROCESSOR_CHAIN_RULES } from './processor-chain.ts'
import { isProcessorInUse, PROCESSOR_CONTRACT_RULES } from './processor-contracts.ts'
import { PROCESSOR_RECORD_RULES } from './processor-records.ts'
import { isBlank } from './words.ts'

const rule = ruleAbout<Processor>('processors')

const PROMISE_RULES = [
  rule({
    id: 'processor-due-diligence-missing',
    title: 'Guarantees of a processor not checked',
    citation: 'UK GDPR Art 28(1)',
    source: 'gdpr-28',
    severity: 'warning',
    field: 'checkedOn',
    explanation:
      'Only processors that give sufficient guarantees may be used. Record what was checked, and when.',
    find: (processor) =>
      when(
        isProcessorInUse(processor) && processor.checkedOn === null,
        `When the guarantees of ${processor.name} were checked is not recorded.`,
      ),
  }),
  rule({
    id: 'processor-certificate-expired',
    title: 'Certificate has expired',
    citation: 'UK GDPR Art 28(1)',
    source: 'gdpr-28',
    severity: 'warning',
    field: 'certificates',
    explanation:
      'A guarantee that rests on a certificate lasts as long as the certificate. Ask for the next one.',
    find: ({ stage, name, certificates }, { today }) =>
      stage === 'ended'
        ? []
        : certificates
            .filter(({ expiresOn }) => expiresOn !== null && expiresOn < today)
            .map((one) =>
              about(
                one.id,
                `${one.name || 'A certificate'} of ${name} expired on ${formatDay(one.expiresOn!)}.`,
              ),
            ),
  }),
  rule({
    id: 'processor-breach-period-missing',
    title: 'How soon a processor reports breaches is not known',
    citation: 'UK GDPR Art 33(2)',
    source: 'gdpr-33',
    severity: 'warning',
    field: 'breachNoticeHours',
    explanation:
      'The processor tells the controller without undue delay; the 72 hours of the controller leave little time. Record the hours promised.',
    find: (processor) =>
      when(
        isProcessorInUse(processor) && processor.breachNoticeHours === null,
        `Within how many hours ${processor.name} tells of a breach is not recorded.`,
      ),
  }),
  rule({
    id: 'processor-end-without-proof',
    title: 'Processing has ended without proof of return or deletion',
    citation: 'UK GDPR Art 28(3)(g)',
    source: 'gdpr-28-3-g',
    severity: 'error',
    field: 'endProof',
    explanation:
      'At the end the data is deleted or returned, as the controller chooses. Ask for the confirmation.',
    find: ({ kind, stage, name, endProof }) =>
      when(
        isProcessorKind(kind) && stage === 'ended' && isBlank(endProof),
        `${name} no longer processes, but nothing shows that the data was returned or deleted.`,
      ),
  }),
]

/** What binds a processor, what it guarantees, whom it uses, and what the other registers say of it. @source UK GDPR Art 28, Art 33(2) */
export const PROCESSOR_RULES = [
  ...PROCESSOR_CONTRACT_RULES,
  ...PROMISE_RULES,
  ...PROCESSOR_CHAIN_RULES,
  ...PROCESSOR_RECORD_RULES,
]

function isProcessorKind(kind: Processor['kind']): boolean {
  return kind === 'processor' || kind === 'subProcessor'
}
