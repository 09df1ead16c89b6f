import { ActionIcon, Button, NativeSelect, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { LinesField } from '#renderer/ui/fields/LinesField.tsx'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import {
  QuestionKind,
  type ReportQuestion,
  type ReportSection,
} from '#shared/law/breaches/report/question.ts'
import { shippedQuestion } from '#shared/law/breaches/report-questions.ts'
import {
  withoutQuestion,
  withQuestion,
  withQuestionMoved,
} from '#shared/registers/breaches/report/edit-questions.ts'
import classes from './questions.module.css'

type QuestionEditorProps = {
  readonly question: ReportQuestion
  readonly sections: readonly ReportSection[]
  readonly disabled: boolean
  readonly onChange: (sections: ReportSection[]) => void
}

const KINDS: readonly { readonly value: QuestionKind; readonly label: string }[] = [
  { value: 'text', label: 'A line of text' },
  { value: 'passage', label: 'Several lines of text' },
  { value: 'choice', label: 'One of several answers' },
  { value: 'choices', label: 'Any of several answers' },
  { value: 'moment', label: 'A day and time' },
  { value: 'number', label: 'A number' },
]

/** One question of the list: a line that opens into its wording, its answers and what to check about it. */
export function QuestionEditor({ question: one, sections, disabled, onChange }: QuestionEditorProps) {
  const { code, question, note, kind, options, check, isSetAside } = one
  const isOwn = shippedQuestion(code) === undefined
  const set = (changes: Partial<Omit<ReportQuestion, 'code'>>) =>
    onChange(withQuestion(sections, code, changes))
  return (
    <li className={classes.question} data-aside={isSetAside || undefined}>
      <details>
        <summary>
          <span className={classes.code}>{isOwn ? 'Own' : code}</span>
          <span className={classes.words}>{question}</span>
          {isSetAside && <span className={classes.mark}>set aside</span>}
          {check && !isSetAside && <span className={classes.check}>to check</span>}
        </summary>
        <div className={classes.body}>
          <TextField
            label="Question"
            value={question}
            disabled={disabled}
            onCommit={(text) => text.trim() && set({ question: text.trim() })}
          />
          <TextField
            label="Note beside it"
            value={note}
            disabled={disabled}
            onCommit={(text) => set({ note: text })}
          />
          <NativeSelect
            size="xs"
            label="Answered by"
            data={[...KINDS]}
            value={kind}
            disabled={disabled}
            onChange={(event) => set({ kind: QuestionKind.parse(event.currentTarget.value) })}
          />
          {(kind === 'choice' || kind === 'choices') && (
            <LinesField
              label="Answers the form offers"
              one="answer"
              value={options}
              disabled={disabled}
              onChange={(next) => set({ options: next })}
            />
          )}
          {check && (
            <p className={classes.check}>
              {check}{' '}
              <Button
                size="compact-xs"
                variant="default"
                disabled={disabled}
                onClick={() => set({ check: '' })}
              >
                Checked against the form
              </Button>
            </p>
          )}
          <div>
            {isSetAside ? (
              <Button
                size="compact-sm"
                variant="default"
                disabled={disabled}
                onClick={() => set({ isSetAside: false })}
              >
                Take up again
              </Button>
            ) : (
              <Button
                size="compact-sm"
                variant="default"
                disabled={disabled}
                onClick={() => set({ isSetAside: true })}
              >
                Set aside
              </Button>
            )}
            {isOwn && (
              <Button
                size="compact-sm"
                variant="subtle"
                disabled={disabled}
                onClick={() => onChange(withoutQuestion(sections, code))}
              >
                Remove this question
              </Button>
            )}
          </div>
        </div>
      </details>
      <Move label="up" by={-1} {...{ one, sections, disabled, onChange }} Icon={IconArrowUp} />
      <Move label="down" by={1} {...{ one, sections, disabled, onChange }} Icon={IconArrowDown} />
    </li>
  )
}

type MoveProps = Pick<QuestionEditorProps, 'sections' | 'disabled' | 'onChange'> & {
  readonly one: ReportQuestion
  readonly label: string
  readonly by: -1 | 1
  readonly Icon: typeof IconArrowUp
}

function Move({ one, sections, disabled, onChange, label, by, Icon }: MoveProps) {
  return (
    <Tooltip label={`Move ${label}`}>
      <ActionIcon
        size="sm"
        variant="subtle"
        aria-label={`Move ${label}: ${one.question}`}
        disabled={disabled}
        onClick={() => onChange(withQuestionMoved(sections, one.code, by))}
      >
        <Icon size={14} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
