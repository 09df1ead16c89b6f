import fc from 'fast-check'
import { existsSync, readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkFormats } from '#engine/portability/check/check-formats.ts'
import { formatFiles } from '#engine/portability/formats/format-files.ts'
import { withGuard, withoutGuard } from '#engine/portability/formats/guard.ts'
import type { ExportRow, TableToWrite } from '#engine/portability/formats/table-to-write.ts'
import { valueKind } from '#engine/portability/formats/value-kinds.ts'
import { unescapedText, xmlText } from '#engine/portability/formats/xml-text.ts'
import { tableKeys } from '#shared/portability/keys.ts'
import { startTypes, typed } from '#shared/portability/value-types.ts'
import { hasTool, runTool, workFolder } from '../reports/material.ts'
import { readXlsx } from '../reports/read-xlsx.ts'
import { aColumn, aTable, bagOf, bookings, filesOf, layOut, textOf } from '../support/an-export.ts'
import { anyTable } from '../support/any-table.ts'
import { csvwFaults } from '../support/csvw-faults.ts'

const PYTHON = '/usr/bin/python3'
const SUPPORT = join(import.meta.dirname, '../support')
const PROFILE = join(SUPPORT, 'frictionless/tabular-data-package.json')

async function hasReaders(): Promise<boolean> {
  if (!existsSync(PYTHON) || !hasTool('xmllint')) return false
  return runTool(PYTHON, ['-c', 'import jsonschema']).then(
    () => true,
    () => false,
  )
}

const canRead = await hasReaders()

type Read = {
  readonly wrong: readonly string[]
  readonly tables: Readonly<Record<string, Record<string, unknown>>>
}

/** The files as Python reads them and `xmllint` finds them. */
async function readElsewhere(files: ReadonlyMap<string, Buffer>, folder: string): Promise<Read> {
  layOut(files, folder)
  for (const name of files.keys())
    if (name.endsWith('.xsd')) {
      const [schema, file] = [
        join(folder, name.slice(5)),
        join(folder, name.slice(5).replace('.xsd', '.xml')),
      ]
      await runTool('xmllint', ['--noout', '--huge', '--schema', schema, file])
    }
  return JSON.parse(await runTool(PYTHON, [join(SUPPORT, 'read-formats.py'), folder, PROFILE])) as Read
}

async function rowsOf({ rows }: TableToWrite): Promise<ExportRow[]> {
  const all: ExportRow[] = []
  for await (const batch of rows()) all.push(...batch)
  return all
}

/** Nought has one sign in all the forms. */
const plain = (rows: readonly ExportRow[]) => rows.map((row) => row.map((value) => (value === 0 ? 0 : value)))

/** A row as readers of CSV know it, who cannot tell a text of no length from nothing. */
const asCsv = (rows: readonly ExportRow[]) =>
  rows.map((row) =>
    row.map((value) => (value === '' ? null : typeof value === 'string' ? value.toWellFormed() : value)),
  )

