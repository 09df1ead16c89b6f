import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useAsAt } from '#renderer/api/as-at.ts'
import { useEngineQuery } from '#renderer/api/client.ts'
import { shell } from '#renderer/api/shell.ts'
import { useNow } from '#renderer/ui/useNow.ts'
import type { DueCounts } from '#shared/registers/today/due-notice.ts'
import type { Instant } from '#shared/time/instant.ts'
import { ukDayOf } from '#shared/time/plain-date.ts'
import { dueCounts, isNews } from './due-watch.ts'

const EVERYBODY = { organisationId: null }
const NO_MOMENTS: readonly Instant[] = []

/**
 * Asks for what is due anew when a day begins or a period in hours ends, and has the desktop tell it: once after
 * unlocking, then as more falls due. Only numbers leave the window.
 */
export function useDueNotices(): void {
  const now = useNow()
  const asAt = useAsAt()
  const { data: settings } = useEngineQuery('settings.get', {})
  const { data: totals } = useEngineQuery('today.counts', EVERYBODY, { keepPrevious: true })
  const { data: moments = NO_MOMENTS, isSuccess } = useEngineQuery('today.moments', EVERYBODY, {
    keepPrevious: true,
  })
  useTurns(now, moments)
  const told = useRef<DueCounts | null>(null)
  useEffect(() => {
    if (!totals || !isSuccess || !settings?.tellsDue || asAt !== null) return
    const counts = dueCounts(totals, moments, now)
    const isNew = isNews(told.current, counts, !document.hasFocus())
    told.current = counts
    if (isNew) void shell('shell.tellDue', counts).catch(() => undefined)
  }, [totals, isSuccess, moments, now, settings?.tellsDue, asAt])
}

/** Asks again for everything that depends on the day or the hour once either has moved on. */
function useTurns(now: Instant, moments: readonly Instant[]): void {
  const client = useQueryClient()
  const turn = `${ukDayOf(now)} ${moments.filter((at) => at <= now).length}`
  const last = useRef(turn)
  useEffect(() => {
    if (last.current === turn) return
    last.current = turn
    void client.invalidateQueries()
  }, [client, turn])
}
