import { useDescribedRecord } from '#renderer/ui/described/described-record.ts'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { newItemId } from '#renderer/ui/record/items.ts'
import { findAssessmentKind } from '#shared/law/assessment-kinds.ts'
import type { AssessmentQuestion } from '#shared/law/assessments/assessment-kind.ts'
import type { Assessment } from '#shared/registers/assessments/assessment.register.ts'
import { FROM_THE_RECORD } from '#shared/registers/assessments/prefill.ts'
import { answersOf, progressOf, withAnswer } from '#shared/registers/assessments/questions.ts'
import classes from './assessments.module.css'

/** Every question of the assessment’s kind in the order they are asked, each answered where it stands. */
export function QuestionsPart() {
  const { value, disabled, change } = useDescribedRecord()
  const assessment = value as unknown as Assessment
  const kind = findAssessmentKind(assessment.kind ?? '')
  if (!kind)
    return <p className={classes.quiet}>Choose the kind of assessment: each kind asks its own questions.</p>
  const { asked, answered } = progressOf(assessment)
  const answers = answersOf(assessment)
  return (
    <div role="group" aria-label={`Questions: ${kind.label}`}>
      <div className={classes.progress}>
        <progress aria-label="Questions answered" value={answered} max={asked} />
        <span role="status">
          {answered} of {asked} answered
        </span>
      </div>
      <ol className={classes.questions}>
        {kind.questions.map((question) => (
          <li key={question.key} data-answered={Boolean(answers[question.key]?.trim()) || undefined}>
            <TextField
              long
              label={question.required ? `${question.question} *` : question.question}
              hint={<QuestionHint question={question} isTaken={isTaken(answers[question.key])} />}
              value={answers[question.key] ?? ''}
              disabled={disabled}
              onCommit={(text) => change({ answers: withAnswer(assessment, question.key, text, newItemId) })}
            />
          </li>
        ))}
      </ol>
      <p className={classes.quiet}>* Has to be answered before the assessment can be approved.</p>
    </div>
  )
}

type QuestionHintProps = { readonly question: AssessmentQuestion; readonly isTaken: boolean }

function QuestionHint({ question: { hint, citation, check }, isTaken }: QuestionHintProps) {
  return (
    <>
      {hint} <span className={classes.citation}>{citation}</span>
      {check && <span className={classes.check}>{check}</span>}
      {isTaken && (
        <span className={classes.check}>Taken over from the record: read it before relying on it.</span>
      )}
    </>
  )
}

const isTaken = (answer: string | undefined) => answer?.startsWith(FROM_THE_RECORD) ?? false
