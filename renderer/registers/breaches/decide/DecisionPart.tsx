import { Button } from '@mantine/core'
import { useState } from 'react'
import { useDescribedRecord } from '#renderer/ui/described/described-record.ts'
import { Section } from '#renderer/ui/record/Section.tsx'
import { type DecisionSubject, findOutcome } from '#shared/law/breaches/outcomes.ts'
import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { decisionsOn } from '#shared/registers/breaches/decide.ts'
import { DecisionForm } from './DecisionForm.tsx'
import { KeptDecision } from './KeptDecision.tsx'
import classes from './decide.module.css'

const WORDS = {
  commissioner: { title: 'Tell the Commissioner?', hint: 'UK GDPR Art 33(1)' },
  people: { title: 'Tell the people?', hint: 'UK GDPR Art 34' },
} as const

type DecisionPartProps = { readonly subject: DecisionSubject; readonly breach: Breach }

/** The decision in force, those it took the place of, and the form that records the next one. */
export function DecisionPart({ subject, breach }: DecisionPartProps) {
  const { disabled } = useDescribedRecord()
  const [isDeciding, setDeciding] = useState(false)
  const [inForce, ...superseded] = decisionsOn(breach, subject)
  const { title, hint } = WORDS[subject]
  return (
    <Section title={title} hint={hint}>
      {breach.ourRole === 'processor' && (
        <p className={classes.note}>
          We act as processor here: the controller decides and tells. Ours is to tell the controller.
        </p>
      )}
      {inForce ? (
        <KeptDecision decision={inForce} isInForce />
      ) : (
        <Elsewhere subject={subject} breach={breach} />
      )}
      {isDeciding ? (
        <DecisionForm
          subject={subject}
          breach={breach}
          expects={inForce?.id ?? null}
          onClose={() => setDeciding(false)}
        />
      ) : (
        <Button
          className={classes.record}
          variant={inForce ? 'default' : 'filled'}
          disabled={disabled}
          onClick={() => setDeciding(true)}
        >
          {inForce ? 'Record a new decision that takes its place…' : 'Record the decision…'}
        </Button>
      )}
      {superseded.length > 0 && (
        <details className={classes.folded}>
          <summary>
            {superseded.length === 1 ? 'The decision before' : `${superseded.length} decisions before`}
          </summary>
          {superseded.map((decision) => (
            <KeptDecision key={decision.id} decision={decision} />
          ))}
        </details>
      )}
    </Section>
  )
}

/** A decision that came with the record, without what it rested on. */
function Elsewhere({ subject, breach }: DecisionPartProps) {
  const outcome = breach[`${subject}Decision`]
  if (outcome === null) return <p className={classes.quiet}>Not decided yet.</p>
  const at = breach[`${subject}DecidedAt`]
  return (
    <div className={classes.decision} data-in-force>
      <p className={classes.outcome}>{findOutcome(subject, outcome)?.label ?? outcome}</p>
      <p>{breach[`${subject}Because`] || 'No reasons are recorded.'}</p>
      <p className={classes.quiet}>
        {[
          breach[`${subject}DecidedBy`] || 'By whom is not recorded',
          at ? formatUkMoment(at) : 'when is not recorded',
        ]
          .filter(Boolean)
          .join(', ')}
        . It came with the record, without what it rested on.
      </p>
    </div>
  )
}
