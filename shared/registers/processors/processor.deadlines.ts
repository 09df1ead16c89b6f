import { type Deadline, deadlineOn } from '#shared/described/deadline.ts'
import { addDays } from '#shared/law/clocks/day-number.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import type { ProcessorFacts } from './processor.fields.ts'

/** What is due about a processor: its contract, its certificates, announced changes, the next review. None once it has ended. */
export function processorDeadlines(processor: ProcessorFacts): readonly Deadline[] {
  if (processor.stage === 'ended') return []
  return [
    ...ofContract(processor),
    ...ofCertificates(processor),
    ...ofChanges(processor),
    ...ofReview(processor),
  ]
}

function ofContract({ endsOn, renews, noticeDays, contractState }: ProcessorFacts): readonly Deadline[] {
  if (!endsOn || contractState === 'missing') return []
  const end = deadlineOn(
    'contract-end',
    renews ? 'Contract renews by itself' : 'Contract ends: renew it, or get the data back',
    endsOn,
    {
      weight: 'promise',
      derivation: `The contract runs until ${formatDay(endsOn)}.`,
      citation: 'UK GDPR Art 28(3)',
      actions: [
        { label: 'Enter the new end', page: null, field: 'endsOn' },
        { label: 'It is coming to an end', page: null, changes: { stage: 'ending' } },
      ],
    },
  )
  if (!noticeDays) return [end]
  const notice = deadlineOn('contract-notice', 'Last day for notice', addDays(endsOn, -noticeDays), {
    weight: 'promise',
    derivation: `${noticeDays} days before the contract ${renews ? 'renews' : 'ends'} on ${formatDay(endsOn)}.`,
    citation: 'The contract',
    warnings: ['How notice is given and counted is in the contract.'],
    actions: [{ label: 'Open the contract’s dates', page: null, field: 'noticeDays' }],
  })
  return [notice, end]
}

function ofCertificates({ certificates }: ProcessorFacts): readonly Deadline[] {
  return certificates.flatMap(({ id, name, expiresOn }) =>
    expiresOn
      ? [
          deadlineOn(`certificate-${id}`, `${name || 'Certificate'} expires: ask for the next`, expiresOn, {
            derivation: `The certificate names ${formatDay(expiresOn)} as its last day.`,
            citation: 'UK GDPR Art 28(1)',
            actions: [{ label: 'Enter the new certificate', page: null, field: 'certificates' }],
          }),
        ]
      : [],
  )
}

function ofChanges({ changeNotices, changeNoticeDays }: ProcessorFacts): readonly Deadline[] {
  return changeNotices.flatMap(({ id, change, toldOn, objectBy, decision }) => {
    if (decision !== '') return []
    const counted = toldOn && changeNoticeDays !== null ? addDays(toldOn, changeNoticeDays) : null
    const due = objectBy ?? counted
    if (!due) return []
    return [
      deadlineOn(`object-${id}`, `Object, or let it be: ${change || 'change of sub-processors'}`, due, {
        weight: 'promise',
        derivation: objectBy
          ? `The announcement names ${formatDay(objectBy)}.`
          : `Told on ${formatDay(toldOn!)}, and the contract gives ${changeNoticeDays} days.`,
        citation: 'UK GDPR Art 28(2)',
        actions: [{ label: 'Enter the decision', page: null, field: 'changeNotices' }],
      }),
    ]
  })
}

function ofReview({ reviewOn }: ProcessorFacts): readonly Deadline[] {
  if (!reviewOn) return []
  return [
    deadlineOn('review', 'Review the processor', reviewOn, {
      derivation: `The review is set for ${formatDay(reviewOn)}.`,
      citation: 'UK GDPR Art 28(1)',
      actions: [{ label: 'Enter the review', page: null, field: 'reviews' }],
    }),
  ]
}
