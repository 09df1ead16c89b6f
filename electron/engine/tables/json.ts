import canonicalize from 'canonicalize'
import { DescribedName } from '#shared/described/names.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import type { RegisterContent, Stamp } from '#shared/records/register-content.ts'
import { REGISTER_FORMAT, REGISTER_VERSION } from '#shared/registers/reports/described-file.ts'
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
  yield '  "records": {\n'
  const names = DescribedName.options.toSorted()
  for (const [index, name] of names.entries())
    yield* list(name, content.described[name], index < names.length - 1 ? ',' : '', '    ')
  yield '  },\n'
  yield `${line('settings', content.settings)},\n${line('stamp', stamp)},\n`
  yield* list('terms', content.terms)
  yield `${line('version', RECORD_VERSION)}\n}\n`
}

/** One described register, or some of its records, in the same manner. */
export function* registerJson(
  register: DescribedName,
  records: readonly AnyRecord[],
  stamp: Stamp,
): Generator<string> {
  const line = (name: string, value: unknown) => `  ${JSON.stringify(name)}: ${canonical(value)}`
  yield `{\n${line('format', REGISTER_FORMAT)},\n`
  yield* list('records', records)
  yield `${line('register', register)},\n${line('stamp', stamp)},\n${line('version', REGISTER_VERSION)}\n}\n`
}

function* list(
  name: string,
  records: readonly { readonly id: string }[],
  end = ',',
  indent = '  ',
): Generator<string> {
  yield `${indent}${JSON.stringify(name)}: [`
  const ordered = records.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  for (const [index, record] of ordered.entries())
    yield `${index > 0 ? ',' : ''}\n${indent}  ${canonical(record)}`
  yield ordered.length > 0 ? `\n${indent}]${end}\n` : `]${end}\n`
}

/** A value as JSON with its keys in order (RFC 8785); half a surrogate pair, which JSON cannot carry, becomes U+FFFD. */
export function canonical(value: unknown): string {
  return canonicalize(wellFormed(value)) ?? 'null'
}

function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(wellFormed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wellFormed(inner)]))
}
