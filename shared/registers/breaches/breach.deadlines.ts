import { type Deadline, deadlineOn } from '#shared/described/deadline.ts'
import { breachClock, formatUkMoment } from '#shared/law/clocks/breach.ts'
import { derivationText } from '#shared/law/clocks/clock.ts'
import { Instant } from '#shared/time/instant.ts'
import { formatDay, ukDayOf } from '#shared/time/plain-date.ts'
import type { Breach } from './breach.record.ts'

const HOUR_MS = 3_600_000
/** How long before the end of the 72 hours we want to have decided, so that there is time to write the report. */
const DECIDE_HOURS_BEFORE = 24

/** Whether nothing more is to be done about a breach. */
export function isBreachClosed({ status }: Breach): boolean {
  return status === 'closed' || status === 'noBreach'
}

/** Whether a personal data breach may have happened: not a near miss, and not looked into and set aside. */
export function mayBeBreach({ nearMiss, status }: Breach): boolean {
  return nearMiss !== true && status !== 'noBreach'
}

/** Whether it was decided that the Commissioner need not be told. @source UK GDPR Art 33(1) */
export function isNotToReport({ commissionerDecision }: Pick<Breach, 'commissionerDecision'>): boolean {
  return commissionerDecision === 'doNot' || commissionerDecision === 'logOnly'
}

/**
 * The moment the time is counted from: awareness, or the earliest it can have been while that is not recorded.
 *
 * @source UK GDPR Art 33(1)
 */
export function countedFrom(breach: Breach): { readonly at: Instant; readonly isAwareness: boolean } | null {
  if (breach.awareAt) return { at: breach.awareAt, isAwareness: true }
  const at = breach.noticedAt ?? breach.dpoToldAt ?? breach.recordedAt
  return at ? { at, isAwareness: false } : null
}

/** What is due: the notification, the decision before it, the controller, the people, and what was agreed to be done. */
export function breachDeadlines(breach: Breach): readonly Deadline[] {
  if (isBreachClosed(breach)) return []
  return [
    ...(mayBeBreach(breach)
      ? [...commissioner(breach), ...controllers(breach), ...otherBodies(breach), ...people(breach)]
      : []),
    ...phases(breach),
    ...actions(breach),
  ]
}

function commissioner(breach: Breach): readonly Deadline[] {
  const { ourRole, commissionerDecision, reportedAt } = breach
  const from = countedFrom(breach)
  if (!from || ourRole === 'processor' || reportedAt || isNotToReport(breach)) return []
  const clock = breachClock({ awareAt: from.at })
  const warnings = from.isAwareness ? [] : [NOT_AWARENESS]
  const notify: Deadline = {
    ...deadlineAt('notify', 'Tell the Commissioner', clock.due!),
    weight: 'law',
    derivation: derivationText(clock),
    citation: 'UK GDPR Art 33(1)',
    warnings,
    actions: [
      { label: 'Make the report', page: 'report' },
      { label: 'Not reportable, because …', page: 'decide' },
    ],
  }
  return commissionerDecision === 'report' ? [notify] : [notify, decision(clock.due!, warnings)]
}

const NOT_AWARENESS =
  'When the organisation became aware is not recorded: counted from the earliest moment it can have been. Record it under “Who knew when”.'

function decision(notifyBy: Instant, warnings: readonly string[]): Deadline {
  return {
    ...deadlineAt(
      'decide',
      'Decide whether to tell the Commissioner',
      hoursFrom(notifyBy, -DECIDE_HOURS_BEFORE),
    ),
    derivation: `Our own aim: ${DECIDE_HOURS_BEFORE} hours before the time to tell the Commissioner ends on ${formatUkMoment(notifyBy)}, so that there is time to write the report.`,
    citation: 'UK GDPR Art 33(1)',
    warnings,
    actions: [{ label: 'Decide by five questions', page: 'decide' }],
  }
}

