import { createHash } from 'node:crypto'
import type { NamedHash } from './pack-bag.ts'

/** What kind of archive an export to take along is, as `bag-info.txt` names it. @source UK GDPR Art 20 */
export const PORTABILITY_PROFILE = 'DPO Workbench portability export, version 1'

/** Where an export keeps what is not a table. */
export const PORTABILITY_FILES = {
  guide: 'data/guide.pdf',
  about: 'data/about.json',
  aboutSchema: 'data/schema/about.schema.json',
  note: 'data/transfer-note.pdf',
} as const

/**
 * The fingerprint of an export: the SHA-256 over "hash, two spaces, path" of each file of its payload in the order of their
 * paths, a line each, without the note to the new controller, which bears it.
 */
export function portabilityFingerprint(files: readonly NamedHash[]): string {
  const lines = files
    .filter(({ name }) => name.startsWith('data/') && name !== PORTABILITY_FILES.note)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, sha256 }) => `${sha256}  ${name}\n`)
  return createHash('sha256').update(lines.join('')).digest('hex')
}
