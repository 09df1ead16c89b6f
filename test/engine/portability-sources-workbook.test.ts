import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readTable } from '#engine/tables/reading/read-table.ts'
import type { SourceValue } from '#shared/portability/source.ts'
import { FOUND_OUT, readBytesAs, readSource, tablesOf } from '../support/a-source.ts'
import { aWorkbook, aZip } from '../support/a-workbook.ts'

const CORPORA = fileURLToPath(new URL('../../../shared/corpora/', import.meta.url))

const cell = (address: string, value: string, more = '') => `<c r="${address}"${more}><v>${value}</v></c>`
const text = (address: string, value: string) =>
  `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`
const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="dd\\ mmm\\ yyyy"/><numFmt numFmtId="165" formatCode="00000"/><numFmt numFmtId="166" formatCode="[h]:mm:ss"/><numFmt numFmtId="167" formatCode="#,##0.00&quot; days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/><xf numFmtId="166"/><xf numFmtId="22"/><xf numFmtId="167"/></cellXfs>'

const oneRow = async (cells: string, more: Parameters<typeof aWorkbook>[1] = {}) => {
  const names = Array.from({ length: 12 }, (_, at) => text(`${String.fromCharCode(65 + at)}1`, `h${at}`))
  const xml = `<row r="1">${names.join('')}</row><row r="2">${cells}</row>`
  const { rows, notes } = await readBytesAs(
    't.xlsx',
    await aWorkbook([{ name: 'S', xml }], { styles: STYLES, ...more }),
  )
  const values = rows[0] ?? []
  return { values: values.slice(0, values.findLastIndex((value) => value !== null) + 1), notes }
}

describe('the cells of a workbook', () => {
  test('numbers come as they are shown, days in ISO 8601, long numbers as texts', async () => {
    const { values } = await oneRow(
      [
        cell('A2', '0.30000000000000004'),
        cell('B2', '45000', ' s="1"'),
        cell('C2', '45000.5', ' s="2"'),
        cell('D2', '1234', ' s="3"'),
        cell('E2', '0.4375', ' s="4"'),
        cell('F2', '1.0625', ' s="5"'),
        cell('G2', '45000.75', ' s="6"'),
        cell('H2', '12345678901234567890'),
        cell('I2', '3.5', ' s="7"'),
        cell('J2', '1', ' t="b"'),
        cell('K2', '#N/A', ' t="e"'),
        cell('L2', '59', ' s="1"'),
      ].join(''),
    )
    expect(values).toEqual([
      0.3,
      '2023-03-15',
      '2023-03-15T12:00:00',
      '01234',
      '10:30:00',
      '25:30:00',
      '2023-03-15T18:00:00',
      '12345678901234567890',
      3.5,
      true,
      '#N/A',
      '1900-02-28',
    ])
  })

  test('shared and rich texts come whole, without what is only for reading aloud', async () => {
    const shared =
      '<si><t>one</t></si><si><r><t>tw</t></r><r><t>o</t></r><rPh><t>no</t></rPh></si><si><t xml:space="preserve"> a_x000D_&amp;b </t></si>'
    const { values } = await oneRow(
      `${cell('A2', '1', ' t="s"')}${cell('B2', '2', ' t="s"')}${cell('D2', '0', ' t="s"')}`,
      { shared },
    )
    expect(values).toEqual(['two', ' a\r&b ', null, 'one'])
  })

  test('formulas, hidden rows, merged cells and gaps are said', async () => {
    const xml = `<row r="1">${text('A1', 'a')}${text('B1', 'b')}</row><row r="3" hidden="1"><c r="A3"><f>1+1</f><v>2</v></c><c r="B3"><f>B9</f></c></row><row r="9">${cell('A9', '1')}${cell('C9', '7')}</row>`
    const bytes = await aWorkbook([
      { name: 'S', xml: `${xml}</sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells><sheetData>` },
    ])
    const read = await readBytesAs('t.xlsx', bytes)
    expect(read).toMatchObject({
      columns: ['a', 'b', 'Column 3'],
      rows: [
        [2, null, null],
        [1, null, 7],
      ],
      places: [2, 8],
    })
    expect(read.notes).toEqual([
      'Row 8 below the headings has more cells than there are headings; they are kept in columns called by their place.',
      'Hidden in the sheet and read all the same: 1 row.',
      '2 cells hold formulas: the value last shown was taken, nothing was calculated.',
      '1 of them hold no value and read as blank. Open the workbook in a spreadsheet, save it and choose it again.',
      '1 area of merged cells: the value stands in the first cell of each, the others are blank.',
      '6 blank rows were passed over.',
    ])
  })

  test('each sheet is a table, the hidden ones too', async () => {
    const sheet = (name: string, hidden = false) => ({
      name,
      hidden,
      xml: `<row r="1">${text('A1', name)}</row>`,
    })
    const tables = await tablesOf('t.xlsx', await aWorkbook([sheet('One'), sheet('Two', true)]))
    expect([...tables.keys()]).toEqual(['One', 'Two'])
    expect(tables.get('Two')).toMatchObject({ columns: ['Two'], notes: ['Hidden in the workbook: “Two”.'] })
  })
})

