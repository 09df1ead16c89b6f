import { FROM_MEMORY } from './code-list.ts'

/** What is known of an activity that may bring a high risk; what is left out is not known. */
export type ScreeningFacts = {
  readonly children?: boolean | undefined
  readonly peopleAtRisk?: boolean | undefined
  readonly specialCategory?: boolean | undefined
  readonly criminalOffence?: boolean | undefined
  readonly largeScale?: boolean | undefined
  readonly monitoring?: boolean | undefined
  readonly publicPlace?: boolean | undefined
  readonly profiling?: boolean | undefined
  readonly automatedDecisions?: boolean | undefined
  readonly newTechnology?: boolean | undefined
  readonly matching?: boolean | undefined
  readonly invisible?: boolean | undefined
  readonly tracking?: boolean | undefined
  readonly biometricOrGenetic?: boolean | undefined
  readonly deniesService?: boolean | undefined
  readonly riskOfHarm?: boolean | undefined
}

/** A reason to think of a data protection impact assessment. */
export type ScreeningSignal = {
  readonly code: string
  readonly words: string
  readonly citation: string
  /** `named`: the Article names the case itself. `listed`: on the Commissioner’s list or a usual criterion. */
  readonly weight: 'named' | 'listed'
  /** What to check before relying on it. */
  readonly check: string
}

/** What the screening found, in words; never whether the law requires an assessment. */
export type Screening = {
  readonly signals: readonly ScreeningSignal[]
  readonly indication: 'strong' | 'some' | 'none'
  readonly words: string
  /** The facts that are not known, by name. */
  readonly notKnown: readonly (keyof ScreeningFacts)[]
}

const LIST = 'ICO high-risk list'

type Rule = {
  readonly signal: ScreeningSignal
  readonly when: (facts: ScreeningFacts) => boolean | undefined
}

const RULES: readonly Rule[] = [
  named(
    'profiling-decisions',
    'Automated evaluation of people that decisions with significant effects rest on',
    'UK GDPR Art 35(3)(a)',
    (is) => is.automatedDecisions,
  ),
  named(
    'special-large',
    'Special category or criminal offence data on a large scale',
    'UK GDPR Art 35(3)(b)',
    (is) => is.largeScale && (is.specialCategory || is.criminalOffence),
  ),
  named(
    'public-monitoring',
    'Systematic monitoring of a public place on a large scale',
    'UK GDPR Art 35(3)(c)',
    (is) => is.largeScale && is.monitoring && is.publicPlace,
  ),
  listed(
    'children',
    'Children’s data, where it is used for profiling, decisions, marketing or an online service, or simply because children are less able to object',
    (is) => is.children,
  ),
  listed('people-at-risk', 'People at risk, or who depend on the organisation', (is) => is.peopleAtRisk),
  listed(
    'sensitive',
    'Special category or criminal offence data',
    (is) => is.specialCategory || is.criminalOffence,
  ),
  listed('large-scale', 'Processing on a large scale', (is) => is.largeScale),
  listed('monitoring', 'Systematic monitoring', (is) => is.monitoring),
  listed('profiling', 'Evaluation, scoring or profiling', (is) => is.profiling),
  listed(
    'new-technology',
    'New technology, or a new use of one, artificial intelligence included',
    (is) => is.newTechnology,
  ),
  listed('matching', 'Matching or combining data from several sources', (is) => is.matching),
  listed('invisible', 'Data not obtained from the person, who is not told', (is) => is.invisible),
  listed('tracking', 'Tracking of location or behaviour', (is) => is.tracking),
  listed('biometric-genetic', 'Biometric or genetic data', (is) => is.biometricOrGenetic),
  listed('denial', 'Decides on access to a service, a chance or a benefit', (is) => is.deniesService),
  listed('harm', 'A breach could endanger somebody’s health or safety', (is) => is.riskOfHarm),
]

const FACTS = [
  'children',
  'peopleAtRisk',
  'specialCategory',
  'criminalOffence',
  'largeScale',
  'monitoring',
  'publicPlace',
  'profiling',
  'automatedDecisions',
  'newTechnology',
  'matching',
  'invisible',
  'tracking',
  'biometricOrGenetic',
  'deniesService',
  'riskOfHarm',
] as const satisfies readonly (keyof ScreeningFacts)[]

/**
 * Which signs of a high risk an activity shows.
 *
 * An indication for the person who decides, never a finding of law: two or more signals usually
 * mean that an assessment is worth making, and one named by the Article weighs most.
 *
 * @source UK GDPR Art 35; ICO high-risk list
 */
export function screenForDpia(facts: ScreeningFacts): Screening {
  const signals = RULES.filter(({ when }) => when(facts) === true).map(({ signal }) => signal)
  const notKnown = FACTS.filter((fact) => facts[fact] === undefined)
  const isStrong = signals.length >= 2 || signals.some(({ weight }) => weight === 'named')
  const indication = isStrong ? 'strong' : signals.length === 1 ? 'some' : 'none'
  return { signals, indication, words: wordsFor(signals, notKnown.length), notKnown }
}

function wordsFor(signals: readonly ScreeningSignal[], unknown: number): string {
  const open = unknown === 0 ? '' : ` ${unknown} of ${FACTS.length} facts are not recorded.`
  if (signals.length === 0)
    return `No signal of a high risk is recorded.${open} Record why no assessment is made.`
  if (signals.some(({ weight }) => weight === 'named'))
    return `The Article itself names a case that is recorded here: an assessment is indicated.${open}`
  if (signals.length === 1)
    return `One signal of a high risk: consider an assessment, and record the decision.${open}`
  return `${signals.length} signals of a high risk: two or more usually indicate an assessment. The decision is yours to record.${open}`
}

function named(code: string, words: string, citation: string, when: Rule['when']): Rule {
  return { signal: { code, words, citation, weight: 'named', check: FROM_MEMORY }, when }
}

function listed(code: string, words: string, when: Rule['when']): Rule {
  const check = FROM_MEMORY.replace('the cited provision', 'the Commissioner’s list')
  return { signal: { code, words, citation: LIST, weight: 'listed', check }, when }
}
