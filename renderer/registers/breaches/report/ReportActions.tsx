import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconChevronDown, IconCopy, IconDownload, IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useCanEdit } from '#renderer/api/editing.ts'
import { putOnClipboard } from '#renderer/ui/clipboard.ts'
import { TaskDialog } from '#renderer/ui/list/TaskDialog.tsx'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import type { ComposedSection } from '#shared/registers/breaches/report/composed.ts'
import type { ReportPhase } from '#shared/registers/breaches/report/report-facts.ts'
import { sectionText } from '#shared/registers/breaches/report/report-text.ts'
import { RecordSentDialog } from './RecordSentDialog.tsx'
import classes from './report.module.css'
import { REPORT_FORMATS, useWriteReport } from './useWriteReport.ts'

type ReportActionsProps = {
  readonly breach: Breach
  readonly phase: ReportPhase
  readonly sections: readonly ComposedSection[]
}

/** Copies the report, saves it as a file, and records that it was sent. */
export function ReportActions({ breach, phase, sections }: ReportActionsProps) {
  const { canEdit } = useCanEdit()
  const [isRecording, setRecording] = useState(false)
  const { save, isPending, progress, cancel } = useWriteReport(breach)
  const copyAll = () => {
    putOnClipboard(sections.map(sectionText).join('\n\n'))
    notifications.show({ message: 'The whole report is on the clipboard as text.' })
  }
  return (
    <div className={classes.actions}>
      <Button variant="default" leftSection={<IconCopy size={14} aria-hidden />} onClick={copyAll}>
        Copy all as text
      </Button>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            Save the draft
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {REPORT_FORMATS.map((format) => (
            <Menu.Item key={format.value} onClick={() => void save({ phase }, format)}>
              {format.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button
        leftSection={<IconSend size={14} aria-hidden />}
        disabled={!canEdit}
        onClick={() => setRecording(true)}
      >
        Record as sent…
      </Button>
      {isPending && <TaskDialog title="Writing the report" progress={progress} onStop={cancel} />}
      {isRecording && <RecordSentDialog breach={breach} phase={phase} onClose={() => setRecording(false)} />}
    </div>
  )
}
