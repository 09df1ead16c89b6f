import { isFreshOpinion } from '#shared/law/release/health-gate.ts'
import { ukDayOf } from '#shared/time/plain-date.ts'
import type { CasePerson } from '../person.ts'

/** The five factors that are to be weighed, by the fields that hold them. @source DPA 2018 Sch 2 para 16 */
export const FIVE_FACTORS = [
  ['factorInformation', 'the type of information that would be disclosed'],
  ['factorConfidence', 'any duty of confidence owed to this person'],
  ['factorSteps', 'any steps taken to get this person’s consent'],
  ['factorCapable', 'whether this person is capable of giving consent'],
  ['factorRefusal', 'any express refusal of consent'],
] as const satisfies readonly (readonly [keyof CasePerson, string])[]

/** The factors that nobody has weighed yet, in words. */
export function missingFactors(person: CasePerson): string[] {
  return FIVE_FACTORS.filter(([field]) => person[field].trim() === '').map(([, words]) => words)
}

/**
 * What the decision about somebody still lacks; none while nobody decided.
 *
 * @source DPA 2018 Sch 2 para 16, Sch 3 para 5
 */
export function missingGrounds(person: CasePerson): string[] {
  if (person.decision === null || person.role === 'subject') return []
  const grounds = person.decision === 'withhold' ? withheld(person) : disclosed(person)
  if (person.role === null) grounds.unshift('Nobody has recorded who this person is to the one who asks.')
  return grounds
}

/** Exemptions that rest on serious harm, and so on somebody's opinion about it. */
const SERIOUS_HARM = new Set(['HE-5', 'SW-11', 'ED-19'])

function withheld(person: CasePerson): string[] {
  const grounds: string[] = []
  if (person.exemption === '') grounds.push('No exemption is given for withholding.')
  if (person.exemption === 'TP-16') {
    grounds.push(...factors(person))
    if (person.consentAnswer === 'given') {
      grounds.push(
        'This person has consented, so paragraph 16 does not stand in the way. (DPA 2018 Sch 2 para 16)',
      )
    } else if (person.consentAnswer === null) {
      grounds.push('Nobody has recorded whether this person was asked for consent. (DPA 2018 Sch 2 para 16)')
    }
    if (person.knownAlready.trim() !== '') {
      grounds.push(
        'It is recorded that the one who asks knows about this person already: say in the reason why it is withheld all the same.',
      )
    }
  }
  if (SERIOUS_HARM.has(person.exemption)) grounds.push(...harm(person))
  if (person.because.trim() === '') grounds.push('No reason is given for the decision.')
  return grounds
}

function disclosed(person: CasePerson): string[] {
  const grounds: string[] = []
  if (person.isProtected) {
    grounds.push(
      'An address of this person is protected: it must not become known, whatever is decided about the name.',
    )
  }
  const isPresumed =
    ['socialWorker', 'health', 'education'].includes(person.role ?? '') &&
    person.capacity !== null &&
    person.capacity !== 'private'
  if (isPresumed || person.consentAnswer === 'given') return grounds
  if (person.consentAnswer === 'refused') {
    grounds.push(
      'This person has refused consent: an express refusal is one of the five factors. (DPA 2018 Sch 2 para 16)',
    )
  }
  return [...grounds, ...factors(person)]
}

function factors(person: CasePerson): string[] {
  const missing = missingFactors(person)
  if (missing.length === 0) return []
  return [`Not weighed yet: ${missing.join('; ')}. (DPA 2018 Sch 2 para 16)`]
}

function harm(person: CasePerson): string[] {
  if (person.exemption !== 'HE-5') {
    return person.harmOpinionSays === 'notMet'
      ? ['The opinion recorded says that the serious harm test is not met.']
      : []
  }
  const cited = '(DPA 2018 Sch 3 para 5)'
  if (person.harmOpinionSays === 'notMet')
    return [`The opinion recorded says that the serious harm test is not met. ${cited}`]
  if (
    person.harmOpinionSays === null ||
    person.harmOpinionOn === null ||
    person.harmOpinionBy.trim() === ''
  ) {
    return [
      `A controller that is no health professional needs the opinion of the appropriate health professional that the serious harm test is met; none is recorded. ${cited}`,
    ]
  }
  const isOld = person.decidedAt !== null && !isFreshOpinion(person.harmOpinionOn, ukDayOf(person.decidedAt))
  return isOld ? [`The opinion was not given within the six months before the decision. ${cited}`] : []
}
