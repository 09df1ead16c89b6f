import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { AddItem } from '#renderer/ui/record/AddItem.tsx'
import type { ReportSection } from '#shared/law/breaches/report/question.ts'
import {
  withNewQuestion,
  withoutSection,
  withSectionMoved,
  withSectionRenamed,
} from '#shared/registers/breaches/report/edit-questions.ts'
import { QuestionEditor } from './QuestionEditor.tsx'
import classes from './questions.module.css'

type SectionEditorProps = {
  readonly section: ReportSection
  readonly sections: readonly ReportSection[]
  readonly disabled: boolean
  readonly onChange: (sections: ReportSection[]) => void
}

/** A section of the form: its name, its questions, and one more of our own. */
export function SectionEditor({ section, sections, disabled, onChange }: SectionEditorProps) {
  const { id, title, questions } = section
  const buttons = [
    { label: 'Move section up', Icon: IconArrowUp, run: () => withSectionMoved(sections, id, -1) },
    { label: 'Move section down', Icon: IconArrowDown, run: () => withSectionMoved(sections, id, 1) },
    {
      label: 'Remove section, its questions go to the one beside it',
      Icon: IconTrash,
      run: () => withoutSection(sections, id),
    },
  ]
  return (
    <section className={classes.section} aria-label={title}>
      <div className={classes.head}>
        <h2 className="visually-hidden">{title}</h2>
        <div className={classes.title}>
          <TextField
            label=""
            ariaLabel={`Name of the section ${title}`}
            value={title}
            disabled={disabled}
            onCommit={(text) => text.trim() && onChange(withSectionRenamed(sections, id, text.trim()))}
          />
        </div>
        {buttons.map(({ label, Icon, run }) => (
          <Tooltip key={label} label={label}>
            <ActionIcon
              aria-label={`${label}: ${title}`}
              disabled={disabled || sections.length < 2}
              onClick={() => onChange(run())}
            >
              <Icon size={15} aria-hidden />
            </ActionIcon>
          </Tooltip>
        ))}
      </div>
      <ol className={classes.questions}>
        {questions.map((question) => (
          <QuestionEditor
            key={question.code}
            question={question}
            sections={sections}
            disabled={disabled}
            onChange={onChange}
          />
        ))}
      </ol>
      <AddItem
        label={`New question in “${title}”`}
        firstLabel={`New question in “${title}”`}
        isFirst={false}
        disabled={disabled}
        onAdd={(text, itemId) =>
          onChange(withNewQuestion(sections, id, `OWN-${itemId.slice(0, 12)}`, text.slice(0, 500)))
        }
      />
    </section>
  )
}