describe('the files of an export', () => {
  test('any table is as its schemas say, and the same in all three forms', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        const files = await filesOf([table])
        const checks = await checkFormats(bagOf(files))
        expect(checks.filter(({ ok }) => !ok)).toEqual([])
        expect(checks.map(({ name }) => name)).toContain('Table t')
        const metadata = JSON.parse(textOf(files, 'data/csv/t.csv-metadata.json')) as unknown
        expect(csvwFaults(metadata, textOf(files, 'data/csv/t.csv'))).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  test.skipIf(!canRead)(
    'other programs validate them and read the same (skipped without Python’s jsonschema and xmllint)',
    async () => {
      const many = fc.array(anyTable, { minLength: 15, maxLength: 25 })
      await fc.assert(
        fc.asyncProperty(many, async (drawn) => {
          await using work = await workFolder()
          const tables = drawn.map((one, at): TableToWrite => ({
            ...one,
            table: { ...one.table, key: `t-${at}` },
          }))
          const { wrong, tables: read } = await readElsewhere(await filesOf(tables), work.folder)
          expect(wrong).toEqual([])
          expect(Object.keys(read)).toHaveLength(tables.length)
          for (const table of tables) {
            const rows = plain(await rowsOf(table))
            const { json, csv, xml } = read[table.table.key]!
            expect(json).toEqual(rows)
            expect(xml).toEqual(rows)
            expect(csv).toEqual(asCsv(rows))
          }
        }),
        { numRuns: 2 },
      )
    },
  )

  test.skipIf(!canRead)('other programs find what is wrong in them', async () => {
    const files = await filesOf([bookings()])
    const broken = async (name: string, given: string, by: string) => {
      await using work = await workFolder()
      const changed = Buffer.from(textOf(files, name).replace(given, by))
      return (await readElsewhere(new Map([...files, [name, changed]]), work.folder)).wrong
    }
    expect(await broken('data/csv/datapackage.json', '"required": true', '"required": "yes"')).not.toEqual([])
    expect(await broken('data/csv/bookings.csv', 'First aid', 'Last aid')).toHaveLength(1)
    expect(await broken('data/json/bookings.json', '"places":2', '"places":"2"')).toHaveLength(1)
    await expect(broken('data/xml/bookings.xml', '<places>2', '<places>two')).rejects.toThrow('xmllint')
    const metadata = JSON.parse(textOf(files, 'data/csv/bookings.csv-metadata.json')) as object
    expect(csvwFaults({ ...metadata, notes: 1 }, textOf(files, 'data/csv/bookings.csv'))).toEqual(['notes'])
    expect(
      csvwFaults(metadata, textOf(files, 'data/csv/bookings.csv').replace(',-5,', ',five,')),
    ).toHaveLength(1)
  })

  test('the same rows give the same bytes, however they are batched', async () => {
    const table = bookings()
    const rows = await rowsOf(table)
    const other: TableToWrite = {
      ...table,
      rows: async function* () {
        yield* rows.map((row) => [row])
      },
    }
    expect(await filesOf([other])).toEqual(await filesOf([table]))
  })

  test('a table without rows has its files too', async () => {
    const files = await filesOf([aTable('none', [aColumn('a')], [])])
    expect((await checkFormats(bagOf(files))).every(({ ok }) => ok)).toBe(true)
    expect(JSON.parse(textOf(files, 'data/json/none.json'))).toEqual({
      table: 'none',
      columns: ['a'],
      rows: [],
    })
  })

  test('tables may be called as the files beside them are', async () => {
    const keys = tableKeys(['About', 'datapackage', 'Schema', 'json'])
    const tables = keys.map((key) => aTable(key, [aColumn('a')], [[key]]))
    const names = [...(await filesOf(tables)).keys()]
    expect(new Set([...names, 'data/schema/about.schema.json']).size).toBe(names.length + 1)
    const checks = await checkFormats(bagOf(await filesOf(tables)))
    expect(checks.filter(({ ok }) => !ok)).toEqual([])
    expect(checks.filter(({ name }) => name.startsWith('Table '))).toHaveLength(4)
  })

  test('only the forms asked for are written', async () => {
    const files = await filesOf([bookings()], ['csv'])
    expect([...files.keys()]).toEqual([
      'data/csv/bookings.csv',
      'data/csv/bookings.csv-metadata.json',
      'data/csv/datapackage.json',
    ])
    expect((await checkFormats(bagOf(files))).every(({ ok }) => ok)).toBe(true)
  })

  test('what types values are seen to be of, every form can carry', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.string(), fc.constantFrom(...ODD_VALUES)), { minLength: 1 }),
        async (texts) => {
          const seen = startTypes(1)
          for (const text of texts) seen.see([text])
          const [type] = seen.types()
          for (const text of texts) expect(valueKind(type!).holds(typed(text, type!)!)).toBe(true)
        },
      ),
    )
  })
})

const ODD_VALUES = [
  '2024-02-29',
  '2023-02-29',
  '0000-01-01',
  '9999-12-31',
  '2024-01-01T24:00:00Z',
  '2024-01-01T23:59:60Z',
  '2024-01-01T10:00:00',
  '2024-01-01T10:00:00.123456789+14:00',
  '2024-01-01T10:00:00-14:01',
  '2024-01-01 10:00:00',
  '9007199254740991',
  '9007199254740993',
  '12345678901234567890',
  '-0',
  '1e+21',
  '5e-324',
  'true',
] as const

