import { breachClock, formatUkMoment } from '#shared/law/clocks/breach.ts'
import type { Instant } from '#shared/time/instant.ts'
import { countedFrom, mayBeBreach } from './breach.deadlines.ts'
import { BREACH_FIELDS, type Breach } from './breach.record.ts'
import type { ChronologyEntry } from './chronology.ts'

/** An entry before its day is worked out; what it leaves out is empty. */
export type Dated = Pick<ChronologyEntry, 'key' | 'at' | 'kind' | 'what' | 'field'> & Partial<ChronologyEntry>

/** What the fields of a breach date: the three times of knowledge, the timeline, who else was told, what was agreed. */
export function recordedEntries(breach: Breach): readonly Dated[] {
  return [
    ...momentEntries(breach),
    ...clockEntries(breach),
    ...breach.events.map(({ id, at, what, who, source }): Dated => {
      return { key: `event-${id}`, at, kind: 'event', what, who, source, field: 'events', item: id }
    }),
    ...correspondenceEntries(breach),
    ...othersEntries(breach),
    ...fileEntries(breach),
    ...actionEntries(breach),
    ...(breach.closedOn
      ? [
          {
            key: 'closedOn',
            at: null,
            day: breach.closedOn,
            kind: 'closed',
            what: 'Closed',
            field: 'closedOn',
          } as const,
        ]
      : []),
  ]
}

type MomentField = {
  readonly [Key in keyof Breach]: Breach[Key] extends Instant | null ? Key : never
}[keyof Breach]

function momentEntries(breach: Breach): readonly Dated[] {
  const { noticedBy, toldTo, awareBecause, isOngoing, processorAwareAt } = breach
  const entry = (field: MomentField, kind: Dated['kind'], what: string, more: Partial<Dated> = {}) => {
    const at = breach[field]
    if (!at) return []
    const about: { readonly citation?: string } = BREACH_FIELDS[field]
    return [{ key: field, at, kind, what, field, citation: about.citation ?? '', ...more } satisfies Dated]
  }
  return [
    ...entry('happenedFrom', 'happened', breach.happenedUntil ? 'It began' : 'It happened'),
    ...entry('happenedUntil', 'happened', isOngoing ? 'It was still going on' : 'It ended'),
    ...entry('processorAwareAt', 'known', 'Our processor became aware'),
    ...entry('processorToldAt', 'known', 'Our processor told us', {
      source: processorAwareAt ? '' : 'When it became aware itself is not recorded',
    }),
    ...entry('noticedAt', 'known', 'Somebody here first noticed', {
      who: noticedBy,
      source: toldTo && `Reported inside to: ${toldTo}`,
    }),
    ...entry('awareAt', 'known', 'The organisation became aware', {
      source: awareBecause,
      citation: 'UK GDPR Art 33(1)',
    }),
    ...entry('dpoToldAt', 'known', 'The data protection officer was told'),
    ...entry('recordedAt', 'known', 'Recorded in the log of breaches', { citation: 'UK GDPR Art 33(5)' }),
    ...entry('containedAt', 'happened', 'Contained', { source: breach.containment }),
    ...entry('peopleToldAt', 'told', 'The people were told', { source: breach.peopleToldHow }),
    ...entry('controllerToldAt', 'told', 'The controller was told'),
  ]
}

/** The end of the 72 hours, where we are the ones who tell the Commissioner. @source UK GDPR Art 33(1) */
function clockEntries(breach: Breach): readonly Dated[] {
  const from = countedFrom(breach)
  if (!from || !mayBeBreach(breach) || breach.ourRole === 'processor') return []
  const counted = `Counted from ${formatUkMoment(from.at)}`
  return [
    {
      key: 'seventy-two-hours',
      at: breachClock({ awareAt: from.at }).due,
      kind: 'clock',
      what: 'The 72 hours to tell the Commissioner end',
      source: from.isAwareness
        ? counted
        : `${counted}, the earliest moment the organisation can have been aware`,
      citation: 'UK GDPR Art 33(1)',
      standing: 'due',
      field: 'awareAt',
    },
  ]
}

const WAY_WORDS = { sent: 'Sent to', received: 'Received from' } as const

function correspondenceEntries({ followUps }: Breach): readonly Dated[] {
  return followUps.flatMap(({ id, what, direction, at, due, reference, withWhom, said }) => {
    const shared = {
      kind: 'correspondence',
      who: withWhom,
      source: [said, reference && `Reference ${reference}`].filter(Boolean).join('; '),
      citation: 'UK GDPR Art 33(4)',
      field: 'followUps',
      item: id,
    } as const
    const way = direction ? `${WAY_WORDS[direction]} the Commissioner: ` : ''
    const told: Dated = { ...shared, key: `follow-up-${id}`, at, what: `${way}${what}` }
    const awaited: Dated = {
      ...shared,
      key: `follow-up-due-${id}`,
      at: null,
      day: due,
      what: `Promised or asked for: ${what}`,
      standing: 'due',
    }
    return [...(due ? [awaited] : []), ...(at || !due ? [told] : [])]
  })
}

function othersEntries({ otherBodies }: Breach): readonly Dated[] {
  return otherBodies.map(({ id, body, because, toldAt, reference }) => {
    return {
      key: `other-${id}`,
      at: toldAt,
      kind: 'told',
      what: toldAt ? `${body} was told` : `${body} is to be told`,
      source: [because, reference && `reference ${reference}`].filter(Boolean).join('; '),
      standing: toldAt ? 'past' : 'due',
      field: 'otherBodies',
      item: id,
    }
  })
}

function fileEntries({ evidenceFiles }: Breach): readonly Dated[] {
  return evidenceFiles.map(({ id, name, about, addedAt, addedBy }) => {
    return {
      key: `file-${id}`,
      at: addedAt,
      kind: 'evidence',
      what: `Evidence attached: ${name}`,
      who: addedBy,
      source: about,
      citation: 'UK GDPR Art 33(5)',
      field: 'evidenceFiles',
      item: id,
    }
  })
}

function actionEntries({ actions }: Breach): readonly Dated[] {
  return actions.flatMap(({ id, what, owner, due, doneOn }) => {
    const shared = { at: null, kind: 'action', who: owner, field: 'actions', item: id } as const
    const isOpen = doneOn === null
    const planned: Dated = {
      ...shared,
      key: `action-due-${id}`,
      day: due,
      what: `Action ${isOpen ? '' : 'was '}due: ${what}`,
      standing: 'due',
    }
    const done: Dated = { ...shared, key: `action-done-${id}`, day: doneOn, what: `Action done: ${what}` }
    return [...(due || isOpen ? [planned] : []), ...(isOpen ? [] : [done])]
  })
}
