import { useMemo } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { deadlineContext } from '#shared/described/deadline-context.ts'
import type { DeadlineContext } from '#shared/described/deadline.ts'

/** What a request's dates depend on besides the request; null until it is known. */
export function useClockContext(): DeadlineContext | null {
  const { data: settings } = useEngineQuery('settings.get', {}, { keepPrevious: true })
  const { data: organisations } = useEngineQuery(
    'organisations.list',
    { relation: null },
    { keepPrevious: true },
  )
  return useMemo(
    () =>
      settings && organisations
        ? deadlineContext(settings, (id) => organisations.find((one) => one.id === id)?.nation)
        : null,
    [settings, organisations],
  )
}
