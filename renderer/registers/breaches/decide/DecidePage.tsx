import { Section } from '#renderer/ui/record/Section.tsx'
import type { AnyRecord } from '#shared/described/register.ts'
import { suggestOutcome } from '#shared/law/breaches/suggest.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { answersOf } from '#shared/registers/breaches/decide.ts'
import { DecisionPart } from './DecisionPart.tsx'
import classes from './decide.module.css'
import { QuestionsPart } from './QuestionsPart.tsx'
import { SeverityPart } from './SeverityPart.tsx'
import { SuggestionPart } from './SuggestionPart.tsx'

/** Five questions, what they point to, the severity beside it, and below them the decisions a person takes. */
export function DecidePage({ record }: { readonly record: AnyRecord }) {
  const breach = record as unknown as Breach
  return (
    <>
      <p className={classes.live} aria-hidden>
        <strong>{suggestOutcome(answersOf(breach)).text}</strong>
        <span className={classes.quiet}>This is a suggestion. You decide.</span>
      </p>
      <div className={classes.columns}>
        <QuestionsPart breach={breach} />
        <div className={classes.beside}>
          <SuggestionPart breach={breach} />
          <SeverityPart breach={breach} />
        </div>
      </div>
      <DecisionPart subject="commissioner" breach={breach} />
      <DecisionPart subject="people" breach={breach} />
      <Section title="What happens to a decision">
        <p className={classes.quiet}>
          A decision is kept with the answers, the suggestion, the severity and the record as they stand at
          that moment. It cannot be changed or taken back. When the facts change, record a new decision: it
          takes the place of the one before, and both stay.
        </p>
      </Section>
    </>
  )
}
