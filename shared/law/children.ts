import { FROM_MEMORY } from './code-list.ts'

/** Where the child lives, as far as the law differs. */
export type ChildsNation = 'England and Wales' | 'Scotland' | 'Northern Ireland'

/** What is known of a child who asks, or for whom somebody asks. */
export type ChildFacts = {
  /** Whole years; null when it is not recorded. */
  readonly age: number | null
  readonly nation: ChildsNation
  /** Whether the child was found to understand what asking means; `notAssessed` when nobody looked. */
  readonly understanding: 'yes' | 'no' | 'notAssessed'
}

/** Whether a child may act for themselves, in words. */
export type MayAct = {
  readonly answer: 'yes' | 'presumed' | 'no' | 'assess'
  readonly words: string
  readonly citation: string
  /** What to check before relying on it; null when it is confirmed. */
  readonly check: string | null
}

/** From this age a child in Scotland is presumed to understand. */
const PRESUMED_IN_SCOTLAND = 12
const ADULT_IN_SCOTLAND = 16
const ADULT = 18

/**
 * Whether a child may use a data protection right for themselves.
 *
 * In Scotland a person under 16 may where they have a general understanding of what it means, and is
 * presumed to from 12 on. Elsewhere no age decides: understanding is assessed.
 *
 * @source DPA 2018 s.208; UK GDPR Art 15
 */
export function mayActForThemselves({ age, nation, understanding }: ChildFacts): MayAct {
  return nation === 'Scotland' ? inScotland(age, understanding) : elsewhere(age, understanding)
}

function inScotland(age: number | null, understanding: ChildFacts['understanding']): MayAct {
  const scottish = (answer: MayAct['answer'], words: string, check: string | null = null): MayAct => ({
    answer,
    words,
    citation: 'DPA 2018 s.208',
    check,
  })
  if (age !== null && age >= ADULT_IN_SCOTLAND)
    return scottish('yes', 'The person is 16 or over, and acts for themselves in Scotland.', FROM_MEMORY)
  if (understanding === 'yes')
    return scottish('yes', 'The child has a general understanding of what it means to use the right.')
  if (understanding === 'no')
    return scottish(
      'no',
      age !== null && age >= PRESUMED_IN_SCOTLAND
        ? 'The child is 12 or over, but was found not to understand: the presumption is displaced. Record who found this and why.'
        : 'The child was found not to understand; a person with parental responsibility may act in the child’s interest.',
    )
  if (age === null)
    return scottish('assess', 'The child’s age is not recorded: from 12 understanding is presumed.')
  return age >= PRESUMED_IN_SCOTLAND
    ? scottish(
        'presumed',
        'The child is 12 or over and is presumed to understand, unless the contrary is shown.',
      )
    : scottish('assess', 'The child is under 12: assess whether they have a general understanding.')
}

const OWN_INTERESTS = 'A child who is plainly acting against their own interests is not treated as competent.'

function elsewhere(age: number | null, understanding: ChildFacts['understanding']): MayAct {
  const other = (answer: MayAct['answer'], words: string, check: string | null = null): MayAct => ({
    answer,
    words,
    citation: 'UK GDPR Art 15',
    check,
  })
  if (age !== null && age >= ADULT) return other('yes', 'The person is 18 or over.')
  if (understanding === 'yes')
    return other(
      'yes',
      `The child was found to understand the right and what using it means. ${OWN_INTERESTS}`,
    )
  if (understanding === 'no')
    return other(
      'no',
      'The child was found not to understand; a person with parental responsibility may act where that is in the child’s best interests.',
    )
  return other(
    'assess',
    `No age decides outside Scotland: assess the child’s understanding, and record who formed the view. ${OWN_INTERESTS}`,
  )
}
