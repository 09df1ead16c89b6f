import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { Section } from '#renderer/ui/record/Section.tsx'
import type { PackKind } from '#shared/cases/pack-plan.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { ChecksPart } from './ChecksPart.tsx'
import { FreezePart } from './FreezePart.tsx'
import { PackCard } from './PackCard.tsx'
import classes from './pack.module.css'

const KINDS = [
  { value: 'final', label: 'The answer' },
  { value: 'partial', label: 'A part of it' },
]

/** The pack of a request for access: what stands in its way, how it is frozen and built, and what was built before. */
export function PackPage({ record }: { readonly record: AnyRecord }) {
  const [kind, setKind] = useState<PackKind>('final')
  const of = { request: record.id }
  const { data: overview, error } = useEngineQuery('cases.overview', of, { keepPrevious: true })
  if (error) return <p role="alert">{sentenceOf(error)}</p>
  if (!overview) return <div aria-busy />
  if (overview.state === 'destroyed')
    return (
      <p className={classes.quiet}>The documents of this request were destroyed, and its packs with them.</p>
    )
  if (overview.state === 'none')
    return (
      <p className={classes.quiet}>
        There is nothing to pack yet. Bring documents in, and review them page by page; then the pack is made
        here: numbered volumes with a letter, schedules and a fingerprint, ready to hand over.{' '}
        <RouteLink href={hrefOf('requests', record.id, 'documents')}>Bring documents in</RouteLink>
      </p>
    )
  return (
    <>
      <Section
        title="Before anything is handed over"
        aside={
          <SegmentedControl
            aria-label="What is handed over"
            data={KINDS}
            value={kind}
            onChange={(value) => setKind(value as PackKind)}
          />
        }
      >
        <NextPack record={record} kind={kind} />
      </Section>
      <Packs record={record} />
    </>
  )
}

function NextPack({ record, kind }: { readonly record: AnyRecord; readonly kind: PackKind }) {
  const { data, error } = useEngineQuery('cases.checks', { request: record.id, kind }, { keepPrevious: true })
  if (error) return <p role="alert">{sentenceOf(error)}</p>
  if (!data) return <div aria-busy />
  return (
    <>
      <ChecksPart request={record.id} checks={data.checks} />
      <FreezePart request={record.id} kind={kind} next={data} />
    </>
  )
}

function Packs({ record }: { readonly record: AnyRecord }) {
  const { data, error } = useEngineQuery('cases.packs', { request: record.id }, { keepPrevious: true })
  if (error) return <p role="alert">{sentenceOf(error)}</p>
  if (!data || data.length === 0) return null
  return (
    <Section title="Packs">
      <ul className={classes.packs}>
        {data.map((pack) => (
          <li key={pack.id}>
            <PackCard record={record} pack={pack} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
