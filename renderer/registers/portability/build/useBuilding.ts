import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useEngineTask } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import { AppError } from '#shared/errors.ts'
import { isUnkept, usesOf } from '../draft/draft.ts'
import type { ExportWork } from '../draft/useExport.ts'
import type { Keeping } from '../draft/useKeeping.ts'

/** Builds an export at a place that is asked for; what was decided is kept first. */
export function useBuilding(work: ExportWork, keeping: Keeping) {
  const client = useQueryClient()
  const task = useEngineTask('portability.build')
  const [problem, setProblem] = useState('')
  /** True when it was built. */
  const build = async (passphrase: string): Promise<boolean> => {
    setProblem('')
    const { sources, forms, isOpen, openBecause, receiver } = work.read()
    if (!(await keeping.keep(sources.filter(isUnkept)))) return false
    const uses = usesOf(work.read().sources, work.person)
    if (uses === null) return false
    try {
      const suggestedName = `${work.reference || 'request'}-portability`
      const { path } = await shell('shell.chooseSavePath', { suggestedName, kind: 'zip' })
      if (path === null) return false
      await task.mutateAsync({
        request: work.request,
        sources: uses,
        forms: [...forms],
        to: path,
        passphrase: isOpen ? null : passphrase,
        openBecause: isOpen ? openBecause : '',
        receiver,
      })
      void client.invalidateQueries()
      return true
    } catch (error) {
      const isStopped = error instanceof AppError && error.code === 'cancelled'
      setProblem(isStopped ? 'Stopped. Nothing was put in place.' : sentenceOf(error))
      return false
    }
  }
  return {
    build,
    built: task.data,
    isBuilding: task.isPending,
    progress: task.progress,
    stop: task.cancel,
    problem,
  }
}
