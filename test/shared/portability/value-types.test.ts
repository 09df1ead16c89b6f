import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SourceValue, ValueType } from '#shared/portability/source.ts'
import { startTypes, typed, typeOf } from '#shared/portability/value-types.ts'
import { NAUGHTY } from '../../support/naughty.ts'

const typesOf = (...rows: SourceValue[][]) => {
  const seen = startTypes(Math.max(1, ...rows.map((row) => row.length)))
  for (const row of rows) seen.see(row)
  return seen.types()
}

describe('the type of a value', () => {
  test.each<[string, ValueType]>([
    ['0', 'integer'],
    ['-17', 'integer'],
    ['9007199254740991', 'integer'],
    ['-9007199254740991', 'integer'],
    ['9007199254740992', 'number'],
    ['9007199254740993', 'text'],
    ['007', 'text'],
    ['+7', 'text'],
    ['-0', 'text'],
    [' 7', 'text'],
    ['7 ', 'text'],
    ['1,000', 'text'],
    ['0x1F', 'text'],
    ['1.5', 'number'],
    ['-0.25', 'number'],
    ['1.0', 'text'],
    ['.5', 'text'],
    ['1e3', 'text'],
    ['1e+21', 'number'],
    ['NaN', 'text'],
    ['Infinity', 'text'],
    ['-Infinity', 'text'],
    ['true', 'boolean'],
    ['false', 'boolean'],
    ['TRUE', 'text'],
    ['yes', 'text'],
    ['2026-11-02', 'date'],
    ['2024-02-29', 'date'],
    ['2026-02-29', 'text'],
    ['1900-02-29', 'text'],
    ['2000-02-29', 'date'],
    ['2026-04-31', 'text'],
    ['2026-00-10', 'text'],
    ['2026-10-00', 'text'],
    ['2026-13-01', 'text'],
    ['0000-01-01', 'text'],
    ['02/11/2026', 'text'],
    ['20261102', 'integer'],
    ['2026-11-02T10:30:00', 'dateTime'],
    ['2026-11-02T10:30:00.123456789Z', 'dateTime'],
    ['2026-11-02T10:30:00+14:00', 'dateTime'],
    ['2026-11-02T10:30:00+14:01', 'text'],
    ['2026-11-02T24:00:00Z', 'text'],
    ['2026-11-02T23:59:60Z', 'text'],
    ['2026-02-30T10:30:00Z', 'text'],
    ['2026-11-02T10:30', 'text'],
    ['2026-11-02 10:30:00', 'text'],
    ['2026-11-02T1T10:30:00', 'text'],
    ['2026-11-02T', 'text'],
    ['2026-11-02\n', 'text'],
    ['', 'text'],
    ['=1+1', 'text'],
    ['٣', 'text'],
  ])('%j is %s', (value, type) => expect(typeOf(value)).toBe(type))

  test.each<[SourceValue, ValueType]>([
    [5, 'integer'],
    [5.5, 'number'],
    [1e300, 'number'],
    [Number.NaN, 'text'],
    [Number.POSITIVE_INFINITY, 'text'],
    [true, 'boolean'],
  ])('%j of a file that has types is %s', (value, type) => expect(typeOf(value!)).toBe(type))
})

describe('the type of a column', () => {
  test('the narrowest that all its values fit; text where they differ, and where there are none', () => {
    expect(typesOf(['1', '1', '2026-11-02', '', null], ['2', '2.5', 'soon', '3', null])).toEqual([
      'integer',
      'number',
      'text',
      'text',
      'text',
    ])
    expect(typesOf(['2026-11-02'], ['2026-11-02T10:00:00Z'])).toEqual(['text'])
    expect(typesOf([true], ['false'])).toEqual(['boolean'])
    expect(typesOf([true], [1])).toEqual(['text'])
    expect(typesOf([null], ['1'], [])).toEqual(['integer'])
    expect(startTypes(0).types()).toEqual([])
  })

  test('one odd value anywhere makes a text of the column, and it stays one', () => {
    expect(typesOf(['1'], ['2'], ['03'], ['4'])).toEqual(['text'])
    expect(typesOf(['03'], ['1'])).toEqual(['text'])
  })
})

const value: fc.Arbitrary<SourceValue> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...NAUGHTY),
  fc.integer().map(String),
  fc.double().map(String),
  fc.double(),
  fc.maxSafeInteger(),
  fc.boolean(),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  fc.constantFrom('true', 'false', '', '0', '00', '1.10', '-0'),
)

describe('a value as its column has it', () => {
  test('the text that was given comes back letter for letter, whatever the values of the column are', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 5 }), (column) => {
        const [type] = typesOf(...column.map((one) => [one]))
        for (const one of column) expect(String(typed(one, type!))).toBe(String(one))
      }),
      { numRuns: 500 },
    )
  })

  test('a single value comes back too, and as the kind of its type', () => {
    const kinds = {
      text: 'string',
      date: 'string',
      dateTime: 'string',
      integer: 'number',
      number: 'number',
      boolean: 'boolean',
    } as const
    fc.assert(
      fc.property(value, (one) => {
        const type = typeOf(one!)
        const back = typed(one, type)
        expect(typeof back).toBe(kinds[type])
        expect(String(back)).toBe(String(one))
      }),
      { numRuns: 500 },
    )
  })

  test('nothing stays nothing, and what does not fit is refused by name', () => {
    expect(typed(null, 'integer')).toBeNull()
    expect(typed(5, 'number')).toBe(5)
    expect(typed(5, 'text')).toBe('5')
    expect(() => typed('soon', 'date')).toThrow('“soon” is not a date.')
    expect(() => typed('1.5', 'integer')).toThrow('“1.5” is not a whole number.')
    expect(() => typed('', 'boolean')).toThrow('“” is not true or false.')
  })
})
