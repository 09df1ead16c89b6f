import { useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, RouteLink, useRoute } from '#renderer/app/routing.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import type { AnyRecord } from '#shared/described/register.ts'
import { Reader } from './Reader.tsx'
import classes from './review.module.css'

/** The documents of a request for access, page by page: what is disclosed, and what each document is. */
export function ReviewPage({ record }: { readonly record: AnyRecord }) {
  const overview = useEngineQuery('cases.overview', { request: record.id })
  if (overview.error)
    return (
      <p role="alert" className={classes.message}>
        {sentenceOf(overview.error)}
      </p>
    )
  if (!overview.data) return <div className={classes.review} aria-busy />
  const { state, pages, leftAt } = overview.data
  if (state === 'destroyed')
    return (
      <p className={classes.message}>
        The documents of this request were destroyed. The certificate says what they were.
      </p>
    )
  if (pages === 0) return <NothingYet request={record.id} />
  return <Opened key={record.id} request={record.id} leftAt={leftAt} />
}

/** Where reading begins is settled once; afterwards the reader knows where it is. */
function Opened({ request, leftAt }: { readonly request: string; readonly leftAt: number | null }) {
  const [left] = useState(leftAt)
  const [asked] = useState(Number(useRoute().search.get('page')) || null)
  const first = useEngineQuery('cases.pageAt', { request, place: 1 })
  const start = asked ?? left ?? first.data?.page
  if (first.error)
    return (
      <p role="alert" className={classes.message}>
        {sentenceOf(first.error)}
      </p>
    )
  if (!start) return <div className={classes.review} aria-busy />
  return <Reader request={request} firstPage={start} leftAt={asked === null ? left : null} />
}

function NothingYet({ request }: { readonly request: string }) {
  return (
    <EmptyState
      title="Nothing to review yet"
      example={
        <p>
          For example a folder with a scanned file of 300 pages and two mailboxes: each page is shown here in
          turn, <kbd>A</kbd> releases it, <kbd>W</kbd> withholds it, <kbd>J</kbd> goes on.
        </p>
      }
      actions={<RouteLink href={hrefOf('requests', request, 'documents')}>Bring documents in</RouteLink>}
    >
      The pages of the documents that were brought in are read and decided here.
    </EmptyState>
  )
}
