import { article15Checks } from './article15.ts'
import type { RequestLetterKind } from './letter-kinds.ts'
import { extendedDay, type RequestLetterFacts } from './letter-facts.ts'
import type { RequestRecord } from './request.fields.ts'

const NAMING =
  'Naming an exemption can give away what it protects: leave it out where saying so would defeat it, and note why.'

/** The law that makes each letter say what it says. */
export function basisOf(kind: RequestLetterKind, { right }: Pick<RequestRecord, 'right'>): string {
  switch (kind) {
    case 'acknowledgement':
      return 'UK GDPR Art 12, Art 12A'
    case 'identity':
      return 'UK GDPR Art 12(6), Art 12A(2)'
    case 'clarification':
      return 'UK GDPR Art 12A(5), 12A(6)'
    case 'extension':
      return 'UK GDPR Art 12A(3)'
    case 'partial':
    case 'refusal':
      return 'UK GDPR Art 12(4); DPA 2018 ss.164A, 165, 167'
    case 'final':
      return right === 'R-ACCESS' ? 'UK GDPR Art 12A, Art 15; DPA 2018 ss.164A, 165' : 'UK GDPR Art 12A'
    case 'noData':
      return 'UK GDPR Art 15(1), Art 15(1A); DPA 2018 ss.164A, 165'
  }
}

/**
 * What to look at before a letter is sent.
 *
 * @source UK GDPR Art 12(5), Art 12(6), Art 12A, Art 12A(3), Art 15
 */
export function checksOf(kind: RequestLetterKind, facts: RequestLetterFacts): readonly string[] {
  const { record, article15 } = facts
  switch (kind) {
    case 'acknowledgement':
      return record.feeAskedOn === null
        ? []
        : ['The letter says that there is nothing to pay, but a fee was asked for.']
    case 'identity':
      return record.identityDoubted === false
        ? ['The record says that there are no reasonable doubts: then nothing may be asked for.']
        : []
    case 'clarification':
      return [
        ...(record.right === 'R-ACCESS'
          ? []
          : ['Only an access request is paused by such a question. Take the sentence about the time out.']),
        'Ask only where it is reasonably needed, as when a great deal is held; not of everybody.',
      ]
    case 'extension': {
      const { tooLate } = extendedDay(facts)
      return tooLate ? [tooLate] : []
    }
    case 'partial':
      return [...enclosed(record), ...article15Checks(article15), ...naming(record)]
    case 'refusal':
      return naming(record)
    case 'final':
      return [...enclosed(record), ...article15Checks(article15)]
    case 'noData':
      return []
  }
}

function enclosed({ right }: RequestRecord): readonly string[] {
  return right === 'R-ACCESS' ? ['Enclose the copy of the data.'] : []
}

function naming({ exemptions, exemptionsUnsaid }: RequestRecord): readonly string[] {
  const unsaid = exemptions.filter((code) => exemptionsUnsaid.includes(code))
  return [
    ...(exemptions.length > unsaid.length ? [NAMING] : []),
    ...(unsaid.length > 0
      ? [`The letter does not name ${unsaid.join(', ')}: see that the reasons do not give it away either.`]
      : []),
  ]
}
