import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useAsAt } from '#renderer/api/as-at.ts'
import { useEngineTask } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import { TaskDialog } from '#renderer/ui/list/TaskDialog.tsx'
import { AppError } from '#shared/errors.ts'
import type { AnalysisScope } from '#shared/registers/breaches/analysis.contract.ts'

/** Writes the analysis as a PDF with charts to a file the person chooses. */
export function SaveAnalysis({ scope }: { readonly scope: AnalysisScope }) {
  const asAt = useAsAt()
  const write = useEngineTask('breaches.writeAnalysis')
  const run = async () => {
    try {
      const { path: to } = await shell('shell.chooseSavePath', {
        suggestedName: `Analysis of breaches ${scope.from} to ${scope.until}`,
        kind: 'pdf',
      })
      if (!to) return
      const { path } = await write.mutateAsync({ ...scope, to, asAt })
      notifications.show({
        title: 'Analysis written',
        message: path,
        onClick: () => void shell('shell.reveal', { path }).catch(() => undefined),
      })
    } catch (error) {
      if (error instanceof AppError && error.code === 'cancelled') return
      notifications.show({ color: 'red', title: 'The file was not written', message: sentenceOf(error) })
    }
  }
  return (
    <>
      <Button variant="default" disabled={write.isPending} onClick={() => void run()}>
        Save as PDF…
      </Button>
      {write.isPending && (
        <TaskDialog title="Writing the analysis" progress={write.progress} onStop={write.cancel} />
      )}
    </>
  )
}
