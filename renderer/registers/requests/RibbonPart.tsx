import { useAsAt } from '#renderer/api/as-at.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { Section } from '#renderer/ui/record/Section.tsx'
import { useToday } from '#renderer/ui/useNow.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { clockOfRequest, factsOfRequest } from '#shared/registers/requests/request-clock.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import { Ribbon } from './Ribbon.tsx'
import { useClockContext } from './useClockContext.ts'

/** The ribbon above the form of a request. */
export function RibbonPart({ record }: { readonly record: AnyRecord }) {
  const request = record as unknown as RequestRecord
  const context = useClockContext()
  const asAt = useAsAt()
  const now = useToday()
  const facts = factsOfRequest(request)
  const clock = context && clockOfRequest(request, context)
  if (!clock || !facts) return null
  return (
    <Section
      title="Clock"
      aside={
        <RouteLink href={hrefOf('requests', record.id, 'clock')}>
          How the days come about, and what if
        </RouteLink>
      }
    >
      <Ribbon nodes={clock.nodes} pauses={facts.pauses} today={asAt ?? now} label="Clock of the request" />
    </Section>
  )
}
