import type { QueryClient } from '@tanstack/react-query'
import { asAtStore } from '#renderer/api/as-at.ts'
import { engineQuery } from '#renderer/api/client.ts'
import { parseRoute } from '#renderer/app/routing.tsx'
import type { Input } from '#shared/rpc/contract.ts'

/** How many lines of a bucket are drawn at first, and how many more each time they are asked for. */
export const LINES_AT_FIRST = 20
export const LINES_MORE = 100

/** What the engine is asked for the queue. */
export function queueInput(organisationId: string | null, perBucket: number): Input<'today.queue'> {
  return { organisationId, perBucket }
}

/** Whose dates an address asks for; null for everybody's. */
export function organisationOf(search: URLSearchParams): string | null {
  return search.get('organisation') || null
}

/** Asks for the first lines of the queue before it is drawn. */
export function prefetchQueue(client: QueryClient): void {
  const input = queueInput(organisationOf(parseRoute(location.hash).search), LINES_AT_FIRST)
  void client.prefetchQuery(engineQuery('today.queue', input, asAtStore.get()))
}