/** A processor tells the controller; the law gives no number of hours, a contract may. @source UK GDPR Art 33(2) */
function controllers(breach: Breach): readonly Deadline[] {
  const from = countedFrom(breach)
  if (breach.ourRole !== 'processor' || !from || breach.controllerToldAt) return []
  const { contractHours } = breach
  const due = contractHours === null ? from.at : hoursFrom(from.at, contractHours)
  const counted =
    contractHours === null
      ? 'The law says without undue delay and gives no number of hours, so it is due at once; a contract may give a time.'
      : `The contract gives ${contractHours} hours, to ${formatUkMoment(due)}; the law says without undue delay.`
  return [
    {
      ...deadlineAt('controller', 'Tell the controller', due),
      weight: contractHours === null ? 'law' : 'promise',
      derivation: `We act as processor and became aware on ${formatUkMoment(from.at)}. ${counted}`,
      citation: 'UK GDPR Art 33(2)',
      warnings: from.isAwareness ? [] : [NOT_AWARENESS],
      actions: [
        { label: 'Write the notice', page: 'letters' },
        { label: 'Record that it was told', page: null, field: 'controllerToldAt' },
      ],
    },
  ]
}

/** Bodies that a contract gives a number of hours for: a duty outside data protection law. */
function otherBodies(breach: Breach): readonly Deadline[] {
  const from = countedFrom(breach)
  if (!from) return []
  return breach.otherBodies.flatMap(({ id, body, because, hours, toldAt }) => {
    if (hours === null || toldAt) return []
    const due = hoursFrom(from.at, hours)
    return [
      {
        ...deadlineAt(`body-${id}`, `Tell ${body || 'another body'}`, due),
        weight: 'promise' as const,
        derivation: `${hours} hours from becoming aware on ${formatUkMoment(from.at)}, to ${formatUkMoment(due)}${because ? `: ${because}` : ''}. The hours are those recorded here; the contract itself decides.`,
        citation: because || 'Contract',
        warnings: from.isAwareness ? [] : [NOT_AWARENESS],
        actions: [{ label: 'Record that it was told', page: null, field: 'otherBodies' }],
      },
    ]
  })
}

function people({
  peopleDecision,
  peopleDecidedAt,
  peopleToldAt,
  awareAt,
  noticedAt,
  risk,
}: Breach): readonly Deadline[] {
  const since = peopleDecidedAt ?? awareAt ?? noticedAt
  const isToTell = peopleDecision === 'tell' || peopleDecision === 'publicNotice'
  if (!since || peopleToldAt || !(isToTell || (risk === 'high' && peopleDecision === null))) return []
  const why = isToTell
    ? `It was decided to tell them; counted from ${formatUkMoment(since)}.`
    : `A high risk is likely and nothing has been decided; counted from ${formatUkMoment(since)}.`
  return [
    deadlineOn('people', 'Tell the people', ukDayOf(since), {
      derivation: `${why} The law says without undue delay and gives no number of days.`,
      citation: 'UK GDPR Art 34',
      weight: 'law',
      actions: [
        isToTell
          ? { label: 'Write to them', page: 'letters' }
          : { label: 'Decide about the people', page: 'decide' },
        { label: 'Record that they were told', page: null, field: 'peopleToldAt' },
      ],
    }),
  ]
}

function phases({ followUps }: Breach): readonly Deadline[] {
  return followUps.flatMap(({ id, what, due, at }) =>
    due && !at
      ? [
          deadlineOn(`phase-${id}`, what || 'Further information', due, {
            derivation: `Further information was promised or asked for by ${formatDay(due)}.`,
            citation: 'UK GDPR Art 33(4)',
            weight: 'promise',
            actions: [{ label: 'Record that it was given', page: null, field: 'followUps' }],
          }),
        ]
      : [],
  )
}

function actions({ actions: agreed }: Breach): readonly Deadline[] {
  return agreed.flatMap(({ id, what, owner, due, doneOn }) =>
    due && !doneOn
      ? [
          deadlineOn(`action-${id}`, what || 'Action', due, {
            derivation: `Agreed to be done by ${formatDay(due)}${owner ? ` by ${owner}` : ''}.`,
            citation: 'UK GDPR Art 33(5)',
            actions: [{ label: 'Record that it is done', page: null, field: 'actions' }],
          }),
        ]
      : [],
  )
}

function deadlineAt(key: string, title: string, dueAt: Instant): Deadline {
  return { ...deadlineOn(key, title, ukDayOf(dueAt), { derivation: '', citation: '' }), due: null, dueAt }
}

function hoursFrom(at: Instant, hours: number): Instant {
  return Instant.parse(new Date(Date.parse(at) + hours * HOUR_MS).toISOString())
}
