import type { RegisterContent, Stamp } from '#shared/records/register-content.ts'
import { ukDayOf } from '#shared/time/plain-date.ts'

/** A file of the bag with what its manifests say of it. */
export type HashedFile = {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  readonly sha512: string
}

/** What makes a folder a bag. @source RFC 8493 section 2.1.1 */
export const BAG_DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** What kind of archive this is, as `bag-info.txt` names it. */
export const ARCHIVE_PROFILE = 'DPO Workbench register archive, version 1'

/** The description of the bag. The day it was made is the day of the stamp, never the clock's. @source RFC 8493 section 2.2.2 */
export function bagInfo(content: RegisterContent, stamp: Stamp, payload: readonly HashedFile[]): string {
  const bytes = payload.reduce((sum, file) => sum + file.bytes, 0)
  const lines: readonly (readonly [string, string])[] = [
    ['Source-Organization', oneLine(sourceOf(content))],
    ['External-Description', `Record of processing activities, ${content.activities.length} activities`],
    ['External-Identifier', oneLine(stamp.registerId)],
    ['Bagging-Date', ukDayOf(stamp.madeAt)],
    ['Payload-Oxum', `${bytes}.${payload.length}`],
    ['Bag-Software-Agent', 'DPO Workbench'],
    ['Archive-Profile', ARCHIVE_PROFILE],
    ['Register-Name', oneLine(stamp.registerName)],
    ['Made-At', stamp.madeAt],
    ['As-At', stamp.asAt ?? 'the moment it was made'],
    ['Revision', `${stamp.chain.seq}`],
    ['Chain-Head', stamp.chain.head],
  ]
  return lines.map(([label, value]) => `${label}: ${value}\n`).join('')
}

/** One line for each file: its hash and its path, the paths in order. @source RFC 8493 section 2.1.3 */
export function manifest(algorithm: 'sha256' | 'sha512', files: readonly HashedFile[]): string {
  return files
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((file) => `${file[algorithm]}  ${file.name}\n`)
    .join('')
}

function sourceOf({ organisations }: RegisterContent): string {
  const own = organisations.filter(({ relation }) => relation === 'own').map(({ legalName }) => legalName)
  return own.join('; ') || 'Not stated'
}

function oneLine(value: string): string {
  return value.toWellFormed().replaceAll(/\s+/gu, ' ').trim() || 'Not stated'
}
