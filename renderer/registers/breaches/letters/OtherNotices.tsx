import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { useEngineQuery } from '#renderer/api/client.ts'
import { Section } from '#renderer/ui/record/Section.tsx'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { NoticeCard } from './NoticeCard.tsx'

/** The notices that do not go to the people one by one: to the public, and to each controller we work for. */
export function OtherNotices({ breach }: { readonly breach: Breach }) {
  return (
    <>
      <Section
        title="Public notice"
        hint="In the place of letters, where writing to each person would take disproportionate effort; UK GDPR Art 34(3)(c)"
      >
        <NoticeCard
          breach={breach}
          title="Public notice"
          asked={{ what: 'publicNotice' }}
          record={{ kind: 'publicNotice', recipients: null, controller: null }}
        />
      </Section>
      {(breach.ourRole === 'processor' || breach.controllerIds.length > 0) && (
        <Section title="Notices to controllers" hint="Where we act as processor; UK GDPR Art 33(2)">
          <Controllers breach={breach} />
        </Section>
      )}
    </>
  )
}

function Controllers({ breach }: { readonly breach: Breach }) {
  const { data = [] } = useEngineQuery('organisations.list', { relation: null })
  if (breach.controllerIds.length === 0)
    return (
      <p>
        No controller is named yet.{' '}
        <RouteLink href={hrefOf('breaches', breach.id, null, { field: 'controllerIds' })}>
          Name the controllers to tell
        </RouteLink>
        .
      </p>
    )
  return breach.controllerIds.map((controller) => {
    const name = data.find(({ id }) => id === controller)?.legalName ?? 'a controller'
    return (
      <NoticeCard
        key={controller}
        breach={breach}
        title={`Notice to ${name}`}
        asked={{ what: 'controllerNotice', controller }}
        record={{ kind: 'controllerNotice', recipients: null, controller }}
      />
    )
  })
}
