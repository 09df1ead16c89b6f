import { type Deadline, deadlineOn } from '#shared/described/deadline.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'

/** The fields that the dates of a piece of evidence come from. */
export type EvidenceDates = {
  readonly dueAgainOn: PlainDate | null
  readonly findings: ReadonlyArray<{
    readonly id: string
    readonly finding: string
    readonly dueOn: PlainDate | null
    readonly doneOn: PlainDate | null
  }>
}

/** When it is due again, and what its findings still ask for. */
export function evidenceDeadlines({ dueAgainOn, findings }: EvidenceDates): readonly Deadline[] {
  const again = dueAgainOn
    ? [
        deadlineOn('again', 'Due again', dueAgainOn, {
          derivation: `The record says that it is due again on ${formatDay(dueAgainOn)}.`,
          citation: 'UK GDPR Art 32(1)(d), Art 39(1)(b)',
          actions: [{ label: 'Enter the next date', page: null, field: 'dueAgainOn' }],
        }),
      ]
    : []
  const open = findings.flatMap(({ id, finding, dueOn, doneOn }) =>
    dueOn && !doneOn
      ? [
          deadlineOn(`finding-${id}`, `Deal with a finding: ${finding || 'not named yet'}`, dueOn, {
            derivation: `The record wants it dealt with by ${formatDay(dueOn)}.`,
            citation: 'UK GDPR Art 32(1)(d)',
            actions: [{ label: 'Enter what was done', page: null, field: 'findings' }],
          }),
        ]
      : [],
  )
  return [...again, ...open]
}
