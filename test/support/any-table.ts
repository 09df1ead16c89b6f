import fc from 'fast-check'
import type { TableToWrite } from '#engine/portability/formats/table-to-write.ts'
import type { SourceValue, ValueType } from '#shared/portability/source.ts'
import { aColumn, aTable } from './an-export.ts'
import { NAUGHTY, naughtyCorpora } from './naughty.ts'

const corpora = naughtyCorpora()
const odd = [
  ...NAUGHTY,
  ...(corpora?.words ?? []),
  '',
  "'=1",
  "''+2",
  "'",
  '12345678901234567890',
  '00123',
  '#x',
  '\uFEFF',
]
const anyText = fc.oneof(
  fc.constantFrom(...odd),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom(
      '=',
      "'",
      '"',
      ',',
      '\r',
      '\n',
      '\\',
      'u',
      '0',
      '\uDBFF',
      '\uDC00',
      '\u0000',
      ' ',
      '<',
      '&',
      ']',
      '>',
    ),
    maxLength: 12,
  }),
)
const two = (number: number) => `${number}`.padStart(2, '0')
const anyDay = fc
  .record({
    year: fc.integer({ min: 1, max: 9999 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => `${`${year}`.padStart(4, '0')}-${two(month)}-${two(day)}`)
const anyMoment = fc
  .record({
    day: anyDay,
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
    rest: fc.constantFrom('', 'Z', '.5Z', '.123456', '+01:00', '-13:59', '+14:00'),
  })
  .map(({ day, hour, minute, rest }) => `${day}T${two(hour)}:${two(minute)}:07${rest}`)

const VALUES: { readonly [Type in ValueType]: fc.Arbitrary<SourceValue> } = {
  text: anyText,
  integer: fc.maxSafeInteger(),
  number: fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(1e21, 5e-324, 0.1, 1e300),
  ),
  boolean: fc.boolean(),
  date: anyDay,
  dateTime: anyMoment,
}

/** A table with any columns and any values of their types. */
export const anyTable: fc.Arbitrary<TableToWrite> = fc
  .uniqueArray(
    fc.record({
      key: fc.oneof(
        fc.stringMatching(/^[a-z][a-z0-9_]{0,59}$/),
        fc.constantFrom('constructor', 'row', 'table', 'xmlns', 'name'),
      ),
      type: fc.constantFrom(...(Object.keys(VALUES) as ValueType[])),
      isFilled: fc.boolean(),
      called: anyText,
      about: anyText,
    }),
    { selector: ({ key }) => key, minLength: 1, maxLength: 6 },
  )
  .chain((drawn) => {
    const columns = drawn.map(({ key, type, ...rest }) => aColumn(key, type, rest))
    const row = columns.map(({ type, isFilled }) =>
      isFilled ? VALUES[type] : fc.option(VALUES[type], { nil: null, freq: 4 }),
    )
    return fc.record({
      columns: fc.constant(columns),
      rows: fc.array(fc.tuple(...row), { maxLength: 12 }),
      called: anyText,
    })
  })
  .map(({ columns, rows, called }) => aTable('t', columns, rows, called))
