import canonicalize from 'canonicalize'
import type { AnyDescribed, AnyRecord } from '#shared/described/register.ts'
import { sha256 } from '../revisions/chain.ts'

/** An entry of a `kept` field that carries its own seal. */
export type Sealed<Entry extends object> = Entry & { readonly sha256: string }

/** The entry with its seal: SHA-256 over the canonical JSON (RFC 8785) of everything else in it. */
export function seal<Entry extends object>(entry: Entry): Sealed<Entry> {
  return { ...entry, sha256: sealOf(entry) }
}

/** Whether a sealed entry still says what it said when it was sealed. */
export function sealHolds<Entry extends { readonly sha256: string }>(entry: Entry): boolean {
  return sealOf(entry) === entry.sha256
}

/** The labels of the fields of a record in which an entry no longer says what was sealed; none for a sound record. */
export function brokenSeals({ fields }: AnyDescribed, record: AnyRecord): readonly string[] {
  return Object.entries(fields).flatMap(([key, { kind, label }]) => {
    if (kind !== 'kept') return []
    const entries = (record[key] ?? []) as readonly object[]
    return entries.some((entry) => isSealed(entry) && !sealHolds(entry)) ? [label] : []
  })
}

const isSealed = (entry: object): entry is { readonly sha256: string } =>
  'sha256' in entry && typeof entry.sha256 === 'string'

function sealOf(entry: object): string {
  const { sha256: _, ...rest } = entry as { readonly sha256?: string }
  return sha256(canonicalize(rest)!)
}
