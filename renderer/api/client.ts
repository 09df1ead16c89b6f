import { keepPreviousData, QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { AppError } from '#shared/errors.ts'
import type {
  CommandName,
  FileActionName,
  Input,
  Output,
  ProcedureName,
  QueryName,
  TaskName,
} from '#shared/rpc/contract.ts'
import type { Push } from '#shared/rpc/wire.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { useAsAt } from './as-at.ts'
import { call, onPush } from './engine.ts'

/** One cache for everything the engine said; what the engine says it changed is asked again. */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: { staleTime: Infinity, retry: false, networkMode: 'always', refetchOnWindowFocus: false },
      mutations: { networkMode: 'always' },
    },
  })
  onPush((push) => {
    if (push.event === 'changed') refreshSoon(client)
  })
  return client
}

let refreshTimer: ReturnType<typeof setTimeout> | undefined

/** Asks again for what is on screen, once for changes that come together. */
function refreshSoon(client: QueryClient): void {
  clearTimeout(refreshTimer)
  refreshTimer = setTimeout(() => void client.invalidateQueries(), 15)
}

/** What a query is cached under, and how it is asked. */
export function engineQuery<P extends QueryName>(procedure: P, input: Input<P>, asAt: PlainDate | null) {
  return {
    queryKey: [procedure, input, asAt] as const,
    queryFn: () => call(procedure, input, asAt ?? undefined),
  }
}

type QueryOptions = {
  /** Ask only when this holds. */
  readonly enabled?: boolean
  /** Show the former answer while a changed question is being answered. */
  readonly keepPrevious?: boolean
}

/** A read, cached, as at the day the window shows. */
export function useEngineQuery<P extends QueryName>(
  procedure: P,
  input: Input<P>,
  options: QueryOptions = {},
) {
  const asAt = useAsAt()
  return useQuery<Output<P>, AppError>({
    ...engineQuery(procedure, input, asAt),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious && { placeholderData: keepPreviousData }),
  })
}

/** A read of the register file itself: its status, its backups. */
export function useFileQuery<P extends FileActionName>(procedure: P, input: Input<P>) {
  return useQuery<Output<P>, AppError>({
    queryKey: [procedure, input],
    queryFn: () => call(procedure, input),
  })
}

/** A write; afterwards everything on screen is asked for again. Refused while a past day is shown. */
export function useEngineCommand<P extends CommandName>(procedure: P) {
  const asAt = useAsAt()
  return useCalling(procedure, () => {
    if (asAt)
      throw new AppError(
        'read-only',
        'The register is shown as at a past day. Go back to the present to change it.',
      )
  })
}

/** Something done to the register file itself. */
export function useFileAction<P extends FileActionName>(procedure: P) {
  return useCalling(procedure)
}

function useCalling<P extends ProcedureName>(procedure: P, check?: () => void) {
  const client = useQueryClient()
  return useMutation<Output<P>, AppError, Input<P>>({
    mutationFn: async (input) => {
      check?.()
      return call(procedure, input)
    },
    onSuccess: () => refreshSoon(client),
  })
}

export type Progress = Omit<Extract<Push, { event: 'progress' }>, 'event'>

/** Long work: `progress` while it runs, `cancel` to stop it; the result is the mutation's. */
export function useEngineTask<P extends TaskName>(procedure: P) {
  const [progress, setProgress] = useState<Progress | null>(null)
  const isRunning = useRef(false)
  useEffect(() => onPush((push) => push.event === 'progress' && isRunning.current && setProgress(push)), [])
  const mutation = useMutation<Output<P>, AppError, Input<P>>({
    mutationFn: (input) => call(procedure, input),
    onMutate: () => void (isRunning.current = true),
    onSettled: () => {
      isRunning.current = false
      setProgress(null)
    },
  })
  const cancel = () => {
    if (progress) void call('registerFile.cancelTask', { task: progress.task })
  }
  return { ...mutation, progress, cancel }
}
