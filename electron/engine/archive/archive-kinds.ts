import { DPV_PROFILE } from '../dpv/dpv-bag.ts'
import { ARCHIVE_PROFILE } from './bag-files.ts'
import type { Reader } from './bag-reader.ts'
import { INCIDENT_PROFILE } from './incident-bag.ts'
import { INTERNAL_PROFILE, PACK_PROFILE } from './pack-bag.ts'
import { type Hashes, readLabel } from './tag-files.ts'
import type { Report } from './verification-report.ts'
import { checkDpv } from './verify-dpv.ts'
import { checkIncident } from './verify-incident.ts'
import { PORTABILITY_PROFILE } from './portability-bag.ts'
import { checkPack } from './verify-pack.ts'
import { checkPortability } from './verify-portability.ts'
import { checkWhole } from './verify-whole.ts'
import { WHOLE_PROFILE } from '../exit/whole-files.ts'

/** A kind of archive that the program writes, and what it promises beyond what every bag does. */
type ArchiveKind = {
  readonly profile: string
  readonly words: string
  readonly check?: (
    reader: Reader,
    hashes: Hashes,
    report: Report,
    passphrase: string | null,
  ) => Promise<void>
}

const KINDS: readonly ArchiveKind[] = [
  { profile: ARCHIVE_PROFILE, words: 'Register archive' },
  { profile: PACK_PROFILE, words: 'Disclosure pack', check: checkPack },
  { profile: INTERNAL_PROFILE, words: 'Internal copy of a disclosure pack' },
  { profile: WHOLE_PROFILE, words: 'Whole register', check: checkWhole },
  { profile: PORTABILITY_PROFILE, words: 'Portability export', check: checkPortability },
  { profile: INCIDENT_PROFILE, words: 'Incident bundle', check: checkIncident },
  { profile: DPV_PROFILE, words: 'Export in the Data Privacy Vocabulary', check: checkDpv },
]

/** Which of our kinds a bag says it is; null for any other bag. */
export function kindOf({ infoText }: Reader): ArchiveKind | null {
  const profile = infoText === null ? null : readLabel(infoText, 'Archive-Profile')
  return KINDS.find((kind) => kind.profile === profile) ?? null
}
