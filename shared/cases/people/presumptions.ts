import type { CasePerson, PersonCapacity, PersonRole } from '../person.ts'
import { missingGrounds } from './grounds.ts'

/** What the law presumes about somebody, with where it says so; null where everything has to be weighed. */
export type Presumption = {
  readonly decision: 'disclose' | 'withhold' | null
  readonly exemption: string
  readonly says: string
  readonly citation: string
}

/**
 * What follows from the role and the capacity in which somebody is spoken of. A suggestion, never a decision: whether the
 * facts are so remains for a person to see.
 *
 * @source DPA 2018 Sch 2 para 16, Sch 2 para 17
 */
export function presumptionOf(role: PersonRole | null, capacity: PersonCapacity | null): Presumption {
  if (role === 'subject') return SUBJECT
  const isInRole = capacity === 'official' || capacity === 'paid'
  if (role === 'socialWorker') return isInRole ? SOCIAL_WORK : unlessInRole(SOCIAL_WORK)
  if (role === 'health') return isInRole ? HEALTH : unlessInRole(HEALTH)
  if (role === 'education') return isInRole ? EDUCATION : unlessInRole(EDUCATION)
  if (role === 'referrer') return REFERRER
  if (role === 'volunteer') return VOLUNTEER
  if ((role === 'professional' || role === 'carer') && isInRole) return PAID
  return role === null ? NOBODY_SAID : BALANCE
}

/** The suggestion about somebody in one sentence or two, with its citation. */
export function suggestionFor({ role, capacity }: Pick<CasePerson, 'role' | 'capacity'>): string {
  const { says, citation } = presumptionOf(role, capacity)
  return citation === '' ? says : `${says} (${citation})`
}

/** What a decision about somebody still lacks, or what speaks against it; a sentence each. */
export function decisionWarnings(person: CasePerson): string[] {
  const presumed = presumptionOf(person.role, person.capacity)
  const warnings = missingGrounds(person)
  if (person.decision === 'withhold' && presumed.decision === 'disclose') {
    warnings.unshift(`${presumed.says} Say in the reason why it is otherwise here. (${presumed.citation})`)
  }
  if (person.decision === 'disclose' && presumed.decision === 'withhold') {
    warnings.unshift(`${presumed.says} (${presumed.citation})`)
  }
  return warnings
}

const PARA_16 = 'DPA 2018 Sch 2 para 16'

const SUBJECT: Presumption = {
  decision: 'disclose',
  exemption: '',
  says: 'The request is about this person: what identifies them is not information about somebody else.',
  citation: PARA_16,
}

const SOCIAL_WORK: Presumption = {
  decision: 'disclose',
  exemption: 'TP-17S',
  says: 'Disclosing is treated as reasonable for children’s court officers, for staff of the bodies of Schedule 3 paragraph 8 and for people who provided a similar service for reward, where the information is about them in that role.',
  citation: 'DPA 2018 Sch 2 para 17(3)',
}

const HEALTH: Presumption = {
  decision: 'disclose',
  exemption: 'TP-17H',
  says: 'Disclosing is treated as reasonable for a health professional who compiled or contributed to a health record, or was involved in the care.',
  citation: 'DPA 2018 Sch 2 para 17(2)',
}

const EDUCATION: Presumption = {
  decision: 'disclose',
  exemption: 'TP-17E',
  says: 'Disclosing is treated as reasonable for education-related workers.',
  citation: 'DPA 2018 Sch 2 para 17(4)',
}

const VOLUNTEER: Presumption = {
  decision: null,
  exemption: 'TP-16',
  says: 'A volunteer is not paid for the service, so nothing is presumed: weigh the five factors.',
  citation: 'DPA 2018 Sch 2 paras 16, 17(3)',
}

const REFERRER: Presumption = {
  decision: 'withhold',
  exemption: 'TP-16',
  says: 'Naming somebody as a source makes them identifiable: unless they consent or it is reasonable without consent, withhold the name and every clue to who reported, such as what only they could know, times, handwriting and how they speak.',
  citation: PARA_16,
}

const PAID: Presumption = {
  decision: null,
  exemption: 'TP-16',
  says: 'If the service is similar to social services functions and was provided for reward, disclosing is treated as reasonable; otherwise weigh the five factors.',
  citation: 'DPA 2018 Sch 2 paras 16, 17(3)',
}

const BALANCE: Presumption = {
  decision: null,
  exemption: 'TP-16',
  says: 'Nothing is presumed: withhold unless this person consents or it is reasonable to disclose without consent, weighing the five factors.',
  citation: PARA_16,
}

const NOBODY_SAID: Presumption = {
  decision: null,
  exemption: '',
  says: 'Say who this person is and in which capacity the documents speak of them: what the law presumes depends on it.',
  citation: 'DPA 2018 Sch 2 paras 16, 17',
}

function unlessInRole(presumption: Presumption): Presumption {
  const says = `${presumption.says} That holds only for what is about them in that role; nobody has recorded an official or paid capacity, so weigh the five factors until then.`
  return { decision: null, exemption: 'TP-16', says, citation: 'DPA 2018 Sch 2 paras 16, 17' }
}
