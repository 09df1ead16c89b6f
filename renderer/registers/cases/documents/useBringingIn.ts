import { useState } from 'react'
import { useEngineTask } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import { AppError } from '#shared/errors.ts'
import { countOf } from '#shared/count-words.ts'

/** Brings files and folders into the case of a request, and says how it went. */
export function useBringingIn(request: string, search: string | null) {
  const bringing = useEngineTask('cases.import')
  const goingOn = useEngineTask('cases.goOn')
  const recognising = useEngineTask('cases.recognise')
  const [said, setSaid] = useState('')
  const [problems, setProblems] = useState<readonly string[]>([])

  async function saying(work: () => Promise<string>): Promise<void> {
    setSaid('')
    setProblems([])
    try {
      setSaid(await work())
    } catch (error) {
      const isStopped = error instanceof AppError && error.code === 'cancelled'
      if (isStopped) setSaid('Stopped. What was done so far is kept; “Go on” does the rest.')
      else setProblems([sentenceOf(error)])
    }
  }

  async function bringIn(paths: readonly string[], refused: readonly string[] = []): Promise<void> {
    await saying(async () => {
      if (paths.length === 0) return ''
      const { added, pages } = await bringing.mutateAsync({
        request,
        search,
        password: null,
        paths: [...paths],
      })
      return `${countOf(added, 'file')} brought in, ${countOf(pages, 'page')}.`
    })
    if (refused.length > 0)
      setProblems((before) => [
        ...before,
        ...refused.map((name) => `“${name}” is neither a file nor a folder.`),
      ])
  }

  const running = [bringing, goingOn, recognising].find(({ isPending }) => isPending)
  return {
    said,
    problems,
    running: running ? { progress: running.progress, stop: running.cancel } : null,
    chooseFiles: () =>
      void shell('shell.chooseFiles', {}).then(
        ({ paths }) => bringIn(paths),
        (error: unknown) => setProblems([sentenceOf(error)]),
      ),
    chooseFolder: () =>
      void shell('shell.chooseFolderToRead', {}).then(
        ({ path }) => bringIn(path === null ? [] : [path]),
        (error: unknown) => setProblems([sentenceOf(error)]),
      ),
    takeDropped: () =>
      void shell('shell.takeDropped', { withFolders: true }).then(
        ({ paths, refused }) => bringIn(paths, refused),
        (error: unknown) => setProblems([sentenceOf(error)]),
      ),
    goOn: () =>
      void saying(async () => {
        const { counts } = await goingOn.mutateAsync({ request, password: null })
        return counts.waiting === 0 ? 'Every file has been read as far as it can be.' : ''
      }),
    recognise: () =>
      void saying(async () => {
        const { recognised, failed } = await recognising.mutateAsync({ request })
        const without = failed > 0 ? ` On ${countOf(failed, 'page')} none could be made out.` : ''
        return `The words of ${countOf(recognised, 'page')} were recognised.${without}`
      }),
  }
}
