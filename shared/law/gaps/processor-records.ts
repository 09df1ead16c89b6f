import { countryName, countryNamed } from '#shared/law/countries.ts'
import type { Arrangement } from '#shared/registers/arrangements/arrangement.register.ts'
import type { Processor } from '#shared/registers/processors/processor.register.ts'
import type { Transfer } from '#shared/registers/transfers/transfer.register.ts'
import type { GapContext } from './context.ts'
import { about, found, ruleAbout, when } from './gap.ts'
import { knowsAllRecords } from './all-records.ts'
import { listed } from './parts.ts'

const rule = ruleAbout<Processor>('processors')

/** What the other registers say of a processor or recipient. @source UK GDPR Art 4(7), Art 26, Art 44A */
export const PROCESSOR_RECORD_RULES = [
  rule({
    id: 'recipient-part-not-settled',
    title: 'Part of a recipient not settled',
    citation: 'UK GDPR Art 4(7), 4(8)',
    source: 'gdpr-4-7',
    severity: 'note',
    field: 'kind',
    explanation: 'Whether a contract under Article 28 is needed depends on the part it plays. Say which.',
    find: ({ kind, stage, name }) =>
      when(
        stage !== 'ended' && (kind === null || kind === 'recipient'),
        `Whether ${name} acts as controller or processor has not been said.`,
      ),
  }),
  rule({
    id: 'recipient-abroad-without-transfer',
    title: 'Data is held in or seen from abroad, but no transfer is recorded',
    citation: 'UK GDPR Art 30(1)(e), Art 44A',
    source: 'gdpr-44a',
    severity: 'error',
    field: 'locations',
    explanation:
      'Hosting abroad, support access from abroad and recipients abroad are looked at one by one. Record the transfer, or that it is not a restricted one.',
    find: abroadWithoutTransfer,
  }),
  rule({
    id: 'processor-part-differs',
    title: 'Activity and register disagree about the part somebody plays',
    citation: 'UK GDPR Art 4(7), 4(8)',
    source: 'gdpr-4-7',
    severity: 'warning',
    field: 'roles',
    explanation:
      'One of the two is wrong, or the part differs by activity: say so under “Part played in each activity”.',
    find: partDiffers,
  }),
  rule({
    id: 'joint-controller-without-arrangement',
    title: 'Joint controller without an arrangement',
    citation: 'UK GDPR Art 26',
    source: 'gdpr-26',
    severity: 'warning',
    field: 'kind',
    explanation:
      'Joint controllers settle who does what. Record the arrangement under “Joint-controller arrangements”.',
    find: (processor, context) => {
      if (processor.kind !== 'jointController' || processor.stage === 'ended' || !knowsAllRecords(context))
        return []
      const arrangements = context.records.arrangements as unknown as readonly Arrangement[]
      return when(
        !arrangements.some(({ partyIds }) => processor.partnerId && partyIds.includes(processor.partnerId)),
        `${processor.name} is a joint controller, but no arrangement names it.`,
      )
    },
  }),
]

function abroadWithoutTransfer(processor: Processor, context: GapContext) {
  if (processor.stage === 'ended' || !knowsAllRecords(context)) return []
  const transfers = context.records.transfers as unknown as readonly Transfer[]
  const own = transfers.filter(
    ({ processorId, recipientId }) =>
      processorId === processor.id || (recipientId !== null && recipientId === processor.recipientId),
  )
  const missing = placesOf(processor, context).filter(
    ({ code }) => !own.some(({ country }) => country === code),
  )
  return missing.map(({ code, item, why }) =>
    item === null
      ? found(sentence(processor.name, code, why))[0]!
      : about(item, sentence(processor.name, code, why)),
  )
}

function sentence(name: string, code: string, why: string): string {
  return `${name}: ${why} ${countryName(code)}, but no transfer there is recorded.`
}

type Place = { readonly code: string; readonly item: string | null; readonly why: string }

/** Each country abroad once: places of the data, and the country of the recipient while activities name it. */
function placesOf({ locations, country, recipientId }: Processor, context: GapContext): readonly Place[] {
  const places: Place[] = locations.flatMap(({ id, country: code, use }) =>
    code && code !== 'GB' && use !== 'office'
      ? [{ code, item: id, why: 'data is held in or seen from' }]
      : [],
  )
  const seat = country ?? countryNamed(context.term(recipientId ?? '')?.country ?? '')?.code
  const naming = namesOfActivities(recipientId, context)
  if (seat && seat !== 'GB' && naming.length > 0)
    places.push({
      code: seat,
      item: null,
      why: `${listed(naming)} ${naming.length === 1 ? 'names' : 'name'} it, in`,
    })
  return [...new Map(places.toReversed().map((place) => [place.code, place])).values()]
}

function namesOfActivities(recipientId: string | null, { activities }: GapContext): readonly string[] {
  if (recipientId === null) return []
  return activities
    .filter(
      ({ status, disclosures }) =>
        status !== 'retired' && disclosures.some((disclosure) => disclosure.recipientId === recipientId),
    )
    .map(({ reference, name }) => reference || name)
}

const AS_CAPACITY: Readonly<Record<string, string>> = {
  processor: 'processor',
  subProcessor: 'processor',
  jointController: 'jointController',
  controller: 'controller',
}
const CAPACITY_WORDS: Readonly<Record<string, string>> = {
  processor: 'processor',
  jointController: 'joint controller',
  controller: 'controller',
}

function partDiffers({ kind, name, recipientId, roles, stage }: Processor, { activities }: GapContext) {
  if (recipientId === null || stage === 'ended') return []
  return activities.flatMap(({ id, reference, disclosures }) => {
    const special = roles.find(({ activityIds }) => activityIds.includes(id))?.theirPart
    const here = AS_CAPACITY[special ?? kind ?? '']
    const there = disclosures.find((disclosure) => disclosure.recipientId === recipientId)?.capacity
    if (!here || !there || there === 'unknown' || there === here) return []
    return [
      about(
        id,
        `${reference} calls ${name} a ${CAPACITY_WORDS[there]}; here it is a ${CAPACITY_WORDS[here]}.`,
      ),
    ]
  })
}
