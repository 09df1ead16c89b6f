import { Button } from '@mantine/core'
import { useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { Section } from '#renderer/ui/record/Section.tsx'
import type { AnyRecord } from '#shared/described/register.ts'
import type { CaseEnding } from '#shared/registers/cases/case-life.contract.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { CertificatePart } from './CertificatePart.tsx'
import { DestroyDialog } from './DestroyDialog.tsx'
import classes from './ending.module.css'

/** The end of the documents of a request: how long they are kept, their destruction, and then its certificate. */
export function CaseEndingPart({ record }: { readonly record: AnyRecord }) {
  const { data, error } = useEngineQuery('cases.ending', { request: record.id }, { keepPrevious: true })
  if (error) return <p role="alert">{sentenceOf(error)}</p>
  if (!data || (!data.isOpen && !data.certificate)) return null
  return (
    <Section title="End of the case">
      {data.certificate ? (
        <CertificatePart certificate={data.certificate} />
      ) : (
        <Open record={record} ending={data} />
      )}
    </Section>
  )
}

function Open({ record, ending }: { readonly record: AnyRecord; readonly ending: CaseEnding }) {
  const [isAsking, setAsking] = useState(false)
  const { canEdit } = useCanEdit()
  const { destroyAfter, mayNot } = ending
  return (
    <div className={classes.end}>
      <p>
        {destroyAfter
          ? `Its documents are kept until ${formatDay(destroyAfter)}, then Today asks for their end.`
          : 'How long its documents are kept is not recorded.'}{' '}
        <RouteLink href={hrefOf('requests', record.id, null, { field: 'caseDestroyAfter' })}>
          It is set in the record, under “Afterwards”
        </RouteLink>
      </p>
      {mayNot && <p className={classes.quiet}>They cannot be destroyed now. {mayNot}</p>}
      {canEdit && !mayNot && (
        <div>
          <Button variant="default" onClick={() => setAsking(true)}>
            Destroy the documents…
          </Button>
        </div>
      )}
      {isAsking && <DestroyDialog record={record} ending={ending} onClose={() => setAsking(false)} />}
    </div>
  )
}
