import { Textarea } from '@mantine/core'
import { changeRun, type ExerciseRun } from './exercise-run.ts'
import classes from './exercises.module.css'
import { RadioQuestion } from './RadioQuestion.tsx'

const NOTIFY = [
  { value: 'yes', label: 'Report' },
  { value: 'no', label: 'Do not report, because a risk is unlikely' },
]
const TELL = [
  { value: 'yes', label: 'Tell them' },
  { value: 'no', label: 'Do not: a high risk is unlikely' },
]

/** The two decisions, each with its reasons. */
export function DecisionPart({ run }: { readonly run: ExerciseRun }) {
  return (
    <section className={classes.questions} aria-labelledby="decisions">
      <h2 id="decisions">Your decisions</h2>
      <RadioQuestion
        name="notify"
        question="Tell the Commissioner?"
        hint="Unless a risk to people is unlikely. UK GDPR Art 33(1)."
        choices={NOTIFY}
        value={textOf(run.notify)}
        onChange={(value) => changeRun({ notify: booleanOf(value) })}
      />
      <Textarea
        label="Commissioner: because"
        autosize
        minRows={2}
        maxLength={5000}
        value={run.notifyBecause}
        onChange={(event) => changeRun({ notifyBecause: event.currentTarget.value })}
      />
      <RadioQuestion
        name="tell"
        question="Tell the people?"
        hint="When a high risk to them is likely. UK GDPR Art 34."
        choices={TELL}
        value={textOf(run.tell)}
        onChange={(value) => changeRun({ tell: booleanOf(value) })}
      />
      <Textarea
        label="People: because"
        autosize
        minRows={2}
        maxLength={5000}
        value={run.tellBecause}
        onChange={(event) => changeRun({ tellBecause: event.currentTarget.value })}
      />
    </section>
  )
}

const textOf = (value: boolean | null) => (value === null ? null : value ? 'yes' : 'no')
const booleanOf = (value: string | null) => (value === null ? null : value === 'yes')
