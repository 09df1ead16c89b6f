import { notifications } from '@mantine/notifications'
import { useEngineCommand } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { commandInWords } from '#renderer/ui/command-words.ts'
import type { Output } from '#shared/rpc/contract.ts'

type Done = Output<'history.undo'>

/** Takes back or does again the last change to the register, and says which it was. */
export function useUndo() {
  const undoCommand = useEngineCommand('history.undo')
  const redoCommand = useEngineCommand('history.redo')
  return {
    undo: () => tell(undoCommand.mutateAsync({}), 'Undone', 'Nothing to undo.'),
    redo: () => tell(redoCommand.mutateAsync({}), 'Done again', 'Nothing to redo.'),
  }
}

function tell(done: Promise<Done>, verb: string, nothing: string): void {
  done.then(
    ({ entry }) => notifications.show({ message: entry ? `${verb}: ${commandInWords(entry)}` : nothing }),
    (error: unknown) => notifications.show({ color: 'red', title: 'Not done', message: sentenceOf(error) }),
  )
}
