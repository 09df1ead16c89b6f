import { pagesLeft } from '#shared/cases/progress.ts'
import { forecastOf, willBeLate } from '#shared/cases/forecast.ts'
import { deadlineContext } from '#shared/described/deadline-context.ts'
import { AppError } from '#shared/errors.ts'
import type { BoardCard, CaseOverview } from '#shared/registers/cases/case-life.contract.ts'
import { nationOfRequest } from '#shared/registers/requests/request-clock.ts'
import { requestDeadlines } from '#shared/registers/requests/request.deadlines.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { Cases } from '../../cases/open-cases.ts'
import { emptyOverview, overviewOf } from '../../cases/overview.ts'
import type { ReadDb } from '../../db/schema.ts'
import { storageError } from '../../db/storage-error.ts'
import type { Lookups } from '../../records/lookups.ts'
import { openAccessRequests } from './requests.query.ts'

/** Every open request for access, by title. */
export async function readBoard(
  db: ReadDb,
  cases: Cases,
  lookups: Lookups,
  today: PlainDate,
): Promise<BoardCard[]> {
  const cards: BoardCard[] = []
  for (const request of await openAccessRequests(db))
    cards.push(await readCard(cases, lookups, today, request))
  return cards
}

/** How far a request for access is, and when its pages will be reviewed at the present pace. */
export async function readCard(
  cases: Cases,
  { settings, organisations }: Lookups,
  today: PlainDate,
  record: RequestRecord,
): Promise<BoardCard> {
  const context = deadlineContext(settings, (id) => organisations.get(id ?? '')?.nation)
  const answer = requestDeadlines(record, context).find(({ key }) => key === 'answer')
  const overview = await overviewIfSound(cases, record.id, today)
  const dueOn = answer?.due ?? null
  const forecastOn =
    overview?.state === 'open' && overview.pages > 0
      ? forecastOf({
          pagesLeft: pagesLeft(overview),
          pagesPerHour: overview.pagesPerHour,
          today,
          nation: nationOfRequest(record, context),
          extraHolidays: context.extraHolidays,
        })
      : null
  return {
    request: record.id,
    reference: record.reference,
    name: record.name,
    organisation: organisations.get(record.organisationId ?? '')?.legalName ?? '',
    owner: record.owner,
    stage: record.stage ?? '',
    dueOn,
    pausedSince: answer?.pausedSince ?? null,
    overview,
    forecastOn,
    isLate: willBeLate(forecastOn, dueOn, today),
  }
}

/** A case that cannot be opened must not keep the others from being seen. */
async function overviewIfSound(
  cases: Cases,
  request: string,
  today: PlainDate,
): Promise<CaseOverview | null> {
  const known = cases.key(request)
  if (known && !known.key) return emptyOverview('destroyed')
  try {
    return (await cases.glance(request, (store) => overviewOf(store, today))) ?? emptyOverview('none')
  } catch (error) {
    if (storageError(error, request) instanceof AppError) return null
    throw error
  }
}
