import { useState } from 'react'
import { shell } from '#renderer/api/shell.ts'
import type { SaveKind } from '#shared/rpc/shell-contract.ts'

type Task = { readonly isPending: boolean; readonly error: unknown; readonly reset: () => void }

type Saving = {
  readonly name: string
  readonly kind: SaveKind
  readonly write: (to: string) => void
}

/** Asks where to save, then has the file written; says what went wrong in either. */
export function useSaving(task: Task, { name, kind, write }: Saving) {
  const [shellError, setShellError] = useState<unknown>(null)
  const start = () => {
    setShellError(null)
    task.reset()
    shell('shell.chooseSavePath', { suggestedName: name, kind }).then(
      ({ path }) => path !== null && write(path),
      setShellError,
    )
  }
  return { start, isPending: task.isPending, failure: shellError ?? task.error }
}
