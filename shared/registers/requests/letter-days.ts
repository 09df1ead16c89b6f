import type { PlainDate } from '#shared/time/plain-date.ts'
import type { RequestLetterKind } from './letter-kinds.ts'
import type { RequestRecord } from './request.fields.ts'

/**
 * The days of a request that a letter stands for, as they are set when it is sent; a day that is there already stays.
 *
 * @source UK GDPR Art 12(6), Art 12A, Art 12A(3)
 */
export function daysSetBy(
  kind: RequestLetterKind,
  record: RequestRecord,
  day: PlainDate,
  how: RequestRecord['delivery'],
): Partial<RequestRecord> {
  switch (kind) {
    case 'acknowledgement':
      return {}
    case 'identity':
      return record.identityAskedOn === null ? { identityAskedOn: day } : {}
    case 'clarification':
      return {
        clarifications: record.clarifications.map((one) =>
          one.askedOn === null && one.answeredOn === null ? { ...one, askedOn: day } : one,
        ),
      }
    case 'extension':
      return record.extensionNoticeOn === null ? { extensionNoticeOn: day } : {}
    case 'partial':
    case 'refusal':
    case 'final':
    case 'noData':
      return record.sentOn === null ? { sentOn: day, stage: 'sent', delivery: record.delivery ?? how } : {}
  }
}
