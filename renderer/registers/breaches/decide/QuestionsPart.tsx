import { Button } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
import { useDescribedRecord } from '#renderer/ui/described/described-record.ts'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import { Section } from '#renderer/ui/record/Section.tsx'
import { BREACH_QUESTIONS, type BreachAnswers } from '#shared/law/breaches/questions.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { answersOf } from '#shared/registers/breaches/decide.ts'
import { type ProposedAnswer, proposedAnswers } from '#shared/registers/breaches/proposed-answers.ts'
import { NumberedChoices } from './NumberedChoices.tsx'
import classes from './decide.module.css'

type Key = keyof BreachAnswers
const KEYS = Object.keys(BREACH_QUESTIONS) as Key[]

/** The five questions; an answer is kept as soon as it is given. */
export function QuestionsPart({ breach }: { readonly breach: Breach }) {
  const { disabled, errors, change } = useDescribedRecord()
  const list = useRef<HTMLOListElement>(null)
  const answers = answersOf(breach)
  const proposals = proposedAnswers(breach)
  const answered = KEYS.filter((key) => answers[key] !== null).length
  const goOn = (event: KeyboardEvent, index: number) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    const next = list.current?.querySelectorAll('fieldset')[index + 1]
    next?.querySelector<HTMLInputElement>('input:checked')?.focus()
  }
  return (
    <Section
      title="Five questions"
      hint={
        <>
          {answered} of {KEYS.length} answered. Press the number of an answer, <kbd>0</kbd> for not known yet,{' '}
          <kbd>Enter</kbd> for the next question.
        </>
      }
    >
      <ol className={classes.questions} ref={list}>
        {KEYS.map((key, index) => {
          const { question, hint, citation, choices } = BREACH_QUESTIONS[key]
          return (
            <li key={key}>
              <FieldSlot field={key}>
                <NumberedChoices
                  legend={`${index + 1}. ${question}`}
                  hint={`${hint} ${citation}`}
                  choices={choices}
                  open="Not known yet"
                  value={answers[key]}
                  disabled={disabled}
                  error={errors[key]}
                  onChange={(value) => change({ [key]: value })}
                  onKeyDown={(event) => goOn(event, index)}
                />
                {proposals.map((proposal) =>
                  proposal.question === key ? (
                    <Proposed
                      key={proposal.value}
                      proposal={proposal}
                      disabled={disabled}
                      onTake={() => change({ [key]: proposal.value })}
                    />
                  ) : null,
                )}
              </FieldSlot>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}

type ProposedProps = {
  readonly proposal: ProposedAnswer
  readonly disabled: boolean
  readonly onTake: () => void
}

function Proposed({ proposal: { label, because }, disabled, onTake }: ProposedProps) {
  return (
    <p className={classes.proposed}>
      <span>
        Proposed from the record, because {because}: “{label}”
      </span>
      <Button size="compact-sm" variant="default" disabled={disabled} onClick={onTake}>
        Take it over
      </Button>
    </p>
  )
}
