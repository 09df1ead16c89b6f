import { Button } from '@mantine/core'
import { suggestOutcome } from '#shared/law/breaches/suggest.ts'
import { changeRun, type ExerciseRun } from './exercise-run.ts'
import classes from './exercises.module.css'

/** What the answers suggest, once all are given or it is asked for. */
export function SuggestionPart({ run }: { readonly run: ExerciseRun }) {
  const { text, reasons, open, outcome } = suggestOutcome(run.answers)
  const isShown = open.length === 0 || run.suggestionAsked
  return (
    <section
      className={classes.suggestion}
      aria-labelledby="suggestion"
      data-outcome={isShown ? outcome : undefined}
    >
      <h2 id="suggestion">What the answers suggest</h2>
      {isShown ? (
        <>
          <p role="status">{text}</p>
          <ul>
            {reasons
              .filter(({ decides }) => decides)
              .map(({ question, says }) => (
                <li key={question}>{says}</li>
              ))}
          </ul>
          <p className={classes.quiet}>A suggestion by plain rules; the person decides.</p>
        </>
      ) : (
        <div className={classes.decide}>
          <span className={classes.quiet} role="status">
            {open.length} of 5 questions not answered yet
          </span>
          <Button variant="subtle" size="compact-sm" onClick={() => changeRun({ suggestionAsked: true })}>
            Show it as far as is known
          </Button>
        </div>
      )}
    </section>
  )
}
