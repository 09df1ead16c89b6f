import { valueOf } from '#shared/answer.ts'
import type { ScreeningFacts } from '#shared/law/dpia-screening.ts'
import { CHILDREN } from '#shared/law/gaps/words.ts'
import { ARTICLE_10 } from '#shared/law/special-category-conditions.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import type { Term } from '#shared/registers/vocabulary/term.schema.ts'

/** The word of the library with an id. */
export type FindTerm = (id: string) => Pick<Term, 'name' | 'synonyms'> | undefined

/** People of whom children may or may not be part. */
const MAY_BE_CHILDREN =
  /\b(service users?|famil(?:y|ies)|households?|individuals?|people|persons?|residents?|visitors?)\b/i
const AT_RISK =
  /\b(vulnerable|at risk|disabilit(?:y|ies)|disabled|looked[- ]after|care leavers?|care receivers?|victims?|survivors?|patients?)\b/i
const MONITORING = /\b(monitor(?:s|ed|ing)?|surveillance|cctv|body[- ]worn|online activity)\b/i
const TRACKING = /\b(location|geolocation|gps|track(?:s|ed|ing)?|cookies?|usage data|browsing)\b/i
const BIOMETRIC = /\b(biometrics?|genetics?|fingerprints?|dna|facial recognition)\b/i
const NEW_TECHNOLOGY =
  /\b(artificial intelligence|machine learning|facial recognition|large language model)\b/i

/**
 * What an activity’s record says about the facts of the screening.
 *
 * Only what the record says counts: a fact is false where the record answers the question with no, and left
 * out where nobody can tell from it, as with the scale of the processing.
 */
export function screeningFacts(activity: Activity, term: FindTerm): ScreeningFacts {
  const people = namesOf(activity.peopleIds, term)
  const data = namesOf(
    activity.data.map(({ categoryId }) => categoryId),
    term,
  )
  const told = [activity.name, activity.description, ...activity.purposes.map(({ text }) => text)]
  const decisions = valueOf(activity.automatedDecisions)
  return {
    children: childrenAmong(people),
    peopleAtRisk: saidBy(AT_RISK, people),
    specialCategory: usesClass(activity, 'special', (code) => code !== ARTICLE_10),
    criminalOffence: usesClass(activity, 'criminal', (code) => code === ARTICLE_10),
    monitoring: saidBy(MONITORING, [...told, ...data]),
    tracking: saidBy(TRACKING, data),
    biometricOrGenetic: data.length === 0 ? undefined : data.some((name) => BIOMETRIC.test(name)),
    newTechnology: saidBy(NEW_TECHNOLOGY, told),
    profiling: isWithout(activity) ? false : decisions?.profiling,
    automatedDecisions: isWithout(activity) ? false : decisions && decisions.kind === 'solely automated',
  }
}

function childrenAmong(people: readonly string[]): boolean | undefined {
  if (people.some((name) => CHILDREN.test(name))) return true
  const isOpen = people.length === 0 || people.some((name) => MAY_BE_CHILDREN.test(name))
  return isOpen ? undefined : false
}

function usesClass(
  { data, purposes }: Activity,
  wanted: 'special' | 'criminal',
  isCondition: (code: string) => boolean,
): boolean | undefined {
  if (data.some(({ dataClass }) => dataClass === wanted)) return true
  if (purposes.some(({ article9 }) => article9.some(isCondition))) return true
  return data.length === 0 ? undefined : false
}

const isWithout = ({ automatedDecisions }: Activity) => automatedDecisions.state === 'notApplicable'

/** True where a text says so; silence proves nothing. */
function saidBy(words: RegExp, texts: readonly string[]): true | undefined {
  return texts.some((text) => words.test(text)) || undefined
}

function namesOf(ids: readonly string[], term: FindTerm): readonly string[] {
  return [...new Set(ids)].flatMap((id) => {
    const found = term(id)
    return found ? [found.name, ...found.synonyms] : []
  })
}
