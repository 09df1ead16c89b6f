import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { caseOutcomeText, caseSource } from '#shared/law/breaches/cases.ts'
import type { BreachCase } from '#shared/law/breaches/cases/case.ts'
import { debriefOf } from '#shared/law/breaches/debrief.ts'
import { isDrillLate, timeTakenText } from '#shared/law/breaches/drill.ts'
import type { Exercise } from '#shared/registers/breaches/exercises.contract.ts'
import { AnswersCompared } from './AnswersCompared.tsx'
import { DecisionsCompared } from './DecisionsCompared.tsx'
import { type ExerciseRun, runStore } from './exercise-run.ts'
import classes from './exercises.module.css'
import { RecordEvidence } from './RecordEvidence.tsx'

type DebriefPageProps = { readonly one: BreachCase; readonly run: ExerciseRun; readonly exercise: Exercise }

/** What was decided beside the outcome of the case, and what made the difference. */
export function DebriefPage({ one, run, exercise }: DebriefPageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const debrief = debriefOf(one, exercise)
  const agrees = debrief.commissioner.agrees && debrief.people.agrees
  return (
    <div className={classes.page}>
      <PageHeader
        title={`Exercise ${one.code}: debrief`}
        description={one.title}
        actions={
          <>
            <Button variant="default" onClick={() => runStore.set(null)}>
              Run it again
            </Button>
            <RouteLink href={hrefOf('breaches', 'exercises')}>All cases</RouteLink>
          </>
        }
      />
      <div className={classes.debrief}>
        <section className={classes.verdict} data-agrees={agrees || undefined} aria-labelledby="verdict">
          <h2 id="verdict" ref={heading} tabIndex={-1}>
            {debrief.text}
          </h2>
          <p>
            <strong>{caseOutcomeText(one)}</strong> {one.because}
          </p>
          <p className={classes.quiet}>
            {caseSource(one)}. Recording it is needed in every case: UK GDPR Art 33(5).
          </p>
          {one.check && <p className={classes.check}>Check: {one.check}</p>}
          {one.differsBecause && <p>The five questions lead elsewhere here: {one.differsBecause}</p>}
        </section>
        <DecisionsCompared one={one} exercise={exercise} debrief={debrief} />
        <AnswersCompared answers={debrief.answers} />
        {debrief.departed && (
          <p>
            The decisions are other ones than the answers suggested; the reasons given have to carry that.
          </p>
        )}
        <p>
          Time taken: {timeTakenText(exercise, exercise.decidedAt)}.
          {isDrillLate(exercise, exercise.decidedAt) &&
            ' The 72 hours were over: a report then gives the reasons for the delay (UK GDPR Art 33(1)).'}
        </p>
        <RecordEvidence run={run} exercise={exercise} />
      </div>
    </div>
  )
}
