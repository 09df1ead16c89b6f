import type { AnchorHTMLAttributes, ReactNode } from 'react'
import { useSyncExternalStore } from 'react'
import type { RegisterName } from '#shared/records/record.ts'

/** The sections of the left rail, in its order. */
export const SECTIONS = [
  'activities',
  'organisations',
  'contracts',
  'library',
  'gaps',
  'reports',
  'history',
  'settings',
] as const
export type Section = (typeof SECTIONS)[number]

/** A place in the program: `#/activities/<id>/flow?from=gaps`. */
export type Route = {
  readonly section: Section
  /** The record shown, `new` for one being made, or null for the section's own page. */
  readonly id: string | null
  /** A page of the record: `flow`, `history`. */
  readonly page: string | null
  readonly search: URLSearchParams
}

/** Reads an address; anything unknown is the list of activities. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const [section, id, page] = path.split('/').map(decodeURIComponent)
  const known = SECTIONS.find((name) => name === section)
  const search = new URLSearchParams(query)
  if (!known) return { section: 'activities', id: null, page: null, search }
  return { section: known, id: id || null, page: page || null, search }
}

/** Writes an address. */
export function hrefOf(
  section: Section,
  id?: string | null,
  page?: string | null,
  search?: Record<string, string>,
): string {
  const path = [section, id, page]
    .filter((part) => part !== null && part !== undefined)
    .map(encodeURIComponent)
  const query = search ? `?${new URLSearchParams(search).toString()}` : ''
  return `#/${path.join('/')}${query}`
}

const SECTION_OF: Record<RegisterName, Section> = {
  activities: 'activities',
  organisations: 'organisations',
  contracts: 'contracts',
  vocabulary: 'library',
  views: 'activities',
  settings: 'settings',
}

/** Where a record is shown. */
export function hrefFor(register: RegisterName, id: string): string {
  if (register === 'views') return hrefOf('activities', null, null, { view: id })
  if (register === 'settings') return hrefOf('settings')
  return hrefOf(SECTION_OF[register], id)
}

/** Goes to an address; `replace` leaves no step to come back to. */
export function navigate(href: string, { replace = false } = {}): void {
  if (replace) {
    history.replaceState(null, '', href)
    window.dispatchEvent(new HashChangeEvent('hashchange'))
  } else location.hash = href
}

/** Where the window is. */
export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, readHash))
}

const readHash = () => location.hash

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

type RouteLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  readonly href: string
  readonly children: ReactNode
}

/** A link to a place in the program. */
export function RouteLink({ href, children, ...rest }: RouteLinkProps) {
  return (
    <a href={href} {...rest}>
      {children}
    </a>
  )
}
