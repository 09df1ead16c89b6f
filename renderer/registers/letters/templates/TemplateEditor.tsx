import { Button, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { letterLabel } from '#shared/registers/requests/sent-letter.ts'
import { templateProblems } from '#shared/registers/requests/templates/check-template.ts'
import {
  REQUEST_LETTER_VERSIONS,
  type TemplateKey,
  type TemplateWords,
} from '#shared/registers/requests/templates/template.schema.ts'
import { isSame } from '#shared/registers/requests/templates/templates.ts'
import { ParagraphsEditor } from './ParagraphsEditor.tsx'
import { TemplatePreview } from './TemplatePreview.tsx'
import classes from './templates.module.css'

type TemplateEditorProps = {
  readonly template: TemplateKey
  /** The wording as it is kept, or as the program brings it. */
  readonly kept: TemplateWords
  readonly isOwn: boolean
  readonly firstRequest: string | null
}

/** One wording: its paragraphs, what is wrong with it, and the letter it makes. Ctrl S keeps it. */
export function TemplateEditor({ template, kept, isOwn, firstRequest }: TemplateEditorProps) {
  const { canEdit } = useCanEdit()
  const change = useEngineCommand('letters.changeTemplate')
  const [draft, setDraft] = useState<TemplateWords | null>(null)
  const [isAsking, setAsking] = useState(false)
  const words = draft ?? kept
  const problems = templateProblems(template, words)
  const hasError = problems.some(({ severity }) => severity === 'error')
  const isChanged = draft !== null && !isSame(draft, kept)
  const keep = (next: TemplateWords | null) =>
    change.mutateAsync({ ...template, words: next }).then(
      (result) => {
        setDraft(null)
        notifications.show({
          message: result.isOwn ? 'Our own wording is kept.' : 'Back to the wording the program brings.',
        })
      },
      () => undefined,
    )
  const save = () => {
    if (isChanged && !hasError && canEdit) void keep(words)
  }
  useHotkeys([['mod+S', save]], [])
  const version = REQUEST_LETTER_VERSIONS.find(({ value }) => value === template.version)!.label
  return (
    <div className={classes.beside}>
      <section className={classes.editor} aria-labelledby="template-heading">
        <h2 id="template-heading">
          {letterLabel(template.kind)}, {version.toLowerCase()}
        </h2>
        <p className={classes.quiet}>
          {isOwn ? 'Our own wording.' : 'The wording that the program brings.'}
          {isChanged && ' Changed, not kept yet.'}
        </p>
        <TextInput
          label="Subject"
          value={words.subject}
          maxLength={200}
          disabled={!canEdit}
          onChange={(event) => setDraft({ ...words, subject: event.currentTarget.value })}
        />
        <ParagraphsEditor
          paragraphs={words.paragraphs}
          problems={problems}
          disabled={!canEdit}
          onChange={(paragraphs) => setDraft({ ...words, paragraphs })}
        />
        <ul className={classes.problems} aria-label="What is wrong" aria-live="polite">
          {problems
            .filter(({ paragraph }) => paragraph === null)
            .map(({ severity, message }) => (
              <li key={message} data-severity={severity}>
                {severity === 'error' ? 'Error: ' : 'Look again: '}
                {message}
              </li>
            ))}
        </ul>
        {change.error && <p role="alert">{sentenceOf(change.error)}</p>}
        <div className={classes.actions}>
          <Button disabled={!isChanged || hasError || !canEdit} loading={change.isPending} onClick={save}>
            Keep this wording
          </Button>
          <Button variant="default" disabled={!isChanged} onClick={() => setDraft(null)}>
            Discard changes
          </Button>
          {isOwn && (
            <Button variant="default" disabled={!canEdit} onClick={() => setAsking(true)}>
              Back to the wording the program brings
            </Button>
          )}
        </div>
      </section>
      <TemplatePreview template={template} words={words} firstRequest={firstRequest} />
      {isAsking && (
        <ConfirmDialog
          title="Back to the wording the program brings?"
          confirm="Take the program’s wording"
          onConfirm={() => {
            setAsking(false)
            void keep(null)
          }}
          onClose={() => setAsking(false)}
        >
          <p>
            Our own wording of this letter goes; Ctrl Z brings it back. Letters that were sent stay as they
            were.
          </p>
        </ConfirmDialog>
      )}
    </div>
  )
}
