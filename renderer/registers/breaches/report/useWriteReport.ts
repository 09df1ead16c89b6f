import { notifications } from '@mantine/notifications'
import { useAsAt } from '#renderer/api/as-at.ts'
import { useEngineTask } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import type { WhichReport } from '#shared/registers/breaches/sent-reports.contract.ts'

/** The files a report can be saved as. */
export const REPORT_FORMATS = [
  { value: 'pdf', kind: 'pdf', label: 'As PDF…' },
  { value: 'text', kind: 'txt', label: 'As text…' },
  { value: 'json', kind: 'json', label: 'As JSON…' },
] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** Asks where to save a report, has it written, and says what came of it. */
export function useWriteReport({ id, reference }: Breach) {
  const asAt = useAsAt()
  const { mutateAsync, isPending, progress, cancel } = useEngineTask('breaches.writeReport')
  const write = async (which: WhichReport, { value: format, kind }: ReportFormat) => {
    const part = 'phase' in which ? 'draft' : 'as sent'
    const name = ['Breach report', reference, part].filter(Boolean).join(' ')
    const { path } = await shell('shell.chooseSavePath', { suggestedName: name, kind })
    if (!path) return
    const { bytes } = await mutateAsync({ id, which, format, to: path, asAt })
    notifications.show({ message: `Saved, ${bytes.toLocaleString('en-GB')} bytes.` })
  }
  const save = (which: WhichReport, format: ReportFormat) =>
    write(which, format).catch((error: unknown) =>
      notifications.show({ color: 'red', title: 'Not saved', message: sentenceOf(error) }),
    )
  return { save, isPending, progress, cancel }
}
