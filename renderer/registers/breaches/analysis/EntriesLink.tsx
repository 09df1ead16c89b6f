import type { ReactNode } from 'react'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'

/** The log, showing only these entries. */
export function hrefOfEntries(ids: readonly string[]): string {
  return hrefOf('breaches', null, null, { ids: ids.join(',') })
}

type EntriesLinkProps = {
  readonly ids: readonly string[]
  /** What is counted, for those who hear the link by itself. */
  readonly about: string
  readonly children: ReactNode
}

/** A number that leads to the entries it counts; plain text where there are none. */
export function EntriesLink({ ids, about, children }: EntriesLinkProps) {
  if (ids.length === 0) return <>{children}</>
  return (
    <RouteLink href={hrefOfEntries(ids)}>
      {children}
      <span className="visually-hidden">: {about}</span>
    </RouteLink>
  )
}
