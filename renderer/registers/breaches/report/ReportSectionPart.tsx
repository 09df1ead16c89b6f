import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCopy } from '@tabler/icons-react'
import { putOnClipboard } from '#renderer/ui/clipboard.ts'
import type { ComposedSection } from '#shared/registers/breaches/report/composed.ts'
import { sectionText } from '#shared/registers/breaches/report/report-text.ts'
import { QuestionRow } from './QuestionRow.tsx'
import classes from './report.module.css'

/** A section of the form with its questions, to read, to change and to copy. */
export function ReportSectionPart({ section }: { readonly section: ComposedSection }) {
  const { id, title, answers } = section
  const copy = () => {
    putOnClipboard(sectionText(section))
    notifications.show({ message: `“${title}” is on the clipboard as text.` })
  }
  return (
    <section id={`report-${id}`} className={classes.section} aria-label={title} tabIndex={-1}>
      <div className={classes.sectionHead}>
        <h4>{title}</h4>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconCopy size={14} aria-hidden />}
          aria-label={`Copy section: ${title}`}
          onClick={copy}
        >
          Copy section
        </Button>
      </div>
      {answers.map((answer) => (
        <QuestionRow key={answer.code} answer={answer} />
      ))}
    </section>
  )
}
