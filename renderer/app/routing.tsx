import type { AnchorHTMLAttributes, ReactNode } from 'react'
import { useSyncExternalStore } from 'react'
import { DescribedName } from '#shared/described/names.ts'
import type { RegisterName } from '#shared/records/record.ts'

/** The sections of the left rail in their groups, in its order; what leads the work of a day stands first. */
export const SECTION_GROUPS = [
  { heading: 'Work', sections: ['today', 'requests', 'breaches', 'recipients', 'complaints'] },
  {
    heading: 'Register',
    sections: [
      'activities',
      'organisations',
      'contracts',
      'processors',
      'transfers',
      'arrangements',
      'disclosures',
    ],
  },
  { heading: 'Keeping', sections: ['retention', 'disposals'] },
  { heading: 'People', sections: ['consents', 'preferences', 'suppressions', 'notices'] },
  { heading: 'Assurance', sections: ['assessments', 'evidence', 'gaps', 'reports'] },
  { heading: '', sections: ['library', 'history', 'settings'] },
] as const
export type RailSection = (typeof SECTION_GROUPS)[number]['sections'][number]

/** A section of the rail, or what is reached otherwise: the search by its keys, the search record from its request. */
export type Section = RailSection | (typeof BESIDE_THE_RAIL)[number]
const BESIDE_THE_RAIL = ['search', 'searches', 'mappings'] as const

/** Every section, in the order of the rail. */
export const SECTIONS: readonly RailSection[] = SECTION_GROUPS.flatMap(({ sections }) => [...sections])

/** Where Alt 1 to Alt 8 lead. */
export const NUMBERED_SECTIONS: readonly RailSection[] = [
  'activities',
  'organisations',
  'contracts',
  'library',
  'gaps',
  'reports',
  'history',
  'settings',
]

/** A place in the program: `#/activities/<id>/flow?from=gaps`. */
export type Route = {
  readonly section: Section
  /** The record shown, `new` for one being made, or null for the section's own page. */
  readonly id: string | null
  /** A page of the record: `flow`, `history`. */
  readonly page: string | null
  readonly search: URLSearchParams
}

/** Reads an address; anything unknown is what is due today. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const [section, id, page] = path.split('/').map(decodeURIComponent)
  const known = [...SECTIONS, ...BESIDE_THE_RAIL].find((name) => name === section)
  const search = new URLSearchParams(query)
  if (!known) return { section: 'today', id: null, page: null, search }
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

const SECTION_OF: Record<Exclude<RegisterName, DescribedName>, Section> = {
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
  const described = DescribedName.safeParse(register)
  return hrefOf(described.success ? described.data : SECTION_OF[register as keyof typeof SECTION_OF], id)
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
