import { useQueries } from '@tanstack/react-query'
import { useAsAt } from '#renderer/api/as-at.ts'
import { engineQuery, useEngineQuery } from '#renderer/api/client.ts'
import { NO_FILTER } from '#shared/registers/activities/activity.list.ts'
import type { OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'

const MOST = 500

/** The lines of the list that belong to an organisation. */
export function useActivityRows(id: OrganisationId) {
  return useEngineQuery('activities.list', {
    filter: { ...NO_FILTER, organisationIds: [id] },
    sort: [{ key: 'reference', descending: false }],
    groupBy: null,
    offset: 0,
    limit: MOST,
  })
}

/** The whole records of an organisation's activities, the first 500 of them; undefined until all are there. */
export function useActivitiesOf(id: OrganisationId) {
  const asAt = useAsAt()
  const rows = useActivityRows(id)
  const total = rows.data?.total ?? 0
  const activities = useQueries({
    queries: (rows.data?.rows ?? []).map((row) => engineQuery('activities.get', { id: row.id }, asAt)),
    combine: (results) =>
      results.every(({ data }) => data) ? results.map(({ data }) => data!.activity) : undefined,
  })
  return {
    activities: rows.data ? activities : undefined,
    left: Math.max(0, total - MOST),
    error: rows.error,
  }
}
