import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { Breach } from '../breach.record.ts'
import { lengthInWords } from './countdown.ts'

/** A moment of knowledge: whose it is, when it was, and who says so. */
export type KnownTime = {
  /** The field that holds it. */
  readonly field: 'happenedFrom' | 'noticedAt' | 'awareAt' | 'dpoToldAt' | 'processorToldAt'
  readonly label: string
  readonly at: Instant | null
  /** The moment in UK time, or that it is not known. */
  readonly when: string
  /** Who says so, or what made it certain; empty where nothing is recorded. */
  readonly saidBy: string
  /** How long after the moment before it; empty where one of the two is not known. */
  readonly after: string
}

/** The times that are easily taken for one another, side by side in the order they come in. @source UK GDPR Art 33(1) */
export function timesOf(breach: Breach): readonly KnownTime[] {
  const { happenedFrom, happenedUntil, isOngoing, noticedAt, noticedBy, toldTo, awareAt, awareBecause } =
    breach
  const until = isOngoing ? 'Still going on' : happenedUntil ? `Until ${formatUkMoment(happenedUntil)}` : ''
  const noticed = [noticedBy && `By: ${noticedBy}`, toldTo && `told: ${toldTo}`].filter(Boolean).join('; ')
  const processor = breach.processorAwareAt
    ? `Aware itself on ${formatUkMoment(breach.processorAwareAt)}`
    : 'Its awareness is not ours'
  return withDistances([
    { field: 'happenedFrom', label: 'It happened', at: happenedFrom, saidBy: until },
    ...(breach.processorAwareAt || breach.processorToldAt
      ? ([
          {
            field: 'processorToldAt',
            label: 'Our processor told us',
            at: breach.processorToldAt,
            saidBy: processor,
          },
        ] as const)
      : []),
    { field: 'noticedAt', label: 'Somebody here noticed', at: noticedAt, saidBy: noticed },
    { field: 'awareAt', label: 'The organisation was aware', at: awareAt, saidBy: awareBecause },
    {
      field: 'dpoToldAt',
      label: 'The DPO was told',
      at: breach.dpoToldAt,
      saidBy: '',
    },
  ])
}

type Bare = Pick<KnownTime, 'field' | 'label' | 'at' | 'saidBy'>

function withDistances(times: readonly Bare[]): readonly KnownTime[] {
  return times.map((time, index) => {
    const before = times[index - 1]?.at
    const isLater = Boolean(before && time.at && time.at > before)
    return {
      ...time,
      when: time.at ? formatUkMoment(time.at) : 'Not known yet',
      after: isLater ? `${lengthInWords(before!, time.at!)} later` : '',
    }
  })
}
