import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rightsRequestClock } from '#shared/law/clocks/rights-request.ts'
import { EXAMPLES } from './examples.ts'
import { aNation, exampleFacts, settledAccess } from './facts.ts'
import { naiveDueDate, type NaiveFacts } from './naive-clock.ts'

const CASES = 100_000

describe('a second, independent reckoning', () => {
  test(`gives the same last day in ${CASES} cases, others on every run`, { timeout: 120_000 }, () => {
    let seen = 0
    fc.assert(
      fc.property(settledAccess, aNation, (facts, nation) => {
        seen++
        return rightsRequestClock(facts, nation).due === naiveDueDate(facts as NaiveFacts, nation)
      }),
      { numRuns: CASES },
    )
    expect(seen).toBe(CASES)
  })

  test.each(EXAMPLES)(
    'gives the worked example %s in %s, received %s',
    (_, nation, received, facts, ...days) => {
      expect(naiveDueDate(exampleFacts(received, facts) as NaiveFacts, nation)).toBe(days.at(-1))
    },
  )
})
