import { Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { DayField } from '#renderer/ui/fields/DayField.tsx'
import type { Mark } from '#shared/cases/mark.ts'
import { findExemption } from '#shared/law/exemptions/exemptions.ts'
import { type ExemptionQuestion, missingAnswers, questionsOf } from '#shared/law/exemptions/questions.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { GROUNDS } from '../review/grounds.ts'
import classes from './pane.module.css'
import { useMarkingValue } from './useMarkingValue.ts'
import type { PageMarking } from './useMarking.ts'

type Changes = Partial<Pick<Mark, 'reason' | 'label' | 'exemption' | 'answers'>>

type ExemptionFieldsProps = {
  readonly request: string
  readonly marking: PageMarking
  readonly mark: Mark
  readonly onChange: (changes: Changes) => void
}

/** The exemption of a mark with the questions it asks; it is kept once they are answered, and not before. */
export function ExemptionFields({ request, marking, mark, onChange }: ExemptionFieldsProps) {
  const meant = useMarkingValue(marking.store, 'asked')
  const asked = marking.store.get().current === mark.id ? meant : null
  const wanted = asked?.exemption ?? mark.exemption
  const [draft, setDraft] = useState<{
    readonly exemption: string
    readonly answers: Mark['answers']
  } | null>(null)
  const { canEdit } = marking.actions
  const { exemption, answers } = draft ?? {
    exemption: wanted,
    answers: asked ? marking.answersOf(asked) : mark.answers,
  }
  const person = usePersonOf(request, mark)
  const missing = exemption === '' ? [] : missingAnswers(exemption, answers, { person })
  const isOpen = (code: string) => missing.some((one) => one.code === code && !one.isForbidden)
  // What is asked about a person is weighed with the person, once for all marks.
  const isWeighed = mark.person !== null && draft === null
  const shown = questionsOf(exemption).filter(
    ({ code }) => !isWeighed && (answers[code] !== undefined || missing.some((one) => one.code === code)),
  )
  const ground = findExemption(exemption)

  const say = (said: { readonly exemption: string; readonly answers: Mark['answers'] }) => {
    if (said.exemption !== '' && missingAnswers(said.exemption, said.answers, { person }).length > 0)
      return setDraft(said)
    setDraft(null)
    onChange({
      ...said,
      ...(asked?.exemption === said.exemption && {
        reason: asked.reason,
        ...(asked.label !== '' && mark.person === null && { label: asked.label }),
      }),
    })
    marking.store.change(mark.page, { asked: null })
  }
  return (
    <>
      <Select
        label="Exemption"
        data-part={shown.length === 0 ? 'markReason' : undefined}
        title="Another reason (0)"
        placeholder="Which exemption?"
        searchable
        selectFirstOptionOnChange
        allowDeselect={false}
        clearable
        nothingFoundMessage="Nothing by this name"
        clearButtonProps={{ 'aria-label': 'Clear the exemption of the mark' }}
        disabled={!canEdit}
        data={GROUNDS}
        value={exemption || null}
        onChange={(code) =>
          say({ exemption: code ?? '', answers: code === mark.exemption ? mark.answers : {} })
        }
      />
      {ground?.check && <p className={classes.hint}>Check: {ground.check}</p>}
      {missing.length > 0 && (
        <p className={classes.warning} role="status">
          {missing.find(({ isForbidden }) => isForbidden)?.says ??
            (isWeighed
              ? 'What it asks is not weighed yet: with the person (H).'
              : `${ground?.citation ?? exemption} asks this before it may be used:`)}
        </p>
      )}
      {shown.map((question, index) => (
        <Question
          key={question.code}
          question={question}
          isFirst={index === 0}
          isOpen={isOpen(question.code)}
          answer={answers[question.code] ?? ''}
          disabled={!canEdit}
          onAnswer={(answer) => say({ exemption, answers: { ...answers, [question.code]: answer } })}
        />
      ))}
    </>
  )
}

type QuestionProps = {
  readonly question: ExemptionQuestion
  readonly isFirst: boolean
  readonly isOpen: boolean
  readonly answer: string
  readonly disabled: boolean
  readonly onAnswer: (answer: string) => void
}

function Question({ question, isFirst, isOpen, answer, disabled, onAnswer }: QuestionProps) {
  const { text, kind } = question
  const [typed, setTyped] = useState(answer)
  const part = isFirst ? { 'data-part': 'markReason' } : {}
  if (kind === 'date') {
    const day = PlainDate.safeParse(answer)
    return (
      <div {...(isFirst && { 'data-part-inside': 'markReason' })}>
        <DayField
          label={text}
          value={day.success ? day.data : null}
          disabled={disabled}
          onChange={(on) => onAnswer(on ?? '')}
        />
      </div>
    )
  }
  if (kind === 'yesNo')
    return (
      <Select
        {...part}
        label={text}
        required={isOpen}
        disabled={disabled}
        data={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
        value={answer || null}
        onChange={(said) => onAnswer(said ?? '')}
      />
    )
  return (
    <Textarea
      {...part}
      label={text}
      required={isOpen}
      minRows={1}
      maxLength={2000}
      disabled={disabled}
      value={typed}
      onChange={({ currentTarget: { value } }) => setTyped(value)}
      onBlur={() => typed.trim() !== answer && onAnswer(typed.trim())}
    />
  )
}

/** The person whom a mark hides, whose weighing answers for the mark; null where it hides none. */
function usePersonOf(request: string, { person }: Mark) {
  const found = useEngineQuery('cases.person', { request, person: person ?? 1 }, { enabled: person !== null })
  return person === null ? null : (found.data?.person ?? null)
}
