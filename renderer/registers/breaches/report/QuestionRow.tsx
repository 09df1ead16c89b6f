import { ActionIcon, Button, Checkbox, Tooltip } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCopy } from '@tabler/icons-react'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { putOnClipboard } from '#renderer/ui/clipboard.ts'
import { useDescribedRecord } from '#renderer/ui/described/described-record.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import type { ComposedAnswer } from '#shared/registers/breaches/report/composed.ts'
import { answerLines } from '#shared/registers/breaches/report/paper.ts'
import { withoutTyped, withTyped } from '#shared/registers/breaches/report/typed-answers.ts'
import { AnswerEditor } from './AnswerEditor.tsx'
import classes from './report.module.css'

/** One question: its answer, where that comes from, how it differs from the last report, and what to check. */
export function QuestionRow({ answer }: { readonly answer: ComposedAnswer }) {
  const { value, disabled, change } = useDescribedRecord()
  const { code, question, note, citation, check, state, isRequired, isTyped } = answer
  const typed = (value as unknown as Breach).reportAnswers
  const type = (text: string, next: 'answered' | 'notKnown' = 'answered') =>
    change({ reportAnswers: withTyped(typed, answer, { answer: text, state: next }) })
  const back = () => change({ reportAnswers: withoutTyped(typed, code) })
  const toggle = (isNotKnown: boolean) => {
    if (isNotKnown) type('', 'notKnown')
    else if (isTyped && answer.recordSays?.state !== 'notKnown') back()
    else type('')
  }
  const copy = () => {
    putOnClipboard(answerLines(answer).join('\n'))
    notifications.show({ message: 'The answer is on the clipboard.' })
  }
  return (
    <div className={classes.question} data-change={answer.change} data-code={code}>
      <div className={classes.asked} id={`asked-${code}`}>
        {question}
        {isRequired && <span className={classes.quiet}> (the form requires an answer)</span>}
        <span className={classes.small}>
          {[note, citation].filter(Boolean).join(' · ')}
          {check && <span className={classes.check}>Check: {check}</span>}
        </span>
      </div>
      <div className={classes.answer}>
        <AnswerEditor answer={answer} disabled={disabled} onType={type} />
        <Changed answer={answer} />
        <div className={classes.foot}>
          <Checkbox
            size="xs"
            label="Not known yet"
            aria-label={`Not known yet: ${question}`}
            checked={state === 'notKnown'}
            disabled={disabled}
            onChange={(event) => toggle(event.currentTarget.checked)}
          />
          <From answer={answer} />
          {isTyped && (
            <Button
              size="compact-xs"
              variant="subtle"
              disabled={disabled}
              aria-label={`Back to what the record says: ${question}`}
              onClick={back}
            >
              Back to what the record says
            </Button>
          )}
          <Tooltip label="Copy the answer">
            <ActionIcon size="sm" variant="subtle" aria-label={`Copy the answer: ${question}`} onClick={copy}>
              <IconCopy size={13} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </div>
      </div>
    </div>
  )
}

/** Where the answer comes from, each a way to the field. */
function From({ answer: { from, isTyped, recordSays } }: { readonly answer: ComposedAnswer }) {
  if (isTyped)
    return (
      <span className={classes.small}>
        Typed by hand
        {recordSays && recordSays.text !== '' && `; the record says: ${answerLines(recordSays).join(' / ')}`}
      </span>
    )
  if (from.length === 0) return <span className={classes.small}>Not taken from the record</span>
  return (
    <span className={classes.small}>
      From{' '}
      {from.map(({ label, register, record, field }, index) => (
        <span key={`${register} ${record} ${field}`}>
          {index > 0 && ', '}
          <RouteLink href={hrefOf(register, record, null, field ? { field } : undefined)}>{label}</RouteLink>
        </span>
      ))}
    </span>
  )
}

const CHANGE_WORDS = {
  added: 'New since the last report',
  nowKnown: 'Was not known in the last report',
  changed: 'Changed since the last report',
} as const

function Changed({ answer: { change, before } }: { readonly answer: ComposedAnswer }) {
  if (change === 'first' || change === 'unchanged') return null
  return (
    <p className={classes.changed}>
      {CHANGE_WORDS[change]}
      {change === 'changed' && before && `. It said: ${answerLines(before).join(' / ')}`}
    </p>
  )
}
