import { inGroups } from '#shared/in-groups.ts'
import { valueOf } from '#shared/answer.ts'
import { countryName, countryNamed } from '#shared/law/countries.ts'
import type { CoverChange } from '#shared/law/transfer-cover.ts'
import { transferMechanism } from '#shared/law/transfer-mechanisms.ts'
import type { TransferStandingCode } from '#shared/law/transfer-standing.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import { usersOf } from '#shared/registers/processors/chain.ts'
import type { Processor } from '#shared/registers/processors/processor.register.ts'
import type { Term } from '#shared/registers/vocabulary/term.schema.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { type Standing, standingOf } from './standing.ts'
import type { Transfer } from './transfer.register.ts'

/** What the question is answered from. */
export type WhatIfRecords = {
  readonly transfers: readonly Transfer[]
  readonly processors: readonly Processor[]
  readonly activities: readonly Activity[]
  readonly terms: readonly Term[]
}

/** A transfer to one of the countries, as it stands and as it would. */
export type TransferThen = {
  readonly id: string
  readonly country: string
  readonly before: Standing
  readonly after: Standing
  /** Whether it would lose what it rests on. */
  readonly isHit: boolean
}

/** A processor or activity that would be touched, and by what. */
export type Touched = { readonly id: string; readonly because: readonly string[] }

export type WhatIf = {
  readonly transfers: readonly TransferThen[]
  readonly processors: readonly Touched[]
  readonly activities: readonly Touched[]
}

/**
 * What would be hit if some countries, given as ISO 3166-1 alpha-2 codes, were no longer approved from today on.
 *
 * Transfers that have stopped do not count. Besides recorded transfers it looks at the places of
 * processors, at those who use them, and at the destinations and recipients of activities.
 *
 * @source UK GDPR Art 44A, Art 45A
 */
export function ifNotAdequate(
  records: WhatIfRecords,
  countries: readonly string[],
  today: PlainDate,
): WhatIf {
  const lost = new Set(countries.map((code) => code.toUpperCase()))
  const changes = [...lost].map((code): CoverChange => ({
    code,
    change: 'withdrawn',
    from: today,
    citation: '',
  }))
  const transfers = records.transfers
    .filter(({ stage, country }) => stage !== 'stopped' && lost.has(country ?? ''))
    .flatMap((transfer) => thenOf(transfer, today, changes))
  const hitIds = new Set(transfers.filter(({ isHit }) => isHit).map(({ id }) => id))
  const hit = records.transfers.filter(({ id }) => hitIds.has(id))
  const processors = processorsTouched(records, hit, lost)
  return { transfers, processors, activities: activitiesTouched(records, hit, lost) }
}

function thenOf(transfer: Transfer, today: PlainDate, changes: readonly CoverChange[]): TransferThen[] {
  const [before, after] = [standingOf(transfer, today), standingOf(transfer, today, changes)]
  if (!before || !after) return []
  const isHit = before.standing === 'adequate' && LACKING.includes(after.standing)
  return [{ id: transfer.id, country: transfer.country!, before, after: asSupposed(after, isHit), isHit }]
}

/** The approval is only thought away, so the words must not say that its end is on record. */
function asSupposed(after: Standing, isHit: boolean): Standing {
  if (!isHit || after.standing !== 'nothing') return after
  return { ...after, reason: 'Without the approval, nothing that is recorded lets it happen.' }
}

/** What does not let a transfer go on as it is. */
const LACKING: readonly TransferStandingCode[] = ['mechanismWithoutTest', 'nothing']

function processorsTouched(
  { processors }: WhatIfRecords,
  hit: readonly Transfer[],
  lost: ReadonlySet<string>,
): readonly Touched[] {
  const direct = processors.flatMap((processor) => {
    if (processor.stage === 'ended') return []
    const because = [
      ...hit.filter(({ processorId }) => processorId === processor.id).map(namedTransfer),
      ...processor.locations
        .filter(({ country, use }) => lost.has(country ?? '') && use !== 'office')
        .map(({ country }) => `Data is held in or seen from ${countryName(country!)}`),
    ]
    return because.length > 0 ? [{ id: processor.id, because: [...new Set(because)] }] : []
  })
  const nameOf = new Map(processors.map(({ id, name }) => [id, name]))
  const through = direct.flatMap(({ id }) =>
    usersOf(processors, [id]).map((user) => ({ id: user, because: [`Uses ${nameOf.get(id)}`] })),
  )
  return merged([...direct, ...through])
}

function activitiesTouched(
  { activities, terms, processors }: WhatIfRecords,
  hit: readonly Transfer[],
  lost: ReadonlySet<string>,
): readonly Touched[] {
  const abroad = new Map(
    terms.flatMap((term) => (lost.has(countryNamed(term.country)?.code ?? '') ? [[term.id, term]] : [])),
  )
  const byTransfer = hit.flatMap((transfer) =>
    transfer.activityIds.map((id) => ({ id, because: [namedTransfer(transfer)] })),
  )
  const byPlace = processors.flatMap(({ name, stage, locations, roles }) =>
    stage !== 'ended' && locations.some(({ country, use }) => lost.has(country ?? '') && use !== 'office')
      ? roles.flatMap(({ activityIds }) => activityIds.map((id) => ({ id, because: [`Uses ${name}`] })))
      : [],
  )
  const byRecord = activities.flatMap((activity) => {
    const because = [...destinationsIn(activity, lost), ...recipientsIn(activity, abroad)]
    return because.length > 0 && activity.status !== 'retired' ? [{ id: activity.id, because }] : []
  })
  const known = new Set<string>(activities.map(({ id }) => id))
  return merged([...byTransfer, ...byPlace, ...byRecord]).filter(({ id }) => known.has(id))
}

/** Destinations that rest on an approval, or on nothing that is recorded. */
function destinationsIn({ destinations }: Activity, lost: ReadonlySet<string>): readonly string[] {
  return (valueOf(destinations) ?? []).flatMap(({ place, mechanism }) => {
    const code = countryNamed(place)?.code
    const kind = transferMechanism(valueOf(mechanism) ?? '')?.kind
    const restsElsewhere = kind === 'safeguard' || kind === 'exception' || kind === 'none'
    return code && lost.has(code) && !restsElsewhere ? [`Names ${place.trim()} as a destination`] : []
  })
}

function recipientsIn(
  { disclosures, systemIds }: Activity,
  abroad: ReadonlyMap<Term['id'], Term>,
): readonly string[] {
  const ids = new Set([...disclosures.map(({ recipientId }) => recipientId), ...systemIds])
  return [...ids].flatMap((id) => {
    const term = abroad.get(id)
    return term ? [`Names ${term.name}, in ${term.country.trim()}`] : []
  })
}

const namedTransfer = ({ reference, name }: Transfer) => `Transfer ${`${reference} ${name}`.trim()}`

function merged(touched: readonly Touched[]): readonly Touched[] {
  return [...inGroups(touched, ({ id }) => id)].map(([id, all]) => ({
    id,
    because: [...new Set(all.flatMap(({ because }) => because))],
  }))
}
