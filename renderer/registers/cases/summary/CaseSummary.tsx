import { IconAlertTriangle } from '@tabler/icons-react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { Section } from '#renderer/ui/record/Section.tsx'
import type { AnyRecord } from '#shared/described/register.ts'
import { summaryLines } from './summary-lines.ts'
import classes from './summary.module.css'

/** The cover sheet of a request for access in numbers; each leads to where it is dealt with. */
export function CaseSummary({ record }: { readonly record: AnyRecord }) {
  return record['right'] === 'R-ACCESS' ? <Summary request={record.id} /> : null
}

function Summary({ request }: { readonly request: string }) {
  const { data, error } = useEngineQuery('cases.summary', { request }, { keepPrevious: true })
  if (error) return <p role="alert">{sentenceOf(error)}</p>
  if (!data) return null
  const lines = summaryLines(data)
  return (
    <Section
      title="Documents in numbers"
      aside={<RouteLink href={hrefOf('requests', 'board')}>Board of open requests</RouteLink>}
    >
      <dl className={classes.lines}>
        {lines.map(({ label, text, page, isAmiss }) => (
          <div key={label} data-amiss={isAmiss || undefined}>
            <dt>{label}</dt>
            <dd>
              {isAmiss && <IconAlertTriangle size={14} aria-label="Look at this" />}
              <RouteLink href={hrefOf('requests', request, page)}>{text}</RouteLink>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
