import { useState } from 'react'
import { useAsAt } from '#renderer/api/as-at.ts'
import { useEngineTask } from '#renderer/api/client.ts'
import { fileNameFor } from '#renderer/ui/files/file-words.ts'
import { useSaving } from '#renderer/ui/files/useSaving.ts'
import type { ReportFormat } from '#shared/registers/reports/report.contract.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { FORMATS } from './formats.ts'
import { HandOutForm } from './HandOutForm.tsx'
import { useScope } from './useScope.ts'

/** Writes the record of processing activities to a file of the chosen form. */
export function HandOutRecord() {
  const shown = useAsAt()
  const [format, setFormat] = useState<ReportFormat>('pdf')
  const [chosenDay, setDay] = useState<PlainDate | null | undefined>(undefined)
  const asAt = chosenDay === undefined ? shown : chosenDay
  const scope = useScope()
  const write = useEngineTask('reports.writeRecord')
  const saving = useSaving(write, {
    name: fileNameFor(scope.name, asAt),
    kind: FORMATS.find(({ value }) => value === format)!.kind,
    write: (to) => write.mutate({ format, to, ...scope.target, asAt }),
  })
  const { data } = write
  return (
    <HandOutForm
      formats={FORMATS}
      format={format}
      onFormat={(value) => setFormat(value as ReportFormat)}
      scopeLabel="Which activities"
      scope={scope}
      asAt={asAt}
      onDay={setDay}
      saving={saving}
      progress={write.progress}
      onCancel={write.cancel}
      file={
        data && { ...data, count: data.activities === 1 ? '1 activity' : `${data.activities} activities` }
      }
    />
  )
}
