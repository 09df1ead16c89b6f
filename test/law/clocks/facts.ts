import fc from 'fast-check'
import { REQUEST_RIGHTS, type RightsRequestFacts } from '#shared/law/clocks/rights-request-facts.ts'
import { dayNumber, dayWithNumber } from '#shared/law/clocks/day-number.ts'
import { Nation } from '#shared/registers/organisations/organisation.schema.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import type { ExampleFacts } from './examples.ts'

const FIRST = dayNumber(PlainDate.parse('2023-11-01'))
const LAST = dayNumber(PlainDate.parse('2029-03-31'))

/** Days around and inside the reach of the list of bank holidays. */
export const aClockDay = fc.integer({ min: FIRST, max: LAST }).map(dayWithNumber)

export const aNation = fc.constantFrom(...Nation.options)

/** Facts in which things happen after receipt, or, now and then, before it. */
export const someFacts: fc.Arbitrary<RightsRequestFacts> = factsOf(fc.constantFrom(...REQUEST_RIGHTS), true)

/** An access request of which every question has been answered. */
export const settledAccess: fc.Arbitrary<RightsRequestFacts> = factsOf(fc.constant('R-ACCESS'), false)

/** A day that is written correctly. */
export const day = (text: string) => PlainDate.parse(text)

/** An access request of which only the given facts are known. */
export function access(received: string, more: Partial<RightsRequestFacts> = {}): RightsRequestFacts {
  return { right: 'R-ACCESS', received: day(received), pauses: [], extended: false, ...more }
}

/** A question and its answer, null while it has not come. */
export function pause(asked: string, answered: string | null) {
  return { asked: day(asked), answered: answered === null ? null : day(answered) }
}

/** An example's facts as the clock takes them. */
export function exampleFacts(received: string, facts: ExampleFacts): RightsRequestFacts {
  const day = (text: string | undefined) => (text === undefined ? null : PlainDate.parse(text))
  return {
    right: 'R-ACCESS',
    received: PlainDate.parse(received),
    identityReceived: day(facts.identityReceived),
    feePaid: day(facts.feePaid),
    pauses: (facts.pauses ?? []).map(([asked, answered]) => ({
      asked: PlainDate.parse(asked),
      answered: PlainDate.parse(answered),
    })),
    extended: facts.extended ?? false,
  }
}

function factsOf(
  right: fc.Arbitrary<RightsRequestFacts['right']>,
  mayBeOpen: boolean,
): fc.Arbitrary<RightsRequestFacts> {
  const offset = fc.integer({ min: -5, max: 45 })
  const pause = fc.record({
    asked: offset,
    length: mayBeOpen
      ? fc.option(fc.integer({ min: -2, max: 25 }), { freq: 8 })
      : fc.integer({ min: -2, max: 25 }),
  })
  return fc
    .record({
      right,
      received: fc.integer({ min: FIRST, max: LAST }),
      identity: fc.option(offset, { freq: 2 }),
      fee: fc.option(offset, { freq: 2 }),
      pauses: fc.array(pause, { maxLength: 3 }),
      extended: fc.boolean(),
    })
    .map((one) => ({
      right: one.right,
      received: dayWithNumber(one.received),
      identityReceived: one.identity === null ? null : dayWithNumber(one.received + one.identity),
      feePaid: one.fee === null ? null : dayWithNumber(one.received + one.fee),
      pauses: one.pauses.map(({ asked, length }) => ({
        asked: dayWithNumber(one.received + asked),
        answered: length === null ? null : dayWithNumber(one.received + asked + length),
      })),
      extended: one.extended,
    }))
}
