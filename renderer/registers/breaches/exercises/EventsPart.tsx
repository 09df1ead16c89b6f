import { useSecond } from '#renderer/ui/useNow.ts'
import type { BreachCase } from '#shared/law/breaches/cases/case.ts'
import { eventsBy } from '#shared/law/breaches/drill.ts'
import type { ExerciseRun } from './exercise-run.ts'
import classes from './exercises.module.css'

/** What has come in since the start; read out as it comes. */
export function EventsPart({ one, run }: { readonly one: BreachCase; readonly run: ExerciseRun }) {
  const events = eventsBy(one, run, useSecond())
  return (
    <section className={classes.events} aria-labelledby="events">
      <h2 id="events">What came in since</h2>
      <ul aria-live="polite">
        {events.map(({ afterHours, says }) => (
          <li key={afterHours}>
            <span className={classes.quiet}>After {afterHours} hours</span>
            {says}
          </li>
        ))}
      </ul>
      {events.length === 0 && <p className={classes.quiet}>Nothing yet.</p>}
    </section>
  )
}
