import { Button } from '@mantine/core'
import { useDescribedRecord } from '#renderer/ui/described/described-record.ts'
import { FieldEditor } from '#renderer/ui/described/fields/FieldEditor.tsx'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import { Section } from '#renderer/ui/record/Section.tsx'
import { suggestOutcome } from '#shared/law/breaches/suggest.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { COMMISSIONER_FIELDS } from '#shared/registers/breaches/breach.telling.ts'
import { answersOf } from '#shared/registers/breaches/decide.ts'
import classes from './decide.module.css'

/** What the answers point to, with the facts that decide it; and the risk that a person sees. */
export function SuggestionPart({ breach }: { readonly breach: Breach }) {
  const { disabled, errors, change } = useDescribedRecord()
  const { outcome, text, reasons, risk } = suggestOutcome(answersOf(breach))
  const field = COMMISSIONER_FIELDS.risk
  const label = 'choices' in field ? field.choices.find(({ value }) => value === risk)?.label : ''
  return (
    <Section title="What the answers point to">
      <div className={classes.suggestion} data-outcome={outcome} role="status">
        <p className={classes.note}>This is a suggestion. You decide.</p>
        <p className={classes.outcome}>{text}</p>
        <ul>
          {reasons.map(({ question, says, decides }) => (
            <li key={question} data-decides={decides || undefined}>
              {says}
              {decides && <strong> This decides.</strong>}
            </li>
          ))}
        </ul>
      </div>
      <FieldSlot field="risk">
        <FieldEditor
          field={field}
          name="risk"
          value={breach.risk}
          disabled={disabled}
          error={errors['risk']}
          onChange={(next) => change({ risk: next as Breach['risk'] })}
        />
        {breach.risk !== risk && (
          <p className={classes.proposed}>
            <span>The answers point to: “{label}”</span>
            <Button size="compact-sm" variant="default" disabled={disabled} onClick={() => change({ risk })}>
              Take it over
            </Button>
          </p>
        )}
      </FieldSlot>
    </Section>
  )
}
