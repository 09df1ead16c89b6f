import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { useRoute } from '#renderer/app/routing.tsx'
import { Section } from '#renderer/ui/record/Section.tsx'
import type { AnyRecord } from '#shared/described/register.ts'
import { CaseEndingPart } from '../ending/CaseEndingPart.tsx'
import { BringIn } from './BringIn.tsx'
import { DuplicateGroups } from './DuplicateGroups.tsx'
import { IndexList } from './IndexList.tsx'
import { SourceList } from './SourceList.tsx'

/** The documents of a request for access: brought in here, each with how it was read; the same ones decided once; the index. */
export function CaseDocumentsPage({ record }: { readonly record: AnyRecord }) {
  const { search } = useRoute()
  const [shown, setShown] = useState('files')
  const { data: overview, error } = useEngineQuery(
    'cases.overview',
    { request: record.id },
    { keepPrevious: true },
  )
  if (error) return <p role="alert">{sentenceOf(error)}</p>
  if (!overview) return <div aria-busy />
  if (overview.state === 'destroyed') return <CaseEndingPart record={record} />
  const tabs = [
    { value: 'files', label: 'Files' },
    {
      value: 'same',
      label: `The same twice${overview.duplicatesOpen > 0 ? ` (${overview.duplicatesOpen})` : ''}`,
    },
    { value: 'index', label: 'Index' },
  ]
  return (
    <>
      <BringIn record={record} overview={overview} search={search.get('search')} />
      {overview.state === 'open' && (
        <Section
          title="What is here"
          aside={
            <SegmentedControl aria-label="What is shown" data={tabs} value={shown} onChange={setShown} />
          }
        >
          {shown === 'files' && <SourceList request={record.id} />}
          {shown === 'same' && <DuplicateGroups request={record.id} />}
          {shown === 'index' && <IndexList request={record.id} reference={record.reference} />}
        </Section>
      )}
      <CaseEndingPart record={record} />
    </>
  )
}
