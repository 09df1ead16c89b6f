import { valueOf } from '#shared/answer.ts'
import { type Deadline, deadlineOn } from '#shared/described/deadline.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import type { Organisation } from './organisation.schema.ts'

/** The renewal of the data protection fee of an organisation that keeps its records here. @source DPA 2018 s.137 */
export function deadlinesOfOrganisation(organisation: Organisation): readonly Deadline[] {
  const expiresOn = valueOf(organisation.icoRegistration)?.expiresOn
  if (organisation.relation !== 'own' || !expiresOn) return []
  return [
    deadlineOn('registration', 'Renew the registration with the regulator', expiresOn, {
      weight: 'law',
      derivation: `The data protection fee is paid until ${formatDay(expiresOn)}.`,
      citation: 'DPA 2018 s.137; Data Protection (Charges and Information) Regulations 2018',
      actions: [{ label: 'Enter the new registration', page: null, field: 'icoRegistration' }],
    }),
  ]
}
