import { BREACH_QUESTIONS, type BreachAnswers } from '#shared/law/breaches/questions.ts'
import classes from './exercises.module.css'
import { RadioQuestion } from './RadioQuestion.tsx'

type QuestionsPartProps = {
  readonly answers: BreachAnswers
  readonly onAnswer: (answers: BreachAnswers) => void
}

const KEYS = Object.keys(BREACH_QUESTIONS) as readonly (keyof BreachAnswers)[]

/** The five questions, answered by keys or pointer. */
export function QuestionsPart({ answers, onAnswer }: QuestionsPartProps) {
  return (
    <section className={classes.questions} aria-labelledby="questions">
      <h2 id="questions">The five questions</h2>
      {KEYS.map((key) => {
        const { question, hint, citation, choices } = BREACH_QUESTIONS[key]
        return (
          <RadioQuestion
            key={key}
            name={key}
            question={question}
            hint={`${hint} ${citation}.`}
            choices={choices}
            value={answers[key]}
            onChange={(value) => onAnswer({ ...answers, [key]: value })}
          />
        )
      })}
    </section>
  )
}
