import type { DescribedName } from '#shared/described/names.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import type { GapContext } from './context.ts'
import type { Gap, GapRule } from './gap.ts'
import { applied } from './apply.ts'
import { ASSESSMENT_RULES } from './assessments.ts'
import { BREACH_RULES } from './breaches.ts'
import { CONSENT_RULES } from './consents.ts'
import { DISPOSAL_RULES } from './disposals.ts'
import { PREFERENCE_RULES } from './preferences.ts'
import { SCHEDULE_RULES } from './schedule.ts'
import { SUPPRESSION_RULES } from './suppressions.ts'
import { ARRANGEMENT_RULES } from './arrangements.ts'
import { COMPLAINT_RULES } from './complaints.ts'
import { DISCLOSURE_RULES } from './disclosures.ts'
import { EVIDENCE_RULES } from './evidence.ts'
import { INTERNATIONAL_TRANSFER_RULES } from './international-transfers.ts'
import { MAPPING_RULES } from './mappings.ts'
import { NOTICE_RULES } from './notices.ts'
import { PROCESSOR_RULES } from './processors.ts'
import { PEOPLE_TO_TELL_RULES } from './people-to-tell.ts'
import { REQUEST_RULES } from './requests.ts'
import { SEARCH_RULES } from './searches.ts'

/** The rules about each described register, in the order in which they are shown. */
const DESCRIBED_RULES: { readonly [Name in DescribedName]?: readonly GapRule<never>[] } = {
  breaches: BREACH_RULES,
  recipients: PEOPLE_TO_TELL_RULES,
  retention: SCHEDULE_RULES,
  disposals: DISPOSAL_RULES,
  consents: CONSENT_RULES,
  preferences: PREFERENCE_RULES,
  suppressions: SUPPRESSION_RULES,
  requests: REQUEST_RULES,
  searches: SEARCH_RULES,
  complaints: COMPLAINT_RULES,
  processors: PROCESSOR_RULES,
  transfers: INTERNATIONAL_TRANSFER_RULES,
  arrangements: ARRANGEMENT_RULES,
  disclosures: DISCLOSURE_RULES,
  notices: NOTICE_RULES,
  assessments: ASSESSMENT_RULES,
  evidence: EVIDENCE_RULES,
  mappings: MAPPING_RULES,
}

/** The rules about one described register. */
export function rulesOf(register: DescribedName): readonly GapRule<AnyRecord>[] {
  return (DESCRIBED_RULES[register] ?? []) as unknown as readonly GapRule<AnyRecord>[]
}

/** What the rules find in a record of a described register; waived gaps are among them, marked. */
export function gapsOfRecord(
  register: DescribedName,
  record: AnyRecord,
  context: GapContext,
): readonly Gap[] {
  return applied(rulesOf(register), record, context, record.waivers)
}
