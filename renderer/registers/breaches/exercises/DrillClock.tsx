import { Button } from '@mantine/core'
import { useSecond } from '#renderer/ui/useNow.ts'
import { drillEndsAt, leftInDrill } from '#shared/law/breaches/drill.ts'
import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import { changeRun, type ExerciseRun } from './exercise-run.ts'
import classes from './exercises.module.css'

const JUMP_HOURS = 12

/** The 72 hours of the drill, running. */
export function DrillClock({ run }: { readonly run: ExerciseRun }) {
  const now = useSecond()
  const left = leftInDrill(run, now)
  return (
    <section className={classes.clock} aria-label="The 72 hours" data-over={left.isOver || undefined}>
      <div>
        <span className={classes.left} role="timer">
          {left.text}
        </span>
        <span className={classes.quiet}>
          {left.isOver ? 'The 72 hours ended' : 'Tell the Commissioner by'} {formatUkMoment(drillEndsAt(run))}
          {left.isOver && '. A report now gives the reasons for the delay.'}
        </span>
      </div>
      <Button variant="default" onClick={() => changeRun({ jumpedHours: run.jumpedHours + JUMP_HOURS })}>
        Jump ahead {JUMP_HOURS} hours
      </Button>
    </section>
  )
}
