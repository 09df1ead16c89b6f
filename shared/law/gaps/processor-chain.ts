import type { Processor } from '#shared/registers/processors/processor.register.ts'
import type { GapContext } from './context.ts'
import { about, ruleAbout, when } from './gap.ts'

const rule = ruleAbout<Processor>('processors')

/** Whom a processor uses in turn. @source UK GDPR Art 28(2), Art 28(4) */
export const PROCESSOR_CHAIN_RULES = [
  rule({
    id: 'sub-processor-not-authorised',
    title: 'Sub-processor not authorised',
    citation: 'UK GDPR Art 28(2)',
    source: 'gdpr-28',
    severity: 'error',
    field: 'subProcessors',
    explanation:
      'A processor uses another only with prior written authorisation, specific or general. Authorise it, or object.',
    find: ({ stage, name, authorisation, subProcessors }, context) =>
      stage === 'ended'
        ? []
        : subProcessors
            .filter(
              ({ authorised }) =>
                authorised === false || (authorised === null && authorisation !== 'general'),
            )
            .map(({ id, processorId, what }) =>
              about(
                id,
                `${name} uses ${nameOf(processorId, context) || what || 'a sub-processor'}, but no authorisation is recorded.`,
              ),
            ),
  }),
  rule({
    id: 'sub-processor-other-terms',
    title: 'Sub-processor not bound by the same terms',
    citation: 'UK GDPR Art 28(4)',
    source: 'gdpr-28-4',
    severity: 'warning',
    field: 'subProcessors',
    explanation:
      'The obligations of the first processor are passed on to every sub-processor; the first one stays liable.',
    find: ({ stage, name, subProcessors }, context) =>
      stage === 'ended'
        ? []
        : subProcessors
            .filter(({ sameTerms }) => sameTerms === false)
            .map(({ id, processorId, what }) =>
              about(
                id,
                `${nameOf(processorId, context) || what || 'A sub-processor'} of ${name} is not bound by the same terms.`,
              ),
            ),
  }),
  rule({
    id: 'sub-processors-without-authorisation-kind',
    title: 'How sub-processors are authorised is not known',
    citation: 'UK GDPR Art 28(2)',
    source: 'gdpr-28',
    severity: 'note',
    field: 'authorisation',
    explanation: 'The contract says whether each sub-processor is approved or only announced. Record which.',
    find: ({ kind, stage, name, authorisation, subProcessors }) =>
      when(
        kind === 'processor' && stage !== 'ended' && authorisation === null && subProcessors.length > 0,
        `${name} has sub-processors, but how they are authorised is not recorded.`,
      ),
  }),
]

function nameOf(id: string | null, { records }: GapContext): string {
  return records.processors.find((processor) => processor.id === id)?.name ?? ''
}
