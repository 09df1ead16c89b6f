import { useDescribedRecord } from '#renderer/ui/described/described-record.ts'
import { FieldEditor } from '#renderer/ui/described/fields/FieldEditor.tsx'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import { Section } from '#renderer/ui/record/Section.tsx'
import { type Severity, severityOf } from '#shared/law/breaches/enisa.ts'
import type { Fields } from '#shared/described/field.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { SEVERITY_FIELDS } from '#shared/registers/breaches/breach.room.ts'
import classes from './decide.module.css'

/** The severity by ENISA’s method, worked out as it is entered: shown beside the decision, never deciding. */
export function SeverityPart({ breach }: { readonly breach: Breach }) {
  const severity = severityOf(breach)
  return (
    <Section title="Severity by ENISA" hint="Shown beside the decision, never deciding.">
      {severity ? (
        <Score severity={severity} />
      ) : (
        <p className={classes.quiet}>
          Not scored. It needs the kind of data and how easily people are identified.
        </p>
      )}
      <details className={classes.scoring}>
        <summary>{severity ? 'Change the score' : 'Score it'}</summary>
        <Scales breach={breach} />
      </details>
    </Section>
  )
}

function Score({ severity }: { readonly severity: Severity }) {
  const { score, level, parts, flags, open, checks } = severity
  return (
    <div className={classes.severity}>
      <p className={classes.outcome} role="status">
        {level}: {score}
      </p>
      <table>
        <tbody>
          {parts.map(({ label, score: part, text }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{part}</td>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {flags.length > 0 && <p>Said beside it: {flags.join('; ')}.</p>}
      {open.length > 0 && (
        <p className={classes.quiet}>Not answered yet, counted as nought: {open.join(', ')}.</p>
      )}
      {checks.map((check) => (
        <p key={check} className={classes.check}>
          Check: {check}
        </p>
      ))}
    </div>
  )
}

function Scales({ breach }: { readonly breach: Breach }) {
  const { disabled, errors, change } = useDescribedRecord()
  return (
    <div className={classes.scales}>
      {Object.entries(SEVERITY_FIELDS as Fields).map(([key, field]) => (
        <FieldSlot key={key} field={key}>
          <FieldEditor
            field={field}
            name={key}
            value={breach[key as keyof Breach]}
            disabled={disabled}
            error={errors[key]}
            onChange={(next) => change({ [key]: next })}
          />
        </FieldSlot>
      ))}
    </div>
  )
}