describe('workbooks that are none, or mean harm', () => {
  const damagedZip = async (change: (bytes: Buffer) => Buffer) =>
    readBytesAs(
      't.xlsx',
      change(await aWorkbook([{ name: 'S', xml: `<row r="1">${text('A1', 'Zoë')}</row>` }])),
    )

  test('a truncated one, and one whose bytes do not have their checksum, are damaged', async () => {
    await expect(damagedZip((bytes) => bytes.subarray(0, bytes.length - 40))).rejects.toThrow('is damaged')
    await expect(
      damagedZip((bytes) => {
        // The checksum of every part, in the list at the end of the zip.
        for (
          let at = bytes.indexOf('PK\u0001\u0002');
          at !== -1;
          at = bytes.indexOf('PK\u0001\u0002', at + 4)
        )
          bytes.writeUInt32LE(1, at + 16)
        return bytes
      }),
    ).rejects.toThrow('is damaged')
  })

  test('definitions, a number of no text, and a bomb are refused', async () => {
    const more = {
      'xl/worksheets/sheet1.xml': '<!DOCTYPE x [<!ENTITY e "f">]><worksheet><sheetData/></worksheet>',
    }
    const sheet = [{ name: 'S', xml: '' }]
    await expect(readBytesAs('t.xlsx', await aWorkbook(sheet, { more }))).rejects.toThrow(
      'definitions of its own',
    )
    await expect(oneRow(cell('A2', '99', ' t="s"'))).rejects.toThrow('is damaged')
    const blanks = `<worksheet><sheetData>${' '.repeat(80 * 1024 ** 2)}</sheetData></worksheet>`
    await expect(
      readBytesAs('t.xlsx', await aWorkbook(sheet, { more: { 'xl/worksheets/sheet1.xml': blanks } })),
    ).rejects.toThrow('very much larger unpacked')
  })

  test.each([
    [
      { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' },
      'an OpenDocument file',
    ],
    [{ 'xl/workbook.bin': '' }, 'a binary workbook (.xlsb)'],
    [{ 'list.csv': 'a,b' }, 'an archive'],
  ])('%j in a zip is refused with the way out', async (files, says) => {
    const bytes = await aZip(files as Record<string, string>)
    await expect(readBytesAs('t.xlsx', bytes)).rejects.toThrow(says)
  })
})

describe.skipIf(!existsSync(CORPORA))('real workbooks', () => {
  test.each([
    'archives/frictionless/number-format-multicode.xlsx',
    'archives/frictionless/multiline-headers.xlsx',
    'visible/files/exceljs__google-sheets.xlsx',
    'visible/files/tika__testEXCEL_dateFormats.xlsx',
    'visible/files/poi__SimpleWithComments.xlsx',
    'registers/fides/2022-10-24-T164927_datamap.xlsx',
    'registers/fides/fides_datamap_template.xlsx',
  ])('%s has the cells the lists of the program have', async (name) => {
    const listed = await readTable(
      `${CORPORA}${name}`,
      { ...FOUND_OUT, encoding: null, delimiter: null, sheet: null, maxRows: 10_000 },
      () => Promise.resolve(),
    )
    const [read] = (await readSource(`${CORPORA}${name}`)).values()
    const said = (value: SourceValue | undefined) =>
      typeof value === 'boolean' ? String(value).toUpperCase() : String(value ?? '')
    const below = listed.rows.slice(1).map(({ cells }) => read!.columns.map((_, at) => cells[at] ?? ''))
    expect(read!.rows.map((row) => row.map(said))).toEqual(below)
  })
})
