import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bulkActionsOf } from '#shared/described/bulk.ts'
import { setElsewhere, whyNot } from '#shared/described/kept.ts'
import type { AnyDescribed, AnyRecord } from '#shared/described/register.ts'
import { DESCRIBED } from '#shared/described/all.ts'

const breaches = DESCRIBED.breaches as unknown as AnyDescribed
const ID = '0190b000-0000-7000-8000-000000000001'
const blank = breaches.blank(ID, 'A letter in the wrong envelope') as unknown as AnyRecord

const entries = fc.uniqueArray(fc.record({ id: fc.uuid(), says: fc.string() }), {
  selector: ({ id }) => id,
  minLength: 1,
  maxLength: 6,
})

describe('entries that are kept', () => {
  test('may be joined by others, in any order', () => {
    fc.assert(
      fc.property(entries, entries, (before, more) => {
        const record = { ...blank, decisions: before }
        expect(whyNot(breaches, record, { ...blank, decisions: [...more, ...before] })).toBeNull()
      }),
    )
  })

  test('can be neither lost nor changed', () => {
    fc.assert(
      fc.property(entries, fc.nat(), (before, which) => {
        const index = which % before.length
        const without = before.filter((_, place) => place !== index)
        const changed = before.map((entry, place) =>
          place === index ? { ...entry, says: `${entry.says}!` } : entry,
        )
        const record = { ...blank, decisions: before }
        expect(whyNot(breaches, record, { ...blank, decisions: without })).toMatch(
          /stay as they were recorded/,
        )
        expect(whyNot(breaches, record, { ...blank, decisions: changed })).toMatch(
          /stay as they were recorded/,
        )
      }),
    )
  })

  test('keep their record from being removed; a record without any may go', () => {
    expect(whyNot(breaches, blank, null)).toBeNull()
    const decided = { ...blank, decisions: [{ id: ID }] }
    expect(whyNot(breaches, decided, null)).toMatch(/This breach stays/)
  })
})

describe('what stays in the log', () => {
  test.each([
    [{ status: 'suspected' }, null],
    [{ status: 'noBreach' }, null],
    [{ status: 'confirmed', nearMiss: true }, null],
    [{ status: 'confirmed' }, /stays in the log/],
    [{ status: 'closed' }, /stays in the log/],
  ] as const)('a breach with %o', (fields, refusal) => {
    const because = whyNot(breaches, { ...blank, ...fields }, null)
    if (refusal) expect(because).toMatch(refusal)
    else expect(because).toBeNull()
    expect(whyNot(breaches, { ...blank, ...fields }, { ...blank, ...fields, name: 'Another' })).toBeNull()
  })

  test('somebody who was told, until the state says otherwise', () => {
    const people = DESCRIBED.recipients as unknown as AnyDescribed
    const person = people.blank(ID, 'Sam Carer') as unknown as AnyRecord
    expect(whyNot(people, { ...person, state: 'told' }, null)).toMatch(/stays in the record of the breach/)
    expect(whyNot(people, { ...person, state: 'toTell' }, null)).toBeNull()
  })
})

describe('fields that are set elsewhere', () => {
  test('are named with the place, and left alone by bulk changes', () => {
    const places = setElsewhere(breaches)
    expect(places.get('commissionerDecision')).toMatch(/Decide/)
    for (const key of places.keys()) expect(bulkActionsOf(breaches, key)).toEqual([])
    expect(places.has('account')).toBe(false)
  })
})
