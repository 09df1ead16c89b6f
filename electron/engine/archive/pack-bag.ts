import { createHash } from 'node:crypto'

/** What kind of archive the copy is that is handed over, as `bag-info.txt` names it. */
export const PACK_PROFILE = 'DPO Workbench disclosure pack, version 1'
/** The same for the copy that stays. */
export const INTERNAL_PROFILE = 'DPO Workbench internal copy of a disclosure pack, version 1'

/** Where a pack keeps its own pages and its volumes. */
export const PACK_FILES = {
  letter: 'data/cover-letter.pdf',
  article15: 'data/information-about-your-data.pdf',
  contents: 'data/contents-and-schedules.pdf',
  volume: (number: number) => `data/volumes/volume-${`${number}`.padStart(2, '0')}.pdf`,
} as const

/** A file of the payload and its SHA-256. */
export type NamedHash = { readonly name: string; readonly sha256: string }

/**
 * The fingerprint of a pack: the SHA-256 over "hash, two spaces, path" of each file of its payload in the order of their
 * paths, a line each, without the covering letter, which bears it.
 */
export function packFingerprint(files: readonly NamedHash[]): string {
  const lines = files
    .filter(({ name }) => name !== PACK_FILES.letter)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, sha256 }) => `${sha256}  ${name}\n`)
  return createHash('sha256').update(lines.join('')).digest('hex')
}
