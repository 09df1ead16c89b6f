import { Button } from '@mantine/core'
import { useState } from 'react'
import { useCanEdit } from '#renderer/api/editing.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { AddItem } from '#renderer/ui/record/AddItem.tsx'
import { SavedStatus } from '#renderer/ui/SavedStatus.tsx'
import { REPORT_FORM_SEEN_ON } from '#shared/law/breaches/report-questions.ts'
import { withNewSection } from '#shared/registers/breaches/report/edit-questions.ts'
import { formatDay, PlainDate } from '#shared/time/plain-date.ts'
import classes from './questions.module.css'
import { SectionEditor } from './SectionEditor.tsx'
import { useQuestionList } from './useQuestionList.ts'

/** The questions of the report to the Commissioner, to be kept in step with the form. */
export function QuestionsPage() {
  const { canEdit } = useCanEdit()
  const { isLoading, error, hasOwnList, sections, saving, save } = useQuestionList()
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <PageHeader
        title="Questions of the breach report"
        beside={<SavedStatus saving={saving} />}
        actions={
          hasOwnList && (
            <Button variant="default" disabled={!canEdit} onClick={() => setAsking(true)}>
              Back to the list the program brings
            </Button>
          )
        }
      />
      <div className={classes.page}>
        <p className={classes.hint}>
          The form is the Commissioner’s and changes without notice; the list was compared with what could be
          seen of it on {formatDay(PlainDate.parse(REPORT_FORM_SEEN_ON))}. Reword a question, move it, set it
          aside or add one of your own. Answers are kept by the code of a question, so rewording loses none;
          reports that were sent keep the questions they had.
        </p>
        {error && <p role="alert">{sentenceOf(error)}</p>}
        {!isLoading &&
          sections.map((section) => (
            <SectionEditor
              key={section.id}
              section={section}
              sections={sections}
              disabled={!canEdit}
              onChange={(next) => void save(next)}
            />
          ))}
        {!isLoading && (
          <div className={classes.section}>
            <AddItem
              label="New section"
              firstLabel="New section"
              isFirst={false}
              disabled={!canEdit}
              onAdd={(title, id) => void save(withNewSection(sections, id, title))}
            />
          </div>
        )}
      </div>
      {isAsking && (
        <ConfirmDialog
          title="Back to the list the program brings?"
          confirm="Take the program’s list"
          onConfirm={() => {
            setAsking(false)
            void save(null)
          }}
          onClose={() => setAsking(false)}
        >
          <p>
            Your own wording, order and questions go; Ctrl Z brings them back. Answers typed for questions of
            your own stay with their breaches and are not asked any more.
          </p>
        </ConfirmDialog>
      )}
    </>
  )
}
