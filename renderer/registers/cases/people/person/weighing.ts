import type { PersonFacts } from '#shared/cases/person.ts'

/** A factor that is weighed, as a question to the reviewer. */
export type Factor = {
  readonly field: keyof PersonFacts & `factor${string}`
  readonly label: string
  readonly question: string
}

/**
 * What the law names to be weighed, among all the circumstances, before information about somebody else is disclosed
 * without their consent; the questions are ours.
 *
 * @source DPA 2018 Sch 2 para 16
 */
export const FACTORS: readonly Factor[] = [
  {
    field: 'factorInformation',
    label: 'Type of information',
    question: 'What would be told about this person, and how private is it?',
  },
  {
    field: 'factorConfidence',
    label: 'Duty of confidence',
    question: 'Was it given in confidence, or would this person expect it to be kept?',
  },
  {
    field: 'factorSteps',
    label: 'Steps taken to get consent',
    question: 'What was done to ask this person; if nothing, why not?',
  },
  {
    field: 'factorCapable',
    label: 'Capable of consenting',
    question: 'Is this person able to consent: age, understanding, can they be reached?',
  },
  {
    field: 'factorRefusal',
    label: 'Express refusal',
    question: 'Has this person said no, when and how?',
  },
]

/** How many of the factors somebody wrote something about. */
export const weighed = (facts: PersonFacts): number =>
  FACTORS.filter(({ field }) => facts[field].trim() !== '').length
