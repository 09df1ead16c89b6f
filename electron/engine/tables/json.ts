import canonicalize from 'canonicalize'
import type { RegisterContent, Stamp } from '#shared/records/register-content.ts'
import { RECORD_FORMAT, RECORD_VERSION } from '#shared/registers/reports/record-file.ts'

/**
 * The whole content as JSON in pieces: one record a line, keys in canonical order (RFC 8785), records in order of their ids.
 * This is the lossless copy; its schema is `register-record.schema.json`.
 */
export function* recordJson(content: RegisterContent, stamp: Stamp): Generator<string> {
  const line = (name: string, value: unknown) => `  ${JSON.stringify(name)}: ${canonical(value)}`
  yield '{\n'
  yield* list('activities', content.activities)
  yield* list('contracts', content.contracts)
  yield `${line('format', RECORD_FORMAT)},\n`
  yield* list('organisations', content.organisations)
  yield `${line('settings', content.settings)},\n${line('stamp', stamp)},\n`
  yield* list('terms', content.terms)
  yield `${line('version', RECORD_VERSION)}\n}\n`
}

function* list(name: string, records: readonly { readonly id: string }[]): Generator<string> {
  yield `  ${JSON.stringify(name)}: [`
  const ordered = records.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  for (const [index, record] of ordered.entries()) yield `${index > 0 ? ',' : ''}\n    ${canonical(record)}`
  yield ordered.length > 0 ? '\n  ],\n' : '],\n'
}

/** A value with its keys in order; half a surrogate pair, which JSON cannot carry, becomes U+FFFD. */
function canonical(value: unknown): string {
  return canonicalize(wellFormed(value)) ?? 'null'
}

function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(wellFormed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wellFormed(inner)]))
}
