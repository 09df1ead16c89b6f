import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, RouteLink, useRoute } from '#renderer/app/routing.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import type { AnyRecord } from '#shared/described/register.ts'
import { CheckTab } from './CheckTab.tsx'
import classes from './check.module.css'
import { ConflictsTab } from './ConflictsTab.tsx'
import { DifferencesTab } from './DifferencesTab.tsx'

const TABS = [
  { value: 'check', label: 'Second check' },
  { value: 'elsewhere', label: 'Decided otherwise elsewhere' },
  { value: 'before', label: 'Different from before' },
]

/** Pages to be released, looked at by a second person before they go, and held against what was decided before. */
export function SecondCheckPage({ record }: { readonly record: AnyRecord }) {
  const overview = useEngineQuery('cases.overview', { request: record.id }, { keepPrevious: true })
  const asked = useRoute().search.get('tab')
  const [tab, setTab] = useState(TABS.find(({ value }) => value === asked)?.value ?? 'check')
  if (overview.error)
    return (
      <p role="alert" className={classes.message}>
        {sentenceOf(overview.error)}
      </p>
    )
  if (!overview.data) return <div className={classes.page} aria-busy />
  const { state, pages } = overview.data
  if (state === 'destroyed')
    return (
      <p className={classes.message}>
        The documents of this request were destroyed. The certificate says what they were.
      </p>
    )
  if (pages === 0) return <NothingYet request={record.id} />
  const tabs = (
    <SegmentedControl size="xs" aria-label="What is shown" data={TABS} value={tab} onChange={setTab} />
  )
  return (
    <div className={classes.page}>
      {tab === 'check' && <CheckTab key={record.id} request={record.id} tabs={tabs} />}
      {tab === 'elsewhere' && <ConflictsTab request={record.id} tabs={tabs} />}
      {tab === 'before' && <DifferencesTab request={record.id} tabs={tabs} />}
    </div>
  )
}

function NothingYet({ request }: { readonly request: string }) {
  return (
    <EmptyState
      title="Nothing to check yet"
      example={
        <p>
          For example <strong>Sample of 40 pages, 10 % · 38 agreed · 2 returned: 5 %</strong>: Bea Ng looked
          at them as the requester will see them, and two went back to the reviewer.
        </p>
      }
      actions={<RouteLink href={hrefOf('requests', request, 'documents')}>Bring documents in</RouteLink>}
    >
      Before pages go out, a second person looks at all of them or at a sample, with the marks and the reason
      for each.
    </EmptyState>
  )
}
