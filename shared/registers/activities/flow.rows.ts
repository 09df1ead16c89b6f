import { valueOf } from '#shared/answer.ts'
import {
  answerText,
  CAPACITY_WORDS,
  type FlowColumn,
  type FlowPlace,
  type FlowRow,
  type FlowWords,
} from './flow.parts.ts'
import type { Activity, Destination, Disclosure } from './activity.schema.ts'

type Places = Map<string, FlowPlace>

/** The movements one activity's record states; the places they join are added to `places`. */
export function flowRowsOf(activity: Activity, words: FlowWords, places: Places): FlowRow[] {
  const here = `activity:${activity.id}`
  const name = (id: string) => words.terms.get(id)?.name ?? 'Term not in the library'
  put(places, here, 'activities', activity.name, activity.peopleIds.map(name).join(', '))
  const bases = activity.purposes.flatMap((purpose) => valueOf(purpose.basis) ?? []).map(words.basis)
  const shared = {
    activityId: activity.id,
    activity: activity.name,
    data: activity.data.map((use) => name(use.categoryId)),
    bases: [...new Set(bases)],
    capacity: '',
    agreement: '',
    mechanism: '',
    condition: activity.onlyIf,
  }
  const around: Around = { shared, here, places, words, name }
  return [
    ...[...dataBySource(activity)].map(([sourceId, categories]) => sourceRow(sourceId, categories, around)),
    ...activity.systemIds.map((systemId) => heldRow(systemId, around)),
    ...activity.disclosures.map((disclosure) => disclosureRow(disclosure, around)),
    ...(valueOf(activity.destinations) ?? []).map((destination) => abroadRow(destination, around)),
  ]
}

type Around = {
  readonly shared: Omit<FlowRow, 'id' | 'step' | 'other' | 'links'>
  /** The key of the activity's own place. */
  readonly here: string
  readonly places: Places
  readonly words: FlowWords
  readonly name: (id: string) => string
}

const NOT_RECORDED = 'not-recorded'

function sourceRow(sourceId: string, categories: readonly string[], around: Around): FlowRow {
  const { shared, here, places, name } = around
  const missing = sourceId === NOT_RECORDED
  const other = missing ? 'Source not recorded' : name(sourceId)
  const key = put(places, `source:${sourceId}`, 'sources', other, '', missing)
  const data = categories.map(name)
  return { ...shared, id: `${here}:from:${sourceId}`, step: 'source', other, data, links: [[key, here]] }
}

function heldRow(systemId: string, { shared, here, places, words, name }: Around): FlowRow {
  const term = words.terms.get(systemId)
  const detail = [term?.medium, term?.location].filter(Boolean).join(' · ')
  const other = name(systemId)
  const key = put(places, `held:${systemId}`, 'held', other, detail)
  return { ...shared, id: `${here}:in:${systemId}`, step: 'held', other, links: [[here, key]] }
}

function disclosureRow(disclosure: Disclosure, { shared, here, places, name }: Around): FlowRow {
  const capacity = CAPACITY_WORDS[disclosure.capacity]
  const other = name(disclosure.recipientId)
  const key = put(places, `to:${disclosure.recipientId}`, 'recipients', other, capacity)
  return {
    ...shared,
    id: `${here}:to:${disclosure.id}`,
    step: 'disclosure',
    other,
    capacity,
    agreement: answerText(disclosure.agreement, (line) => line),
    condition: [shared.condition, disclosure.onlyIf].filter(Boolean).join('; '),
    links: [[here, key]],
  }
}

function abroadRow(destination: Destination, { shared, here, places, words, name }: Around): FlowRow {
  const mechanism = answerText(destination.mechanism, words.mechanism)
  const recipient = destination.recipientId
  const recipientKey =
    recipient === null
      ? put(places, 'to:not-named', 'recipients', 'Recipient not named', '', true)
      : put(places, `to:${recipient}`, 'recipients', name(recipient), '')
  const place = destination.place || 'Place not recorded'
  const placeKey = put(
    places,
    `abroad:${place.toLowerCase()}`,
    'abroad',
    place,
    mechanism,
    destination.place === '',
  )
  return {
    ...shared,
    id: `${here}:abroad:${destination.id}`,
    step: 'abroad',
    other: recipient === null ? place : `${place} (${name(recipient)})`,
    mechanism,
    agreement: answerText(destination.safeguards, (line) => line),
    links: [
      [here, recipientKey],
      [recipientKey, placeKey],
    ],
  }
}

/** The categories of data by where they come from, in the order of the record. */
function dataBySource(activity: Activity): Map<string, string[]> {
  const bySource = new Map<string, string[]>()
  for (const use of activity.data)
    for (const source of use.sourceIds.length > 0 ? use.sourceIds : [NOT_RECORDED])
      bySource.set(source, [...(bySource.get(source) ?? []), use.categoryId])
  return bySource
}

function put(
  places: Places,
  key: string,
  column: FlowColumn,
  label: string,
  detail: string,
  missing = false,
): string {
  const before = places.get(key)
  places.set(key, { key, column, label, detail: before?.detail || detail, missing })
  return key
}
