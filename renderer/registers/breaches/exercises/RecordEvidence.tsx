import { Button, NumberInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefFor, RouteLink } from '#renderer/app/routing.tsx'
import type { Exercise } from '#shared/registers/breaches/exercises.contract.ts'
import { changeRun, type ExerciseRun } from './exercise-run.ts'
import classes from './exercises.module.css'

type RecordEvidenceProps = { readonly run: ExerciseRun; readonly exercise: Exercise }

/** Makes training evidence of the exercise. */
export function RecordEvidence({ run, exercise }: RecordEvidenceProps) {
  const record = useEngineCommand('breaches.recordExercise')
  const { canEdit, because } = useCanEdit()
  const [tookPart, setTookPart] = useState('')
  const [people, setPeople] = useState<number | null>(null)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    changeRun({ recorded: await record.mutateAsync({ exercise, tookPart, people }) })
  }
  return (
    <section className={classes.evidence} aria-labelledby="evidence">
      <h2 id="evidence">Training evidence</h2>
      {run.recorded ? (
        <p role="status">
          Recorded as{' '}
          <RouteLink href={hrefFor('evidence', run.recorded.id)}>{run.recorded.reference}</RouteLink>: the
          case, the decisions, the result and the day.
        </p>
      ) : (
        <form onSubmit={(event) => void save(event).catch(() => undefined)}>
          <TextInput
            label="Who took part"
            description="Names of staff or a group: “Duty managers, autumn round”"
            maxLength={500}
            value={tookPart}
            onChange={(event) => setTookPart(event.currentTarget.value)}
          />
          <NumberInput
            label="How many"
            description="Leave empty if nobody counted"
            min={1}
            allowDecimal={false}
            hideControls
            value={people ?? ''}
            onChange={(value) => setPeople(typeof value === 'number' ? value : null)}
          />
          <Button type="submit" loading={record.isPending} disabled={!canEdit || tookPart.trim() === ''}>
            Record as training evidence
          </Button>
          {!canEdit && <p>{because}</p>}
          {record.error && <p role="alert">{sentenceOf(record.error)}</p>}
        </form>
      )}
    </section>
  )
}
