import { useRef, useState } from 'react'
import { useEngineCommand, useEngineTask } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import type { FilesOwner } from '#renderer/ui/described/fields/files-part.ts'
import { AppError } from '#shared/errors.ts'

type Taken = { readonly document: string; readonly about: string }

/** Takes chosen or dropped files in, one after the other, and attaches them together; says which could not be. */
export function useAttaching(owner: FilesOwner, field: string) {
  const { mutateAsync: takeIn, progress, cancel } = useEngineTask('documents.takeIn')
  const { mutateAsync: attach } = useEngineCommand('documents.attach')
  const [position, setPosition] = useState<{ readonly at: number; readonly of: number } | null>(null)
  const [problems, setProblems] = useState<readonly string[]>([])
  const isStopped = useRef(false)

  async function take(paths: readonly string[], failed: string[]): Promise<Taken[]> {
    const taken: Taken[] = []
    for (const [index, path] of paths.entries()) {
      setPosition({ at: index + 1, of: paths.length })
      try {
        const { document } = await takeIn({ path })
        taken.push({ document, about: '' })
      } catch (error) {
        if (isStopped.current) throw error
        failed.push(sentenceOf(error))
      }
    }
    return taken
  }

  async function attachFiles(paths: readonly string[], refused: readonly string[] = []): Promise<void> {
    const failed = refused.map(
      (name) => `“${name}” is not a file. Attach the files in it, or a zip of the folder.`,
    )
    isStopped.current = false
    setProblems([])
    try {
      const documents = await take(paths, failed)
      if (documents.length > 0) await attach({ ...owner, field, documents })
    } catch (error) {
      const wasStopped = error instanceof AppError && error.code === 'cancelled'
      failed.push(wasStopped ? 'Stopped. No file was attached.' : sentenceOf(error))
    } finally {
      setPosition(null)
      setProblems(failed)
    }
  }

  const orSay = (asking: Promise<void>) => asking.catch((error: unknown) => setProblems([sentenceOf(error)]))

  return {
    position,
    progress,
    problems,
    choose: () => void orSay(shell('shell.chooseFiles', {}).then(({ paths }) => attachFiles(paths))),
    takeDropped: () =>
      void orSay(shell('shell.takeDropped', {}).then(({ paths, refused }) => attachFiles(paths, refused))),
    stop: () => {
      isStopped.current = true
      cancel()
    },
  }
}
