import type { Stamp } from '#shared/records/register-content.ts'
import { regulatorOn, type Settings } from '#shared/registers/settings/settings.schema.ts'
import { formatDay, formatInstant, ukDayOf } from '#shared/time/plain-date.ts'
import { joined, oneLine } from './answer.words.ts'
import type { Fact } from './document-model.ts'

/** What a cover says of the state that is printed: as at when, made when, from which register and link of its chain. */
export function stampFacts(settings: Settings, stamp: Stamp): readonly Fact[] {
  const regulator = regulatorOn(settings, stamp.asAt ?? ukDayOf(stamp.madeAt))
  return [
    {
      label: 'Shown as at',
      lines: [stamp.asAt ? `The end of ${formatDay(stamp.asAt)}` : 'The moment it was made'],
    },
    { label: 'Made', lines: [formatInstant(stamp.madeAt)] },
    {
      label: 'Regulator',
      lines: [
        joined([regulator.name, regulator.shortName && `(${regulator.shortName})`], ' '),
        joined([oneLine(regulator.address), regulator.telephone, regulator.website]),
      ],
    },
    { label: 'Register', lines: [stamp.registerName, stamp.registerId].filter(Boolean) },
    { label: 'Revision', lines: [`${stamp.chain.seq}`] },
    { label: 'Chain head', lines: [stamp.chain.head.replaceAll(/(.{8})(?=.)/gu, '$1 ')] },
  ]
}

/** What stands at the foot of every page. */
export function footerOf({ chain, madeAt }: Stamp): string {
  return `Chain ${chain.head.slice(0, 16)} · revision ${chain.seq} · made ${formatInstant(madeAt)}`
}
