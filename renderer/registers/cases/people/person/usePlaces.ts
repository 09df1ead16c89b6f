import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { z } from 'zod'
import { engineQuery } from '#renderer/api/client.ts'
import type { PersonHit } from '#shared/registers/cases/case-people.contract.ts'

/** A place where somebody is named. */
export type Place = z.infer<typeof PersonHit>

/** Which places are listed. */
export type PlacesShown = 'all' | 'exceptions' | 'unmarked'

/** Places that are asked for at once. */
const AT_ONCE = 100

/** The first places of somebody, which also say how many there are. */
export const firstPlaces = (request: string, person: number) =>
  ({ request, person, show: 'all', offset: 0, limit: AT_ONCE }) as const

/** The places that name somebody: those in sight are asked for, the others only counted. */
export function usePlaces(request: string, person: number, show: PlacesShown) {
  const [range, setRange] = useState({ from: 0, to: 0 })
  const chunks = Array.from({ length: range.to - range.from + 1 }, (_, index) => range.from + index)
  const found = useQueries({
    queries: chunks.map((chunk) => ({
      ...engineQuery(
        'cases.personHits',
        { request, person, show, offset: chunk * AT_ONCE, limit: AT_ONCE },
        null,
      ),
      placeholderData: keepPreviousData,
    })),
  })
  const first = found.find(({ data }) => data)?.data
  const want = useCallback((top: number, bottom: number) => {
    const [from, to] = [Math.floor(top / AT_ONCE), Math.floor(bottom / AT_ONCE)]
    setRange((old) => (old.from === from && old.to === to ? old : { from, to }))
  }, [])
  const placeAt = (index: number): Place | undefined =>
    found[Math.floor(index / AT_ONCE) - range.from]?.data?.hits[index % AT_ONCE]
  return {
    isLoading: first === undefined,
    error: found.find(({ error }) => error)?.error ?? null,
    total: first?.total ?? 0,
    placeAt,
    want,
  }
}
