import { useEffect, useRef } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { engineQuery } from '#renderer/api/client.ts'
import { call } from '#renderer/api/engine.ts'
import type { Output } from '#shared/rpc/contract.ts'

/** A page that is left sooner was only passed by. */
const READ_AFTER_MS = 1000
/** A longer time on one page was no reading. */
const LONGEST_SECONDS = 600

/** Keeps where reading is, and how long each page took that was read and not only passed by. */
export function useReadingTime(request: string, page: number, canEdit: boolean): void {
  const client = useQueryClient()
  const last = useRef<{ readonly page: number; readonly since: number } | null>(null)
  useEffect(() => {
    if (!canEdit) return
    const arrived = performance.now()
    const timer = setTimeout(() => {
      const before = last.current
      const seconds = before && before.page !== page ? Math.round((arrived - before.since) / 1000) : 0
      last.current = { page, since: arrived }
      const secondsOnLast = seconds > LONGEST_SECONDS ? 0 : seconds
      const { queryKey } = engineQuery('cases.overview', { request }, null)
      client.setQueryData<Output<'cases.overview'>>(queryKey, (old) => old && { ...old, leftAt: page })
      // Losing the place is no reason to stop somebody who reads.
      call('cases.keepPlace', { request, page, secondsOnLast }).catch(() => undefined)
    }, READ_AFTER_MS)
    return () => clearTimeout(timer)
  }, [client, request, page, canEdit])
}
