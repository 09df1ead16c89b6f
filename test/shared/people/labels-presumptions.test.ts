import { describe, expect, test } from 'vitest'
import { PersonRole, type CasePerson } from '#shared/cases/person.ts'
import { describedAsOf, labelOf, labelWarnings, letterOf } from '#shared/cases/people/labels.ts'
import { decisionWarnings, presumptionOf, suggestionFor } from '#shared/cases/people/presumptions.ts'
import { citedSources } from '#shared/law/citations.ts'
import { somebody } from '../../support/somebody.ts'

test('letters go on after Z', () => {
  expect([0, 1, 25, 26, 27, 51, 52, 701, 702].map(letterOf)).toEqual([
    'A',
    'B',
    'Z',
    'AA',
    'AB',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
  ])
})

describe('labels', () => {
  test('say a letter and neutral words', () => {
    expect(labelOf('C', 'another child')).toBe('Person C, another child')
    expect(labelOf('C', ' ')).toBe('Person C')
  })

  test.each(PersonRole.options)('the words for %s raise no warning', (role) => {
    const describedAs = describedAsOf(role)
    expect(labelWarnings(somebody({ role, describedAs, label: labelOf('C', describedAs) }))).toEqual([])
  })

  test.each([
    ['Jane’s friend', 'a part of a name'],
    ['the older child', 'order of birth'],
    ['a brother', 'the exact relation'],
    ['step-father', 'the exact relation'],
    ['a girl', 'gives away the sex'],
    ['her carer', 'gives away the sex'],
    ['a child of 7', 'the age'],
    ['a teenager', 'the age'],
    ['a teacher of Hill School', 'an organisation'],
    ['a friend of Zebedee', 'exact relation'],
    ['someone from Leeds', 'looks like the name'],
  ])('“%s” gives somebody away: %s', (describedAs, says) => {
    const warnings = labelWarnings(
      somebody({ name: 'Jane Smith', describedAs, label: labelOf('C', describedAs) }),
    )
    expect(warnings.join(' ')).toContain(says)
  })

  test('a referrer must not be called one', () => {
    const person = somebody({
      role: 'referrer',
      describedAs: 'an anonymous caller',
      label: 'Person C, an anonymous caller',
    })
    expect(labelWarnings(person).join(' ')).toContain('identifies a source')
  })
})

describe('what the law presumes', () => {
  test.each([
    ['socialWorker', 'official', 'disclose', 'TP-17S'],
    ['socialWorker', 'paid', 'disclose', 'TP-17S'],
    ['socialWorker', null, null, 'TP-16'],
    ['socialWorker', 'private', null, 'TP-16'],
    ['health', 'official', 'disclose', 'TP-17H'],
    ['education', 'official', 'disclose', 'TP-17E'],
    ['volunteer', 'official', null, 'TP-16'],
    ['referrer', 'official', 'withhold', 'TP-16'],
    ['child', 'private', null, 'TP-16'],
    ['relative', null, null, 'TP-16'],
    ['carer', 'paid', null, 'TP-16'],
    ['professional', 'official', null, 'TP-16'],
    ['subject', null, 'disclose', ''],
    [null, null, null, ''],
  ] as const)('%s, %s: %s under %s', (role, capacity, decision, exemption) => {
    expect(presumptionOf(role, capacity)).toMatchObject({ decision, exemption })
    const sources = citedSources(presumptionOf(role, capacity).citation)
    expect(sources.length).toBeGreaterThan(0)
    expect(sources.every(({ source }) => source !== null)).toBe(true)
    expect(suggestionFor({ role, capacity })).toContain('DPA 2018 Sch 2 para')
  })

  test('nobody decided: nothing is lacking', () => {
    expect(decisionWarnings(somebody({}))).toEqual([])
  })

  const weighed: Partial<CasePerson> = {
    role: 'relative',
    factorInformation: 'a',
    factorConfidence: 'b',
    factorSteps: 'c',
    factorCapable: 'd',
    factorRefusal: 'e',
    consentAnswer: 'refused',
    because: 'a reason',
    exemption: 'TP-16',
    decision: 'withhold',
  }

  test('a decision with everything weighed lacks nothing', () => {
    expect(decisionWarnings(somebody(weighed))).toEqual([])
  })

  test.each<[Partial<CasePerson>, string]>([
    [{ role: null }, 'who this person is'],
    [{ factorSteps: '' }, 'any steps taken'],
    [{ consentAnswer: null }, 'asked for consent'],
    [{ consentAnswer: 'given' }, 'has consented'],
    [{ because: ' ' }, 'No reason'],
    [{ exemption: '' }, 'No exemption'],
    [{ knownAlready: 'they live together' }, 'knows about this person already'],
    [{ role: 'socialWorker', capacity: 'official' }, 'treated as reasonable'],
    [{ exemption: 'HE-5' }, 'opinion of the appropriate health professional'],
    [{ exemption: 'SW-11', harmOpinionSays: 'notMet' }, 'is not met'],
    [{ decision: 'disclose', consentAnswer: 'refused' }, 'refused consent'],
    [{ decision: 'disclose', role: 'referrer', consentAnswer: 'given' }, 'source'],
    [{ decision: 'disclose', isProtected: true }, 'is protected'],
    [{ decision: 'disclose', factorRefusal: '' }, 'express refusal'],
  ])('%j', (changes, says) => {
    expect(decisionWarnings(somebody({ ...weighed, ...changes })).join(' ')).toContain(says)
  })
})
