import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, RouteLink, useRoute } from '#renderer/app/routing.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import type { AnyRecord } from '#shared/described/register.ts'
import { PeopleTab } from './ledger/PeopleTab.tsx'
import classes from './people.module.css'
import { TermsTab } from './terms/TermsTab.tsx'
import { useCaseWork } from './useCaseWork.ts'
import { WorkBar } from './WorkBar.tsx'

/** Everybody the documents of a request speak of, and what is decided about each; the words that are looked for. */
export function PeoplePage({ record }: { readonly record: AnyRecord }) {
  const overview = useEngineQuery('cases.overview', { request: record.id }, { keepPrevious: true })
  if (overview.error)
    return (
      <p role="alert" className={classes.message}>
        {sentenceOf(overview.error)}
      </p>
    )
  if (!overview.data) return <div className={classes.page} aria-busy />
  const { state, pages, recognition } = overview.data
  if (state === 'destroyed')
    return (
      <p className={classes.message}>
        The documents of this request were destroyed. The certificate says what they were.
      </p>
    )
  if (pages === 0) return <NothingYet request={record.id} />
  return <Opened key={record.id} request={record.id} unread={recognition.waiting} />
}

type OpenedProps = {
  readonly request: string
  /** Pages whose words are still to be recognised. */
  readonly unread: number
}

function Opened({ request, unread }: OpenedProps) {
  const [tab, setTab] = useState(useRoute().search.get('tab') === 'terms' ? 'terms' : 'people')
  const work = useCaseWork(request)
  const tabs = (
    <SegmentedControl
      aria-label="What is shown"
      data={[
        { value: 'people', label: 'People' },
        { value: 'terms', label: 'Terms' },
      ]}
      value={tab}
      onChange={setTab}
    />
  )
  return (
    <div className={classes.page}>
      {tab === 'people' ? (
        <PeopleTab
          request={request}
          work={work}
          tabs={tabs}
          unread={unread}
          onTerms={() => setTab('terms')}
        />
      ) : (
        <TermsTab request={request} work={work} tabs={tabs} onPeople={() => setTab('people')} />
      )}
      <WorkBar work={work} />
    </div>
  )
}

function NothingYet({ request }: { readonly request: string }) {
  return (
    <EmptyState
      title="Nobody to decide about yet"
      example={
        <p>
          For example <strong>Jane Smith · Person B · relative · 412 times in 96 documents</strong>: what is
          decided about her once is decided in every place.
        </p>
      }
      actions={<RouteLink href={hrefOf('requests', request, 'documents')}>Bring documents in</RouteLink>}
    >
      The people whom the documents name are gathered here, and decided about one by one.
    </EmptyState>
  )
}
