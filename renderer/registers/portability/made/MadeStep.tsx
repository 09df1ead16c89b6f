import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import type { ExportWork } from '../draft/useExport.ts'
import classes from '../portability.module.css'
import { MadeExport } from './MadeExport.tsx'

const SCOPES = [
  { value: 'this', label: 'This request' },
  { value: 'all', label: 'Every request' },
]

/** The exports that were made, the latest first; they are kept with their requests for good. */
export function MadeStep({ work }: { readonly work: ExportWork }) {
  const [scope, setScope] = useState('this')
  const { data, error } = useEngineQuery(
    'portability.history',
    { request: scope === 'this' ? work.request : null },
    { keepPrevious: true },
  )
  return (
    <div className={classes.scroll}>
      <div className={classes.lead}>
        <SegmentedControl aria-label="Exports of" data={SCOPES} value={scope} onChange={setScope} />
        <span className={classes.grow} />
        <RouteLink href={hrefOf('mappings')}>Exports of systems</RouteLink>
        <RouteLink href={hrefOf('reports')}>Check an archive</RouteLink>
      </div>
      {error && (
        <p role="alert" className={classes.problem}>
          {sentenceOf(error)}
        </p>
      )}
      {data?.length === 0 && (
        <p className={classes.none}>
          None was made yet. Each one is recorded here when it is built: when, by whom, from which files, how
          many rows, what was left out, and its fingerprint.
        </p>
      )}
      <ul className={classes.cards} aria-label="Exports made">
        {(data ?? []).map(({ request, reference, name, entry }) => (
          <li key={entry.id}>
            <MadeExport
              entry={entry}
              of={
                request === work.request ? null : (
                  <RouteLink href={hrefOf('requests', request, 'portability')}>
                    {reference} {name}
                  </RouteLink>
                )
              }
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
