import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Progress } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { call, onPush, sentenceOf } from '#renderer/api/engine.ts'
import { AppError } from '#shared/errors.ts'

/** What was said last about work on a case. */
export type Said = { readonly text: string; readonly isFault: boolean; readonly canUndo: boolean }

/** Work on a case, one thing after the other: what is being done, what waits, what came of it. */
export type CaseWork = {
  readonly canEdit: boolean
  readonly doing: string | null
  readonly waiting: number
  readonly progress: Progress | null
  readonly said: Said
  /** Does something when what was asked for before is done; `work` answers with what to say. Never throws. */
  readonly start: (doing: string, work: () => Promise<string>) => Promise<boolean>
  /** Saves what was typed when what was asked for before is done; throws what the engine throws. */
  readonly save: <Answer>(work: () => Promise<Answer>) => Promise<Answer>
  readonly stop: () => void
  readonly undo: () => void
  readonly redo: () => void
}

const NOTHING: Said = { text: '', isFault: false, canUndo: false }

/** Does work on the case of a request in turn, so that decisions can be made faster than marks are placed. */
export function useCaseWork(request: string): CaseWork {
  const client = useQueryClient()
  const { canEdit, because } = useCanEdit()
  const [queue, setQueue] = useState<readonly string[]>([])
  const [progress, setProgress] = useState<Progress | null>(null)
  const [said, setSaid] = useState<Said>(NOTHING)
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const isBusy = queue.length > 0
  useEffect(() => {
    if (isBusy) return onPush((push) => push.event === 'progress' && setProgress(push))
    return undefined
  }, [isBusy])

  const start = (doing: string, work: () => Promise<string>, canUndo = true): Promise<boolean> => {
    if (!canEdit) {
      setSaid({ text: because ?? 'The register is open for reading only.', isFault: true, canUndo: false })
      return Promise.resolve(false)
    }
    setQueue((before) => [...before, doing])
    const turn = last.current.then(async () => {
      try {
        setSaid({ text: await work(), isFault: false, canUndo })
        return true
      } catch (error) {
        setSaid(saidOf(error))
        return false
      } finally {
        setQueue((before) => before.slice(1))
        setProgress(null)
        void client.invalidateQueries({ predicate: isOfCases })
      }
    })
    last.current = turn
    return turn
  }
  const back = (procedure: 'cases.undo' | 'cases.redo', verb: string, nothing: string) =>
    void start(
      verb,
      async () => {
        const { says } = await call(procedure, { request })
        return says === null ? nothing : `${verb}: ${says}`
      },
      false,
    )
  return {
    canEdit,
    doing: queue[0] ?? null,
    waiting: Math.max(0, queue.length - 1),
    progress,
    said,
    start,
    save: (work) => {
      const turn = last.current.then(work)
      last.current = turn.catch(() => undefined)
      return turn
    },
    stop: () => {
      if (progress) void call('registerFile.cancelTask', { task: progress.task })
    },
    undo: () => back('cases.undo', 'Undone', 'Nothing to undo.'),
    redo: () => back('cases.redo', 'Done again', 'Nothing to redo.'),
  }
}

function saidOf(error: unknown): Said {
  const isStopped = error instanceof AppError && error.code === 'cancelled'
  return { text: isStopped ? 'Stopped.' : sentenceOf(error), isFault: !isStopped, canUndo: false }
}

/** The words of pages and their pictures stay as they are, whatever is decided. */
const LASTING: ReadonlySet<unknown> = new Set(['cases.pageWords', 'cases.picture', 'cases.find'])

const isOfCases = ({ queryKey: [name] }: { queryKey: readonly unknown[] }) =>
  String(name).startsWith('cases.') && !LASTING.has(name)
