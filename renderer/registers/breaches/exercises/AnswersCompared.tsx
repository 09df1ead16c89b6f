import { answerText } from '#shared/law/breaches/cases.ts'
import type { AnswerCompared } from '#shared/law/breaches/debrief.ts'
import { BREACH_QUESTIONS } from '#shared/law/breaches/questions.ts'
import classes from './exercises.module.css'

/** The five answers beside those of the case. */
export function AnswersCompared({ answers }: { readonly answers: readonly AnswerCompared[] }) {
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">The five answers</caption>
      <thead>
        <tr>
          <th scope="col">Question</th>
          <th scope="col">Your answer</th>
          <th scope="col">The case, as read here</th>
          <th scope="col">Result</th>
        </tr>
      </thead>
      <tbody>
        {answers.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              {BREACH_QUESTIONS[row.key].question}
              <span className={classes.hint}>{BREACH_QUESTIONS[row.key].citation}</span>
            </th>
            <td>{answerText(row.key, row.given)}</td>
            <td>{row.same ? 'The same' : answerText(row.key, row.wanted)}</td>
            <td className={row.same ? classes.agrees : classes.differs}>
              {row.same ? 'Same' : row.madeTheDifference ? 'Made the difference' : 'Other, to the same end'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
