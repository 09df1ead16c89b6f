import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ExportColumn, ExportTable } from '#shared/portability/export.ts'
import { exportKeys, tableKeys } from '#shared/portability/keys.ts'
import { NAUGHTY } from '../../support/naughty.ts'

const KINDS = [
  ['columns', exportKeys, ExportColumn.shape.key, /^xml/u],
  ['tables', tableKeys, ExportTable.shape.key, /^(?:con|prn|aux|nul|com\d|lpt\d)$/u],
] as const

const names = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      ...NAUGHTY,
      '',
      ' ',
      'Email',
      'email',
      'e_mail',
      'email_2',
      'email-2',
      '😀',
      'xml',
      'CON',
    ),
    fc.constantFrom('a'.repeat(10_000), 'b 2'.repeat(5_000), '9'.repeat(70), 'É'.repeat(10_000)),
  ),
  { maxLength: 30 },
)

describe.each(KINDS)('keys of %s', (_, keysOf, schema, refused) => {
  test('are safe and distinct for any names, one for each', () => {
    fc.assert(
      fc.property(names, (given) => {
        const keys = keysOf(given)
        expect(keys).toHaveLength(given.length)
        for (const key of keys) expect(() => schema.parse(key), key).not.toThrow()
        for (const key of keys) expect(key).not.toMatch(refused)
        expect(new Set(keys).size).toBe(keys.length)
        expect(keysOf(given)).toEqual(keys)
      }),
    )
  })

  test('five thousand columns of one name are quick', () => {
    const keys = keysOf(Array.from({ length: 5_000 }, () => 'n'.repeat(80)))
    expect(new Set(keys).size).toBe(5_000)
    expect(keys.at(-1)).toMatch(/^n{50,}[-_]5000$/u)
  })
})

describe('keys that people read', () => {
  test.each([
    [
      ['E-mail (home)', 'First name', 'firstName', 'Prénom', 'carerID'],
      ['e_mail_home', 'first_name', 'first_name_2', 'prenom', 'carer_id'],
    ],
    [
      ['Email', 'Email', 'Email_2'],
      ['email', 'email_3', 'email_2'],
    ],
    [
      ['', '😀', '2nd line', 'xmlData'],
      ['column', 'column_2', 'column_2nd_line', 'column_xml_data'],
    ],
  ])('%j are %j', (given, keys) => expect(exportKeys(given)).toEqual(keys))

  test('tables have hyphens, and none is called as Windows calls a device', () => {
    expect(tableKeys(['Training bookings', 'CON', 'Com1', ''])).toEqual([
      'training-bookings',
      'table-con',
      'table-com1',
      'table',
    ])
  })
})
