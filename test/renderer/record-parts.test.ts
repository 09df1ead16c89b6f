import { describe, expect, test } from 'vitest'
import { parseDay } from '#renderer/ui/fields/parse-day.ts'
import { compareStates } from '#renderer/ui/history/compare-states.ts'
import { newItemId, withItem, withItemMoved, withoutItem } from '#renderer/ui/record/items.ts'
import { fieldErrors } from '#renderer/ui/record/useAutosave.ts'
import { AppError } from '#shared/errors.ts'

describe('reading a day as it is typed', () => {
  test.each([
    ['2027-01-05', '2027-01-05'],
    ['5/1/2027', '2027-01-05'],
    ['05.01.2027', '2027-01-05'],
    ['Tue 5 January 2027', '2027-01-05'],
    ['5th Jan 2027', '2027-01-05'],
    ['Friday, 29 Feb 2028', '2028-02-29'],
  ])('%s', (typed, day) => expect(parseDay(typed)).toBe(day))

  test.each(['29 February 2027', '31/4/2027', '13/13/2027', 'next week', '5 Foo 2027', ''])(
    'refuses %j, which is no day',
    (typed) => expect(parseDay(typed)).toBeNull(),
  )
})

describe('the parts of a list in a record', () => {
  const items = [
    { id: 'a', text: 'one' },
    { id: 'b', text: 'two' },
    { id: 'c', text: 'three' },
  ]
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).join('')

  test('only the part named is changed', () => {
    expect(withItem(items, 'b', { text: 'TWO' }).map(({ text }) => text)).toEqual(['one', 'TWO', 'three'])
  })
  test('a part is moved one place, and stays at the ends', () => {
    expect(ids(withItemMoved(items, 'b', -1))).toBe('bac')
    expect(ids(withItemMoved(items, 'b', 1))).toBe('acb')
    expect(ids(withItemMoved(items, 'a', -1))).toBe('abc')
    expect(ids(withItemMoved(items, 'c', 1))).toBe('abc')
    expect(ids(withItemMoved(items, 'gone', 1))).toBe('abc')
  })
  test('a part is removed and nothing else', () => expect(ids(withoutItem(items, 'b'))).toBe('ac'))
  test('ids of new parts do not repeat', () => {
    expect(new Set(Array.from({ length: 2000 }, newItemId)).size).toBe(2000)
  })
})

describe('a refused change', () => {
  test('lands at the field that the engine names', () => {
    const error = new AppError('invalid', 'Some fields need another look.', {
      fields: { 'changes.purposes.0.text': 'Too long', 'changes.name': 'Give the activity a name' },
    })
    expect(fieldErrors(error, ['purposes'])).toEqual({ purposes: 'Too long' })
    expect(fieldErrors(error, ['name', 'purposes'])).toEqual({
      name: 'Give the activity a name',
      purposes: 'Too long',
    })
  })
  test('that names no field lands at the fields that were changed', () => {
    const error = new AppError('read-only', 'The register is open for reading only.')
    expect(fieldErrors(error, ['owner'])).toEqual({ owner: 'The register is open for reading only.' })
  })
  test('for a fault of the program says nothing of its inside', () => {
    expect(fieldErrors(new TypeError('x is not a function'), ['owner'])['owner']).not.toContain('function')
  })
})

describe('comparing two states of a record', () => {
  const change = (field: string, before: string | null, after: string | null) => ({ field, before, after })
  const states = [
    { seq: 9, changes: [change('Owner', 'Ann', null)] },
    { seq: 7, changes: [change('Status', 'approved', 'draft'), change('Owner', null, 'Ann')] },
    { seq: 4, changes: [change('Status', 'draft', 'approved')] },
    { seq: 1, changes: [change('Name', null, 'Contact'), change('Status', null, 'draft')] },
  ]

  test('a field changed and changed back does not differ', () => {
    expect(compareStates(states, 1, 7)).toEqual([change('Owner', null, 'Ann')])
    expect(compareStates(states, 1, 9)).toEqual([])
  })
  test('the order in which the states are named does not matter', () => {
    expect(compareStates(states, 7, 4)).toEqual(compareStates(states, 4, 7))
  })
  test('a state compared with itself differs in nothing', () =>
    expect(compareStates(states, 4, 4)).toEqual([]))
})
