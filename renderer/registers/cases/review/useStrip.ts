import { useEngineQuery } from '#renderer/api/client.ts'

/** In how many parts the whole case is shown at the most. */
const PARTS = 300

/** The whole case in parts, with how many pages of each flag; nothing until it is there. */
export function useStrip(request: string) {
  return useEngineQuery('cases.strip', { request, buckets: PARTS }, { keepPrevious: true }).data ?? []
}
