import { arrangements } from '#shared/registers/arrangements/arrangement.register.ts'
import { assessments } from '#shared/registers/assessments/assessment.register.ts'
import { breaches } from '#shared/registers/breaches/breach.register.ts'
import { recipients } from '#shared/registers/recipients/recipient.register.ts'
import { complaints } from '#shared/registers/complaints/complaint.register.ts'
import { consents } from '#shared/registers/consents/consent.register.ts'
import { disclosures } from '#shared/registers/disclosures/disclosure.register.ts'
import { disposals } from '#shared/registers/disposals/disposal.register.ts'
import { evidence } from '#shared/registers/evidence/evidence.register.ts'
import { mappings } from '#shared/registers/mappings/mapping.register.ts'
import { notices } from '#shared/registers/notices/notice.register.ts'
import { preferences } from '#shared/registers/preferences/preference.register.ts'
import { processors } from '#shared/registers/processors/processor.register.ts'
import { requests } from '#shared/registers/requests/request.register.ts'
import { retention } from '#shared/registers/retention/retention-rule.register.ts'
import { searches } from '#shared/registers/searches/search.register.ts'
import { suppressions } from '#shared/registers/suppressions/suppression.register.ts'
import { transfers } from '#shared/registers/transfers/transfer.register.ts'
import type { DescribedName } from './names.ts'
import type { AnyDescribed } from './register.ts'

/** Every described register. A register adds one line here. */
export const DESCRIBED: { readonly [Name in DescribedName]: AnyDescribed } = {
  requests: erase(requests),
  searches: erase(searches),
  breaches: erase(breaches),
  recipients: erase(recipients),
  complaints: erase(complaints),
  processors: erase(processors),
  transfers: erase(transfers),
  arrangements: erase(arrangements),
  disclosures: erase(disclosures),
  retention: erase(retention),
  disposals: erase(disposals),
  consents: erase(consents),
  preferences: erase(preferences),
  suppressions: erase(suppressions),
  notices: erase(notices),
  assessments: erase(assessments),
  evidence: erase(evidence),
  mappings: erase(mappings),
}

/** The description of a register. */
export function described(register: DescribedName): AnyDescribed {
  return DESCRIBED[register]
}

/** The description of a register that may not be a described one. */
export function findDescribed(register: string): AnyDescribed | undefined {
  return Object.hasOwn(DESCRIBED, register) ? DESCRIBED[register as DescribedName] : undefined
}

/** Each description checks its own records, so here they need not be told apart. */
function erase(description: { readonly register: DescribedName }): AnyDescribed {
  return description as AnyDescribed
}