describe('the CSV', () => {
  test('guards what spreadsheets would calculate, and says how often in each column', async () => {
    const files = await filesOf([bookings()])
    const text = textOf(files, 'data/csv/bookings.csv')
    expect(text.startsWith('\uFEFFcourse,places,fee,')).toBe(true)
    expect(text).toContain(`First aid,1,12.5,true,2026-02-01,2026-01-04T09:30:00Z,'=1+1\r\n`)
    expect(text).toContain(`Attachment,-5,,false,,2026-01-05T09:30:00Z,""\r\n`)
    expect(text).toContain(`Safer caring,2,0,,2026-03-01,,\r\n`)
    const { resources } = JSON.parse(textOf(files, 'data/csv/datapackage.json')) as {
      resources: { bytes: number; hash: string; schema: { fields: Record<string, unknown>[] } }[]
    }
    const raw = files.get('data/csv/bookings.csv')!
    expect(resources[0]).toMatchObject({
      bytes: raw.length,
      hash: `sha256:${createHash('sha256').update(raw).digest('hex')}`,
    })
    expect(resources[0]!.schema.fields.map((field) => field['x-guarded'])).toEqual([0, 0, 0, 0, 0, 0, 1])
    expect(resources[0]!.schema.fields.at(-1)).toMatchObject({ 'x-replaced': 1, 'x-empty-texts': 1 })
  })

  test('its guard can be undone, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("'", '=', '-', ' ', 'a', '\t', '＋', '\uFEFF') }),
        (text) => {
          expect(withoutGuard(withGuard(text))).toBe(text)
          expect(withGuard(text)).not.toMatch(/^[\s\uFEFF\u200B]*[=+\-@＝＋－＠]/u)
        },
      ),
    )
  })

  test.skipIf(!hasTool('soffice'))(
    'LibreOffice finds no formula in it, and the same values (skipped without LibreOffice)',
    async () => {
      await using work = await workFolder()
      const texts = [
        '=1+1',
        '+2',
        '-3',
        '@x',
        ' =1',
        'plain',
        '007',
        '12345678901234567890',
        'a,"b"',
        "'=4",
        '=HYPERLINK("x")',
      ]
      const table = aTable(
        't',
        [aColumn('text'), aColumn('number', 'integer')],
        texts.map((text, at) => [text, -at]),
      )
      layOut(await filesOf([table], ['csv']), work.folder)
      // Commas, quotation marks, UTF-8, from row 1, the first column as text; formulas would be calculated.
      const filter = 'CSV:44,34,76,1,1/2/2/1,0,false,false,false,false,false,-1,true'
      const file = join(work.folder, 'csv', 't.csv')
      await runTool('soffice', [
        '--headless',
        `--infilter=${filter}`,
        '--convert-to',
        'xlsx',
        '--outdir',
        work.folder,
        file,
      ])
      const { sheets, xml } = readXlsx(readFileSync(work.path('t.xlsx')))
      expect(xml).not.toMatch(/<f[ >/]/u)
      const cells = sheets[0]!.cells
      expect(texts.map((_, at) => cells.get(`A${at + 2}`)?.text)).toEqual(texts.map(withGuard))
      expect(texts.map((_, at) => Number(cells.get(`B${at + 2}`)?.raw))).toEqual(
        texts.map((_, at) => (at === 0 ? 0 : -at)),
      )
    },
  )
})

describe('the XML', () => {
  test('escapes what it cannot carry so that it comes back', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('\\', 'u', '0', '4', '1', '\u0000', '\uD800', '\uDC00', '\uFFFF', 'a'),
        }),
        (text) => {
          const { text: carried, isEscaped } = xmlText(text)
          expect(isEscaped ? unescapedText(carried) : carried).toBe(text)
          expect(carried.isWellFormed()).toBe(true)
        },
      ),
    )
  })
})

describe('fails closed', () => {
  const written = async (table: TableToWrite, forms = ['json'] as const) => filesOf([table], forms)

  test.each([
    ['integer', 2 ** 53],
    ['integer', '7'],
    ['number', Number.NaN],
    ['number', Number.POSITIVE_INFINITY],
    ['boolean', 'true'],
    ['date', '2023-02-29'],
    ['date', '2026-01-00'],
    ['dateTime', '2026-01-01 10:00:00'],
    ['dateTime', '2026-01-01T24:00:00Z'],
    ['text', 7],
  ] as const)('a column of type %s does not take %j', async (type, value) => {
    const table = aTable(
      't',
      [aColumn('first'), aColumn('a', type, { called: 'Amount' })],
      [
        ['x', null],
        ['y', value],
      ],
    )
    await expect(written(table)).rejects.toThrow('“t”, row 2, column “Amount”')
  })

  test('nothing in a column that is filled in every row', async () => {
    const table = aTable('t', [aColumn('a', 'text', { isFilled: true })], [['x'], [null]])
    await expect(written(table)).rejects.toThrow('row 2, column “a”')
  })

  test('more or fewer values, rows or columns than promised', async () => {
    await expect(written(aTable('t', [aColumn('a')], [['x', 'y']]))).rejects.toThrow('row 1')
    await expect(written(aTable('t', [aColumn('a')], [[]]))).rejects.toThrow('row 1, column “a”')
    await expect(written(aTable('t', [], []))).rejects.toThrow('Nothing is left of “t”')
    const { table, rows } = bookings()
    await expect(written({ table: { ...table, rows: 5 }, rows })).rejects.toThrow(
      'should have 5 rows, but 4 came',
    )
  })

  test('a file that was not read before the next one', async () => {
    const files = formatFiles([bookings()], ['csv'])
    await files.next()
    await expect(files.next()).rejects.toThrow('data/csv/bookings.csv was not read to its end')
  })
})
