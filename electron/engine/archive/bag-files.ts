import type { RegisterContent, Stamp } from '#shared/records/register-content.ts'
import type { Instant } from '#shared/time/instant.ts'
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

/** A label of `bag-info.txt` and its value. */
export type InfoLine = readonly [label: string, value: string]

/** What the bag of a register says of itself. The day it was made is the day of the stamp, never the clock's. */
export function registerInfo(content: RegisterContent, stamp: Stamp): readonly InfoLine[] {
  return [
    ['Source-Organization', sourceOf(content)],
    ['External-Description', `Record of processing activities, ${content.activities.length} activities`],
    ['External-Identifier', stamp.registerId],
    ['Archive-Profile', ARCHIVE_PROFILE],
    ...stampInfo(stamp),
  ]
}

/** Which state of which register a bag was made from. */
export function stampInfo({ registerName, madeAt, asAt, chain }: Stamp): readonly InfoLine[] {
  return [
    ['Register-Name', registerName],
    ['Made-At', madeAt],
    ['As-At', asAt ?? 'the moment it was made'],
    ['Revision', `${chain.seq}`],
    ['Chain-Head', chain.head],
  ]
}

/** The text of `bag-info.txt`: what the bag says of itself, with its day, its length and the program. @source RFC 8493 section 2.2.2 */
export function infoText(
  { info, madeAt }: { readonly info: readonly InfoLine[]; readonly madeAt: Instant },
  payload: readonly HashedFile[],
): string {
  const bytes = payload.reduce((sum, file) => sum + file.bytes, 0)
  const ours: readonly InfoLine[] = [
    ['Bagging-Date', ukDayOf(madeAt)],
    ['Payload-Oxum', `${bytes}.${payload.length}`],
    ['Bag-Software-Agent', 'DPO Workbench'],
  ]
  return [...info.slice(0, STANDARD_LABELS), ...ours, ...info.slice(STANDARD_LABELS)]
    .map(([label, value]) => `${label}: ${oneLine(value)}\n`)
    .join('')
}

/** Source, description and identifier come first, as in the standard's own list. */
const STANDARD_LABELS = 3

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
