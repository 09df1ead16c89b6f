import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import type { ComposedAnswer } from '#shared/registers/breaches/report/composed.ts'
import { notKnownWords } from '#shared/registers/breaches/report/compose.ts'
import { chosenIn, textOfChosen } from '#shared/registers/breaches/report/option-words.ts'
import classes from './report.module.css'

type AnswerEditorProps = {
  readonly answer: ComposedAnswer
  readonly disabled: boolean
  readonly onType: (text: string, state?: 'answered' | 'notKnown') => void
}

/** The answer to change in place: words, one of the form’s answers, or several. */
export function AnswerEditor(props: AnswerEditorProps) {
  const { kind, options } = props.answer
  if (kind === 'choice' && options.length > 0) return <OneAnswer {...props} />
  if (kind === 'choices' && options.length > 0) return <SeveralAnswers {...props} />
  return <Words {...props} text={props.answer.state === 'notKnown' ? '' : props.answer.text} label="" />
}

function OneAnswer({ answer, disabled, onType }: AnswerEditorProps) {
  const { text, options, question, state } = answer
  const { options: chosen, words } = chosenIn(text, options)
  const given = state === 'notKnown' ? '' : words
  const isOffered = state === 'notKnown' && options.includes(notKnownWords(options))
  const choose = (option: string) => {
    const isNotKnown = option === notKnownWords(options)
    if (isNotKnown) onType('', 'notKnown')
    else onType(textOfChosen({ options: option ? [option] : [], words: given }, options))
  }
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={question}
        disabled={disabled}
        value={isOffered ? notKnownWords(options) : (chosen[0] ?? '')}
        data={[
          {
            value: '',
            label: state === 'notKnown' ? 'Not known yet' : given ? 'Answered in words' : 'No answer yet',
          },
          ...options.map((option) => ({ value: option, label: option })),
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <WordsBeside
        answer={answer}
        disabled={disabled}
        text={given}
        onType={(next) => onType(textOfChosen({ options: chosen, words: next }, options))}
      />
    </>
  )
}

function SeveralAnswers({ answer, disabled, onType }: AnswerEditorProps) {
  const { text, options, question, state } = answer
  const open = notKnownWords(options)
  const { options: chosen, words } = chosenIn(state === 'notKnown' ? '' : text, options)
  const toggle = (option: string, isChosen: boolean) => {
    const others = chosen.filter((one) => one !== option && one !== open)
    onType(textOfChosen({ options: isChosen ? [...others, option] : others, words }, options))
  }
  return (
    <>
      <div role="group" aria-label={question} className={classes.options}>
        {options
          .filter((option) => option !== open)
          .map((option) => (
            <Checkbox
              key={option}
              size="xs"
              label={option}
              checked={chosen.includes(option)}
              disabled={disabled}
              onChange={(event) => toggle(option, event.currentTarget.checked)}
            />
          ))}
      </div>
      <WordsBeside
        answer={answer}
        disabled={disabled}
        text={words}
        onType={(next) => onType(textOfChosen({ options: chosen, words: next }, options))}
      />
    </>
  )
}

/** What is said besides the form’s own answers; asked for only where there is something to say. */
function WordsBeside(props: Omit<WordsProps, 'label'>) {
  const [isWanted, setWanted] = useState(false)
  const { answer, disabled, text } = props
  if (text !== '' || isWanted) return <Words {...props} label="In words" />
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      disabled={disabled}
      className={classes.addWords}
      aria-label={`Add words: ${answer.question}`}
      onClick={() => setWanted(true)}
    >
      Add words
    </Button>
  )
}

type WordsProps = AnswerEditorProps & { readonly text: string; readonly label: string }

function Words({ answer: { question, kind, state }, disabled, text, label, onType }: WordsProps) {
  return (
    <TextField
      label=""
      ariaLabel={label ? `${label}: ${question}` : question}
      long={kind === 'passage' || label !== '' || text.includes('\n')}
      placeholder={label || (state === 'notKnown' ? 'Not known yet' : 'No answer yet')}
      value={text}
      disabled={disabled}
      onCommit={(next) => onType(next)}
    />
  )
}
