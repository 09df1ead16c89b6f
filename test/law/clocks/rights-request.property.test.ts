import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWorkingDay, nextWorkingDay } from '#shared/law/clocks/bank-holidays.ts'
import { derivationText } from '#shared/law/clocks/clock.ts'
import { addDays } from '#shared/law/clocks/day-number.ts'
import { moveEvent, type RightsRequestFacts } from '#shared/law/clocks/rights-request-facts.ts'
import { reckon } from '#shared/law/clocks/rights-request-reckoning.ts'
import { rightsRequestClock } from '#shared/law/clocks/rights-request.ts'
import { aClockDay, aNation, settledAccess, someFacts } from './facts.ts'

const RUNS = { numRuns: 1000 }
const dueOf = (...given: Parameters<typeof rightsRequestClock>) => rightsRequestClock(...given).due!

describe('whatever happened to a request', () => {
  test('there is a last day or something that is awaited, and everything is said in words', () => {
    fc.assert(
      fc.property(someFacts, aNation, (facts, nation) => {
        const clock = rightsRequestClock(facts, nation)
        expect(clock.due === null).toBe(clock.waiting !== null)
        expect(clock.pausedSince === null).toBe(clock.waiting === null)
        for (const { words, citation } of [...clock.derivation, ...clock.nodes]) {
          expect(words).toMatch(/^\S.*\.$/)
          expect(words).not.toMatch(/undefined|null|NaN|\[object/)
          expect(citation).not.toBe('')
        }
        expect(clock.nodes.map(({ day }) => day)).toEqual(clock.nodes.map(({ day }) => day).toSorted())
        expect(new Set(clock.nodes.map(({ key }) => key)).size).toBe(clock.nodes.length)
        expect(derivationText(clock)).toContain('The request was received on')
      }),
      RUNS,
    )
  })

  test('the last day is a working day, and moved exactly once: straight from the end of the period', () => {
    fc.assert(
      fc.property(settledAccess, aNation, (facts, nation) => {
        const due = dueOf(facts, nation)
        const { monthEnd, base, nominal, pausedDays } = reckon(facts, nation, {})
        expect(isWorkingDay(due, nation)).toBe(true)
        expect(nominal).toBe((facts.extended ? base : monthEnd) + pausedDays)
        const steps = rightsRequestClock(facts, nation).derivation
        const end = steps.findLast(({ key }) => key === 'paused' || key === 'period')!.day!
        expect(nextWorkingDay(end, nation)).toBe(due)
      }),
      RUNS,
    )
  })

  test('a request that came in later is never due earlier', () => {
    fc.assert(
      fc.property(settledAccess, aNation, fc.integer({ min: 0, max: 60 }), (facts, nation, days) => {
        const later = { ...facts, received: addDays(facts.received, days), pauses: [] }
        expect(dueOf(later, nation) >= dueOf({ ...facts, pauses: [] }, nation)).toBe(true)
      }),
      RUNS,
    )
  })

  test('the order in which pauses were written down does not matter, nor that one was written twice', () => {
    fc.assert(
      fc.property(settledAccess, aNation, (facts, nation) => {
        const due = dueOf(facts, nation)
        expect(dueOf({ ...facts, pauses: facts.pauses.toReversed() }, nation)).toBe(due)
        expect(dueOf({ ...facts, pauses: [...facts.pauses, ...facts.pauses] }, nation)).toBe(due)
      }),
      RUNS,
    )
  })

  test('asking again gives the same, and changes no fact', () => {
    fc.assert(
      fc.property(someFacts, aNation, (facts, nation) => {
        const before = structuredClone(facts)
        const clock = structuredClone(rightsRequestClock(facts, nation))
        expect(structuredClone(rightsRequestClock(facts, nation))).toEqual(clock)
        expect(facts).toEqual(before)
      }),
      RUNS,
    )
  })

  test('another pause, identity or fee never shortens the time, and an extension lengthens it', () => {
    fc.assert(
      fc.property(
        settledAccess,
        aNation,
        aClockDay,
        fc.integer({ min: 0, max: 30 }),
        (facts, nation, asked, length) => {
          const due = dueOf({ ...facts, extended: false }, nation)
          const again = { asked, answered: addDays(asked, length) }
          expect(dueOf({ ...facts, extended: false, pauses: [...facts.pauses, again] }, nation) >= due).toBe(
            true,
          )
          expect(dueOf({ ...facts, extended: true }, nation) > due).toBe(true)
          const bare: RightsRequestFacts = { ...facts, pauses: [], identityReceived: null, feePaid: null }
          expect(dueOf({ ...bare, identityReceived: asked }, nation) >= dueOf(bare, nation)).toBe(true)
          expect(dueOf({ ...bare, feePaid: asked }, nation) >= dueOf(bare, nation)).toBe(true)
        },
      ),
      RUNS,
    )
  })

  test('a further holiday never makes a date earlier, and the own target is never after it', () => {
    fc.assert(
      fc.property(settledAccess, aNation, fc.integer({ min: 1, max: 60 }), (facts, nation, targetDays) => {
        const { due, target } = rightsRequestClock(facts, nation, { targetDays })
        expect(target! <= due!).toBe(true)
        const extraHolidays = [{ day: due!, nation }]
        expect(dueOf(facts, nation, { extraHolidays })).toBe(nextWorkingDay(addDays(due!, 1), nation))
      }),
      RUNS,
    )
  })

  test('dragging a point and dragging it back changes nothing', () => {
    fc.assert(
      fc.property(someFacts, aNation, aClockDay, (facts, nation, day) => {
        for (const node of rightsRequestClock(facts, nation).nodes) {
          if (node.event === null) continue
          const there = moveEvent(facts, node.event, day)
          const moved = rightsRequestClock(there, nation).nodes.find(({ event }) => event === node.event)
          expect(moved?.day).toBe(day)
          expect(moveEvent(there, node.event, node.day)).toEqual(facts)
        }
      }),
      RUNS,
    )
  })
})
