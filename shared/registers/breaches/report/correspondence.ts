import type { Instant } from '#shared/time/instant.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { Breach } from '../breach.record.ts'
import { phaseWords } from './paper.ts'

/** Something that went to the Commissioner or came from there, or is due to. */
export type CorrespondenceEntry = {
  readonly id: string
  readonly way: 'Sent:' | 'Received:' | 'To do:' | 'Noted:'
  readonly what: string
  /** Null while it has not happened. */
  readonly at: Instant | null
  readonly due: PlainDate | null
  readonly withWhom: string
  readonly reference: string
  readonly said: string
}

/** The reports and everything else that went to and fro, in the order of time; what is still to do stands last, soonest first. */
export function correspondenceOf({ sentReports, followUps }: Breach): readonly CorrespondenceEntry[] {
  const reports = sentReports.map(({ id, phase, sentAt, channel, reference }): CorrespondenceEntry => ({
    id,
    way: 'Sent:',
    what: `${phaseWords(phase)}${channel ? `, ${channel}` : ''}`,
    at: sentAt,
    due: null,
    withWhom: '',
    reference,
    said: '',
  }))
  const others = followUps.map(
    ({ id, what, direction, at, due, withWhom, reference, said }): CorrespondenceEntry => ({
      id,
      way: at ? WAYS[direction ?? 'open'] : 'To do:',
      what: what || 'Further information',
      at,
      due,
      withWhom,
      reference,
      said,
    }),
  )
  return [...reports, ...others].toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
}

const WAYS = { sent: 'Sent:', received: 'Received:', open: 'Noted:' } as const

/** What has happened sorts by its moment; after it, what is due by its day; what has no date comes last. */
function placeOf({ at, due, id }: CorrespondenceEntry): string {
  return `${at ? `0 ${at}` : due ? `1 ${due}` : '2'} ${id}`
}
