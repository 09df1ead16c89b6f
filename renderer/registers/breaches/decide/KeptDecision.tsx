import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import type { BreachDecision, DecisionInputs } from '#shared/registers/breaches/kept.ts'
import classes from './decide.module.css'

type KeptDecisionProps = { readonly decision: BreachDecision; readonly isInForce?: boolean }

/** A decision as it was recorded, with what it rested on folded below it. */
export function KeptDecision({ decision, isInForce = false }: KeptDecisionProps) {
  const { outcomeText, because, grounds, decidedBy, decidedAt, recordedBy, recordedAt, inputs, sha256 } =
    decision
  return (
    <article className={classes.decision} data-in-force={isInForce || undefined} aria-label={outcomeText}>
      <p className={classes.outcome}>{outcomeText}</p>
      <p className={classes.because}>{because}</p>
      {grounds.map(({ label, text }) => (
        <p key={label}>
          <span className={classes.quiet}>{label}</span> {text}
        </p>
      ))}
      <p className={classes.quiet}>
        Decided by {decidedBy} on {formatUkMoment(decidedAt)}. Recorded by {recordedBy} on{' '}
        {formatUkMoment(recordedAt)}.
      </p>
      <details className={classes.folded}>
        <summary>What it rested on, as it stood then</summary>
        <Inputs inputs={inputs} />
        <p className={classes.quiet}>Sealed: SHA-256 {sha256}</p>
      </details>
    </article>
  )
}

function Inputs({ inputs: { questions, suggestion, severity, facts } }: { readonly inputs: DecisionInputs }) {
  return (
    <>
      <Pairs
        title="The five questions"
        pairs={questions.map(({ question, answer }) => ({ label: question, text: answer }))}
      />
      <h4>What the answers pointed to</h4>
      <p>{suggestion.outcome}</p>
      <ul>
        {suggestion.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {severity ? (
        <Pairs
          title={`Severity by ENISA: ${severity.level}, ${severity.score}`}
          pairs={[
            ...severity.parts,
            ...severity.flags.map((flag) => ({ label: 'Said beside it', text: flag })),
          ]}
        />
      ) : (
        <p>The severity was not scored.</p>
      )}
      <Pairs title="The record" pairs={facts} />
    </>
  )
}

type PairsProps = {
  readonly title: string
  readonly pairs: ReadonlyArray<{ readonly label: string; readonly text: string }>
}

function Pairs({ title, pairs }: PairsProps) {
  return (
    <>
      <h4>{title}</h4>
      <dl className={classes.pairs}>
        {pairs.map(({ label, text }) => (
          <div key={`${label} ${text}`}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
