import type { BreachCase } from '#shared/law/breaches/cases/case.ts'
import type { Debrief, DecisionCompared } from '#shared/law/breaches/debrief.ts'
import type { Exercise } from '#shared/registers/breaches/exercises.contract.ts'
import classes from './exercises.module.css'

type DecisionsComparedProps = {
  readonly one: BreachCase
  readonly exercise: Exercise
  readonly debrief: Debrief
}

/** The two decisions beside those of the case. */
export function DecisionsCompared({ one, exercise, debrief }: DecisionsComparedProps) {
  const rows = [
    {
      what: 'Tell the Commissioner',
      law: 'UK GDPR Art 33(1)',
      ...debrief.commissioner,
      because: exercise.notifyBecause,
    },
    { what: 'Tell the people', law: 'UK GDPR Art 34(1)', ...debrief.people, because: exercise.tellBecause },
  ]
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">The two decisions</caption>
      <thead>
        <tr>
          <th scope="col">Decision</th>
          <th scope="col">Yours, and why</th>
          <th scope="col">{one.outcomeOf === 'guideline' ? 'The guideline' : 'Our reading'}</th>
          <th scope="col">Result</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.what}>
            <th scope="row">
              {row.what} <span className={classes.hint}>{row.law}</span>
            </th>
            <td>
              {yesNo(row.taken)}. {row.because}
            </td>
            <td>{yesNo(row.wanted)}</td>
            <td className={row.agrees ? classes.agrees : classes.differs}>{resultOf(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const yesNo = (value: boolean) => (value ? 'Yes' : 'No')
const resultOf = ({ agrees }: DecisionCompared) => (agrees ? 'Agrees' : 'Differs')
