import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { hrefOf, navigate } from '#renderer/app/routing.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { readNow } from '#renderer/ui/useNow.ts'
import type { BreachCase } from '#shared/law/breaches/cases/case.ts'
import { DecisionPart } from './DecisionPart.tsx'
import { DrillClock } from './DrillClock.tsx'
import { changeRun, type ExerciseRun, runStore } from './exercise-run.ts'
import { EventsPart } from './EventsPart.tsx'
import classes from './exercises.module.css'
import { QuestionsPart } from './QuestionsPart.tsx'
import { SuggestionPart } from './SuggestionPart.tsx'

type DrillPageProps = { readonly one: BreachCase; readonly run: ExerciseRun }

/** A drill under way: the case and its clock beside the questions and the decisions. */
export function DrillPage({ one, run }: DrillPageProps) {
  const story = useRef<HTMLHeadingElement>(null)
  const [tried, setTried] = useState(false)
  const missing = whatIsMissing(run)
  useEffect(() => story.current?.focus(), [])
  const decide = (event?: FormEvent) => {
    event?.preventDefault()
    setTried(true)
    if (missing === '') changeRun({ decidedAt: readNow() })
  }
  // Also while a reason is being typed.
  useHotkeys([['mod+Enter', () => decide()]], [])
  return (
    <div className={classes.page}>
      <PageHeader
        title={`Exercise ${one.code}`}
        beside={<span className={classes.badge}>An exercise, not a breach</span>}
        actions={
          <Button
            variant="default"
            onClick={() => {
              runStore.set(null)
              navigate(hrefOf('breaches', 'exercises'))
            }}
          >
            Break off
          </Button>
        }
      />
      <div className={classes.drill}>
        <div className={classes.told}>
          <DrillClock run={run} />
          <section className={classes.story} aria-labelledby="story">
            <h2 id="story" ref={story} tabIndex={-1}>
              {one.title}
            </h2>
            {one.story.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
          {one.events.length > 0 && <EventsPart one={one} run={run} />}
        </div>
        <form className={classes.work} onSubmit={decide}>
          <QuestionsPart answers={run.answers} onAnswer={(answers) => changeRun({ answers })} />
          <SuggestionPart run={run} />
          <DecisionPart run={run} />
          {tried && missing !== '' && (
            <p role="alert" className={classes.problem}>
              {missing}
            </p>
          )}
          <div className={classes.decide}>
            <Button type="submit">Decide, and see the debrief</Button>
            <span className={classes.quiet}>
              <kbd>Ctrl</kbd> <kbd>Enter</kbd>
            </span>
          </div>
        </form>
      </div>
    </div>
  )
}

function whatIsMissing({ notify, notifyBecause, tell, tellBecause }: ExerciseRun): string {
  if (notify === null) return 'Decide whether to tell the Commissioner.'
  if (tell === null) return 'Decide whether to tell the people.'
  if (notifyBecause.trim() === '' || tellBecause.trim() === '')
    return 'Give a reason for each of the two decisions.'
  return ''
}
