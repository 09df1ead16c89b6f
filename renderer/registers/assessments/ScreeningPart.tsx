import { useEngineQuery } from '#renderer/api/client.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { useDescribedRecord } from '#renderer/ui/described/described-record.ts'
import { Section } from '#renderer/ui/record/Section.tsx'
import type { Assessment } from '#shared/registers/assessments/assessment.register.ts'
import classes from './assessments.module.css'

/** For an impact assessment: which signs of a high risk the records of its activities show. */
export function ScreeningPart() {
  const { value } = useDescribedRecord()
  const { kind, activityIds } = value as unknown as Assessment
  if (kind !== 'DPIA' || activityIds.length === 0) return null
  return (
    <Section
      title="What the screening found"
      hint="Drawn from the records of the activities; an indication, never a finding of law"
    >
      {activityIds.map((id) => (
        <Screened key={id} activityId={id} />
      ))}
    </Section>
  )
}

function Screened({ activityId }: { readonly activityId: string }) {
  const { data } = useEngineQuery('assessments.screen', { activityId }, { keepPrevious: true })
  if (!data) return null
  const { title, words, signals, notKnown } = data
  return (
    <div className={classes.screened}>
      <RouteLink href={hrefOf('activities', activityId)}>{title}</RouteLink>
      <p>{words}</p>
      {signals.length > 0 && (
        <ul>
          {signals.map((signal) => (
            <li key={signal.code}>
              {signal.words} <span className={classes.citation}>{signal.citation}</span>
              <span className={classes.check}>{signal.check}</span>
            </li>
          ))}
        </ul>
      )}
      {notKnown.length > 0 && (
        <p className={classes.quiet}>Not known from the record: {notKnown.map(inWords).join(', ')}.</p>
      )}
    </div>
  )
}

/** "largeScale" as "large scale". */
function inWords(fact: string): string {
  return fact.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
