import { countryName } from '#shared/law/countries.ts'
import type { RegisterName } from '#shared/records/record.ts'
import type { DescribedName } from '#shared/described/names.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import type { Letter } from '#shared/registers/letters/letter.schema.ts'
import type { Article15Facts } from '#shared/registers/requests/article15-facts.ts'
import { article15Sheet } from '#shared/registers/requests/article15.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import type { RequestLetterVersion } from '#shared/registers/requests/templates/template.schema.ts'
import type { SearchEntry } from '#shared/registers/searches/search.fields.ts'
import { regulatorOn } from '#shared/registers/settings/settings.schema.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { ReadDb } from '../../db/schema.ts'
import { kindOf } from '../../described/kind-of.ts'
import { activityKind } from '../../records/activity.kind.ts'
import { type Lookups, readLookups } from '../../records/lookups.ts'
import { getRecord, rowsOf } from '../../records/store.ts'

/**
 * The sheet with what Article 15(1) and (2) ask for about a request, dated a day: from the activities that were chosen
 * for it or, while none is, from those that the places searched point to.
 *
 * @throws AppError when there is no such request
 */
export async function composeArticle15(
  db: ReadDb,
  requestId: string,
  today: PlainDate,
  version: RequestLetterVersion = 'standard',
): Promise<Letter> {
  const request = (await getRecord(db, kindOf('requests'), requestId)) as unknown as RequestRecord
  const lookups = await readLookups(db, today)
  const facts = await readArticle15(db, request, lookups)
  const organisation = lookups.organisations.get(request.organisationId ?? '') ?? null
  const world = { today, organisation, regulator: regulatorOn(lookups.settings, today) }
  return article15Sheet(facts, request, world, version)
}

/** What the register knows of how the data of the person of a request is used. */
export async function readArticle15(
  db: ReadDb,
  request: RequestRecord,
  { terms }: Pick<Lookups, 'terms'>,
): Promise<Article15Facts> {
  const chosen =
    request.activityIds.length > 0
      ? request.activityIds
      : (await activitiesSearched(db, request.id)).map(({ activity }) => activity.id)
  const activities = await activitiesById(db, chosen)
  const ids = activities.map(({ id }) => id)
  const [disclosures, processors, transfers, retentionRules] = await Promise.all([
    linkedTo(db, 'disclosures', [request.id, ...request.linkedIds]),
    linkedTo(db, 'processors', ids),
    linkedTo(db, 'transfers', ids),
    linkedTo(db, 'retention', ids),
  ])
  const records = [...activities, ...disclosures, ...processors, ...transfers, ...retentionRules]
  const revisions = await revisionsOf(
    db,
    records.map(({ id }) => id),
  )
  const partners = new Map(processors.map(({ id, name }) => [id, name]))
  return {
    request,
    activities,
    disclosures: disclosures as never,
    processors: processors as never,
    transfers: transfers as never,
    retentionRules: retentionRules as never,
    nameOfTerm: (id) => terms.get(id)?.name,
    nameOfCountry: countryName,
    nameOfPartner: (id) => partners.get(id),
    revisionOf: (register, id) => revisions.get(`${register} ${id}`) ?? null,
  }
}

/** An activity that a search points to, and the place that was searched. */
type Searched = { readonly activity: Activity; readonly place: string }

/** The activities whose systems were searched for a request, or that its search record names, each once. */
export async function activitiesSearched(db: ReadDb, requestId: string): Promise<readonly Searched[]> {
  const entries = (await linkedTo(db, 'searches', [requestId])) as unknown as SearchEntry[]
  // What was not found there says nothing about the person.
  const found = entries.filter((entry) => entry.requestId === requestId && entry.found !== 'nothing')
  const named = found.flatMap((entry) => (entry.activityId ? [[entry.activityId, entry.name] as const] : []))
  const systems = found.flatMap((entry) =>
    entry.activityId === null && entry.systemId ? [[entry.systemId, entry.name] as const] : [],
  )
  const users = await usersOf(
    db,
    systems.map(([id]) => id),
  )
  const places = new Map([
    ...users.flatMap(({ id, system }) =>
      systems.flatMap(([one, name]) => (one === system ? [[id, name] as const] : [])),
    ),
    ...named,
  ])
  const activities = await activitiesById(db, [...places.keys()])
  return activities.map((activity) => ({ activity, place: places.get(activity.id)! }))
}

/** Activities by id, in the order asked for; those that are no longer there are left out. */
async function activitiesById(db: ReadDb, ids: readonly string[]): Promise<readonly Activity[]> {
  if (ids.length === 0) return []
  const rows = await rowsOf(db, activityKind).select('body').where('here.id', 'in', ids).execute()
  const found = rows.map(({ body }) => activityKind.schema.parse(JSON.parse(body)))
  return ids.flatMap((id) => found.find((activity) => activity.id === id) ?? [])
}

async function usersOf(db: ReadDb, systems: readonly string[]) {
  if (systems.length === 0) return []
  return db
    .selectFrom('links')
    .select(['record as id', 'target as system'])
    .where('register', '=', 'activities')
    .where('target_register', '=', 'vocabulary')
    .where('target', 'in', systems)
    .execute()
}

/** The records of a described register that refer to one of some records. */
export async function linkedTo(db: ReadDb, register: DescribedName, targets: readonly string[]) {
  if (targets.length === 0) return []
  const kind = kindOf(register)
  const rows = await rowsOf(db, kind)
    .select('body')
    .where('here.id', 'in', (links) =>
      links
        .selectFrom('links')
        .select('record')
        .where('register', '=', register)
        .where('target', 'in', targets),
    )
    .orderBy('here.id')
    .execute()
  return rows.map(({ body }) => kind.schema.parse(JSON.parse(body)))
}

/** The number in the trail of each record’s last change, by register and id. */
export async function revisionsOf(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('revisions')
    .select(({ fn }) => ['register', 'record', fn.max('seq').as('seq')])
    .where('record', 'in', ids)
    .groupBy(['register', 'record'])
    .execute()
  return new Map(
    rows.map(({ register, record, seq }) => [`${register as RegisterName} ${record}`, Number(seq)]),
  )
}
