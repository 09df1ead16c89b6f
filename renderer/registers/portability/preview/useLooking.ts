import { useState } from 'react'
import { useEngineTask } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { AppError } from '#shared/errors.ts'
import { isUnkept, signatureOf, usesOf } from '../draft/draft.ts'
import type { ExportWork } from '../draft/useExport.ts'
import type { Keeping } from '../draft/useKeeping.ts'

/** The way to look at what an export would hold. */
export type Looking = ReturnType<typeof useLooking>

/** Looks at what an export would hold; what was decided is kept first, because the look goes by the register. */
export function useLooking(work: ExportWork, keeping: Keeping) {
  const task = useEngineTask('portability.preview')
  const [problem, setProblem] = useState('')
  const look = async (all: boolean): Promise<void> => {
    setProblem('')
    const { sources } = work.read()
    if (!(await keeping.keep(sources.filter(isUnkept)))) return
    const kept = work.read().sources
    const uses = usesOf(kept, work.person)
    if (uses === null) return
    try {
      const shown = await task.mutateAsync({ request: work.request, sources: uses, all })
      work.change({ looked: { shown, of: signatureOf(kept, work.person) } })
    } catch (error) {
      const isStopped = error instanceof AppError && error.code === 'cancelled'
      setProblem(isStopped ? 'Stopped before every row was read.' : sentenceOf(error))
    }
  }
  return { look, isLooking: task.isPending, progress: task.progress, stop: task.cancel, problem }
}
