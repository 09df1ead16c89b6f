import { CHILDREN } from '#shared/law/gaps/words.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import type { Term } from '#shared/registers/vocabulary/term.schema.ts'
import type { SearchEntry } from './search.fields.ts'

/** A place worth searching, and why. */
export type ProposedSearch = {
  /** The same for the same place and holder, whenever it is proposed. */
  readonly key: string
  readonly name: string
  readonly systemId: string | null
  readonly place: string
  readonly isPaper: boolean
  /** The activity it was found by; the first of several. */
  readonly activityId: string
  readonly holder: string
  readonly why: string
  /** Whether the request itself names the activity. */
  readonly isNamed: boolean
}

type Asked = Pick<RequestRecord, 'organisationId' | 'activityIds' | 'peopleIds' | 'personKind'>

type World = {
  readonly activities: readonly Activity[]
  readonly term: (id: string) => Term | undefined
  /** What is in the search record of the request already: it is not proposed again. */
  readonly entries: readonly Pick<SearchEntry, 'systemId' | 'holder' | 'activityId' | 'place'>[]
}

type Hit = { readonly activity: Activity; readonly because: string; readonly isNamed: boolean }

/**
 * Where to search for a request: the systems and paper stores of the activities that it names or that hold data of
 * this kind of person, each with its owner as holder and the reason; first what the request names. An activity that
 * names no system is proposed as a place to ask its owner about, if the request names it.
 *
 * @source UK GDPR Art 15
 */
export function proposeSearches(request: Asked, world: World): readonly ProposedSearch[] {
  const hits = world.activities.flatMap((activity) => hitOf(activity, request, world) ?? [])
  const groups = new Map<string, Hit[]>()
  for (const hit of hits) for (const key of placesOf(hit)) groups.set(key, [...(groups.get(key) ?? []), hit])
  return [...groups]
    .map(([key, found]) => proposalOf(key, found, world))
    .filter((proposal) => !isThere(proposal, world))
    .toSorted((one, other) => Number(other.isNamed) - Number(one.isNamed) || (one.name < other.name ? -1 : 1))
}

function hitOf(activity: Activity, request: Asked, { term }: World): Hit | null {
  if (activity.status === 'retired') return null
  if (request.activityIds.includes(activity.id))
    return { activity, because: 'The request names this activity', isNamed: true }
  if (request.organisationId === null || activity.organisationId !== request.organisationId) return null
  const people = [...new Set([...activity.peopleIds, ...activity.data.flatMap(({ peopleIds }) => peopleIds)])]
  const shared = people.filter((id) => request.peopleIds.includes(id))
  const names = (ids: readonly string[]) => ids.map((id) => term(id)?.name ?? id).join(', ')
  if (shared.length > 0) return { activity, because: `Holds data of: ${names(shared)}`, isNamed: false }
  if (request.peopleIds.length > 0) return null
  if (request.personKind === 'child') {
    const children = people.filter((id) => isAboutChildren(term(id)))
    return children.length > 0
      ? { activity, because: `Holds data of: ${names(children)}`, isNamed: false }
      : null
  }
  // Nothing is known about the person: every place the organisation keeps data in is worth a thought.
  return {
    activity,
    because: 'The kind of person is not recorded, so every system is proposed',
    isNamed: false,
  }
}

function isAboutChildren(term: Term | undefined): boolean {
  return term !== undefined && [term.name, ...term.synonyms].some((name) => CHILDREN.test(name))
}

const SEPARATOR = '\u001F'

function placesOf({ activity, isNamed }: Hit): readonly string[] {
  const systems = [...new Set(activity.systemIds)].map((id) => ['system', id, activity.owner].join(SEPARATOR))
  return systems.length === 0 && isNamed
    ? [['activity', activity.id, activity.owner].join(SEPARATOR)]
    : systems
}

function proposalOf(key: string, hits: readonly Hit[], { term }: World): ProposedSearch {
  const [kind, id, holder] = key.split(SEPARATOR) as [string, string, string]
  const { activity } = hits[0]!
  const system = kind === 'system' ? term(id) : undefined
  const references = hits.map((hit) => hit.activity.reference || hit.activity.name).join(', ')
  const reasons = [...new Set(hits.map(({ because }) => because))].join('; ')
  const where = system?.name ?? (kind === 'system' ? 'A system that is no longer there' : activity.name)
  return {
    key,
    name: holder ? `${where}, ${holder}`.slice(0, 200) : where.slice(0, 200),
    systemId: kind === 'system' ? id : null,
    place: kind === 'system' ? '' : `Wherever “${activity.name}” is kept: no system is recorded`,
    isPaper: system?.medium === 'paper',
    activityId: activity.id,
    holder,
    why: `${reasons} (${references}).`,
    isNamed: hits.some((hit) => hit.isNamed),
  }
}

function isThere({ systemId, activityId, holder }: ProposedSearch, { entries }: World): boolean {
  return entries.some((entry) =>
    systemId === null
      ? entry.systemId === null && entry.activityId === activityId
      : entry.systemId === systemId && (entry.holder === '' || holder === '' || entry.holder === holder),
  )
}
