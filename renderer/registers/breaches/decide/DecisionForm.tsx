import { Button, Checkbox, Group, Select, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { useDescribedRecord } from '#renderer/ui/described/described-record.ts'
import { MomentField } from '#renderer/ui/described/fields/MomentField.tsx'
import { readNow } from '#renderer/ui/useNow.ts'
import {
  type DecisionSubject,
  findOutcome,
  type Ground,
  OUTCOMES,
  type Outcome,
} from '#shared/law/breaches/outcomes.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { whyNotDecide } from '#shared/registers/breaches/decide.ts'
import type { Instant } from '#shared/time/instant.ts'
import { NumberedChoices } from './NumberedChoices.tsx'
import classes from './decide.module.css'

type DecisionFormProps = {
  readonly subject: DecisionSubject
  readonly breach: Breach
  /** The decision in force when the form was opened. */
  readonly expects: string | null
  readonly onClose: () => void
}

/** Records a decision with its reasons; the engine freezes what it rests on. */
export function DecisionForm({ subject, breach, expects: seen, onClose }: DecisionFormProps) {
  const decide = useEngineCommand('breaches.decide')
  const { disabled, saving } = useDescribedRecord()
  const [expects] = useState(seen)
  const [outcome, setOutcome] = useState<string | null>(null)
  const [because, setBecause] = useState('')
  const [grounds, setGrounds] = useState<Readonly<Record<string, string>>>({})
  const [decidedBy, setDecidedBy] = useState('')
  const [decidedAt, setDecidedAt] = useState<Instant | null>(readNow)
  const [isEarly, setEarly] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const isBeforeAwareness = Boolean(decidedAt && breach.awareAt && decidedAt < breach.awareAt)
  const record = async (event: FormEvent) => {
    event.preventDefault()
    if (decidedAt === null) return setRefusal('Say when it was decided.')
    const deciding = {
      subject,
      outcome: outcome ?? '',
      because,
      grounds: groundsAsked(subject, outcome, grounds),
      decidedBy,
      decidedAt,
      isBeforeAwareness: isBeforeAwareness && isEarly,
      expects,
    }
    const why = whyNotDecide(breach, deciding, readNow())
    setRefusal(why)
    if (why !== null) return
    const done = await decide.mutateAsync({ id: breach.id, ...deciding }).catch(() => null)
    if (!done) return
    notifications.show({ message: 'The decision is recorded with what it rests on. It stays as it is.' })
    onClose()
  }
  const asked = outcome === null ? undefined : findOutcome(subject, outcome)
  const error = refusal ?? (decide.error ? sentenceOf(decide.error) : null)
  const isSaving = saving?.state === 'saving'
  return (
    <form className={classes.form} aria-label="Record a decision" onSubmit={(event) => void record(event)}>
      <NumberedChoices
        legend="What is decided"
        choices={(OUTCOMES[subject] as readonly Outcome[]).map(withCitation)}
        value={outcome}
        disabled={disabled}
        onChange={setOutcome}
      />
      {asked?.grounds.map((ground) => (
        <GroundField
          key={ground.key}
          ground={ground}
          value={grounds[ground.key] ?? ''}
          onChange={(text) => setGrounds({ ...grounds, [ground.key]: text })}
        />
      ))}
      <Textarea
        label="Because"
        description="The facts and reasons as they are seen now. They are kept word for word."
        autosize
        minRows={3}
        maxLength={20_000}
        value={because}
        onChange={(event) => setBecause(event.currentTarget.value)}
      />
      <div className={classes.pair}>
        <TextInput
          label="Decided by"
          description="Name or role"
          maxLength={500}
          value={decidedBy}
          onChange={(event) => setDecidedBy(event.currentTarget.value)}
        />
        <MomentField
          label="Decided"
          hint="In UK time"
          value={decidedAt}
          disabled={disabled}
          onChange={setDecidedAt}
        />
      </div>
      {isBeforeAwareness && (
        <Checkbox
          label="It was decided before the organisation became aware"
          checked={isEarly}
          onChange={(event) => setEarly(event.currentTarget.checked)}
        />
      )}
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
      <Group gap="sm">
        <Button type="submit" loading={decide.isPending} disabled={disabled || isSaving}>
          Record the decision
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </Group>
    </form>
  )
}

type GroundFieldProps = {
  readonly ground: Ground
  readonly value: string
  readonly onChange: (text: string) => void
}

function GroundField({ ground: { question, hint, choices }, value, onChange }: GroundFieldProps) {
  if (choices)
    return (
      <div>
        <Select
          label={question}
          description={hint}
          data={choices.map((choice) => ({ value: choice.value, label: choice.label }))}
          value={value || null}
          onChange={(chosen) => onChange(chosen ?? '')}
        />
        {choices.map((choice) =>
          choice.value === value && choice.hint ? (
            <p key={choice.value} className={classes.check}>
              Check: {choice.hint}
            </p>
          ) : null,
        )}
      </div>
    )
  return (
    <Textarea
      label={question}
      description={hint}
      autosize
      minRows={2}
      maxLength={20_000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

const withCitation = ({ value, label, hint, citation }: Outcome) => ({
  value,
  label,
  hint: `${hint} ${citation}`,
})

/** Only what the chosen outcome asks for; what was typed for another one is left out. */
function groundsAsked(
  subject: DecisionSubject,
  outcome: string | null,
  typed: Readonly<Record<string, string>>,
): Record<string, string> {
  const keys =
    (outcome === null ? undefined : findOutcome(subject, outcome))?.grounds.map(({ key }) => key) ?? []
  return Object.fromEntries(keys.map((key) => [key, typed[key] ?? '']))
}
