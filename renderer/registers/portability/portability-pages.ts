import type { RecordPage } from '#renderer/ui/described/register-props.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { PortabilityPage } from './PortabilityPage.tsx'

/** The page of a request for portability that makes the export. */
export const PORTABILITY_PAGES: readonly RecordPage[] = [
  {
    page: 'portability',
    label: 'Portability',
    Page: PortabilityPage,
    isWide: true,
    appliesTo: asksForPortability,
  },
]

/** Whether a request asks for portability, alone or with other rights, or an export was made for it already. */
export function asksForPortability(record: AnyRecord): boolean {
  const also: unknown = record['alsoAsks']
  const made: unknown = record['portabilityExports']
  return (
    record['right'] === 'R-PORT' ||
    (Array.isArray(also) && also.includes('R-PORT')) ||
    (Array.isArray(made) && made.length > 0)
  )
}
