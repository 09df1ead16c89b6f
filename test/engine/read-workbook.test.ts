import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import { textCell } from '#engine/tables/cells.ts'
import { aWorkbook } from '../support/a-workbook.ts'
import { cellsOf, readBytes, tables } from '../support/read-bytes.ts'

const STYLES = String.raw`<numFmts><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="00000\ 000000"/><numFmt numFmtId="166" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="166"/></cellXfs>`

describe('a workbook', () => {
  test('any table of texts comes back as it went in', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(tables(fc.string({ unit: 'grapheme' })), async (rows) => {
        const cells = rows.map((row) => row.map(textCell))
        expect(
          cellsOf(await readBytes(await writeXlsx(cells as never, { sheet: 'List' }).toBuffer())),
        ).toEqual(rows)
      }),
      { numRuns: 30 },
    )
  })

  test('gives days, numbers as they are shown, and the values of formulas, which are never calculated', async () => {
    const xml =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="s"><v>0</v></c></row>' +
      '<row r="3" hidden="1"><c r="A3" s="1"><v>1234</v></c><c r="B3" s="2"><v>1234567890</v></c>' +
      '<c r="C3" s="3"><v>46348</v></c><c r="D3" s="4"><v>46348.5</v></c><c r="E3" s="5"><v>46348</v></c></row>' +
      '<row r="4"><c r="A4"><f>1+1</f><v>7</v></c><c r="B4" t="str"><f>A1&amp;"x"</f><v>Name &lt;x&gt;</v></c>' +
      '<c r="C4" t="b"><v>1</v></c><c r="D4" t="e"><v>#REF!</v></c><c r="E4"><v>7.7009000000000005E9</v></c></row>' +
      '<row r="5"><c r="A5" s="1"/><c r="B5"><f>A1</f></c></row><row r="1048576"><c r="A1048576" s="1"></c></row>'
    const sheets = [
      { name: 'Old &amp; done', xml: '<row r="1"><c r="A1"><v>1</v></c></row>', hidden: true },
      { name: 'People', xml },
    ]
    const bytes = await aWorkbook(sheets, {
      styles: STYLES,
      shared: '<si><r><t>Post</t></r><r><t>code</t></r></si>',
    })
    const table = await readBytes(bytes)
    expect(table.rows).toEqual([
      { row: 1, cells: ['Name', 'Postcode', '', '', ''] },
      { row: 3, cells: ['01234', '01234 567890', '2026-11-22', '2026-11-22 12:00', '2026-11-22'] },
      { row: 4, cells: ['7', 'Name <x>', 'TRUE', '#REF!', '7700900000'] },
    ])
    expect(table).toMatchObject({
      form: 'workbook',
      sheet: 'People',
      sheets: [
        { name: 'Old & done', isHidden: true },
        { name: 'People', isHidden: false },
      ],
      encoding: null,
      delimiter: null,
    })
    expect(table.problems).toEqual([
      'Row 3 is hidden in the workbook and read all the same.',
      '3 cells hold formulas: the value last shown was taken, nothing was calculated.',
      '1 of them hold no value and read as blank. Open the workbook in a spreadsheet, save it and choose it again.',
      'Rows 3 and 4 have cells beyond the last heading.',
      'One blank row was passed over.',
    ])
    expect(cellsOf(await readBytes(bytes, { sheet: 'Old & done' }))).toEqual([['1']])
    await expect(readBytes(bytes, { sheet: 'Nowhere' })).rejects.toThrow('no sheet of cells called “Nowhere”')
  })

  test(
    'has limits: what it unpacks to, how far it reaches, how much it holds',
    { timeout: 60_000 },
    async () => {
      const cell = (address: string) =>
        `<row r="${/\d+/u.exec(address)![0]}"><c r="${address}"><v>1</v></c></row>`
      const people = (xml: string) => [{ name: 'People', xml }]
      await expect(readBytes(await aWorkbook(people(' '.repeat(65 * 1024 ** 2))))).rejects.toThrow(
        'too large when it is unpacked',
      )
      await expect(readBytes(await aWorkbook(people(cell('A1048576'))))).rejects.toThrow(
        'reaches down to row 1,048,576',
      )
      await expect(readBytes(await aWorkbook(people(cell('XFD1'))))).rejects.toThrow('more than 200 columns')
      const rows = Array.from({ length: 12 }, (_, index) => cell(`A${index + 1}`)).join('')
      await expect(readBytes(await aWorkbook(people(rows)), { maxRows: 10 })).rejects.toThrow(
        'more than 10 rows',
      )
      expect((await readBytes(await aWorkbook(people(rows)), { maxRows: 11 })).rows).toHaveLength(12)
    },
  )

  test('that lies about its size, is damaged or holds definitions is refused', async () => {
    const bytes = await aWorkbook([{ name: 'People', xml: ' '.repeat(300_000) }])
    const entry = bytes.lastIndexOf('xl/worksheets/sheet1.xml') - 46
    const lying = Buffer.from(bytes)
    lying.writeUInt32LE(1_000, entry + 24)
    await expect(readBytes(lying)).rejects.toThrow('This workbook is damaged')
    await expect(readBytes(bytes.subarray(0, bytes.length / 2))).rejects.toThrow('This workbook is damaged')
    const without = [{ name: 'People', xml: '<row r="2"><c r="B2" t="s"><v>9</v></c></row>' }]
    await expect(readBytes(await aWorkbook(without))).rejects.toThrow(
      'Cell B2 of the workbook cannot be read',
    )
    const entity = { 'xl/sharedStrings.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><sst/>' }
    await expect(readBytes(await aWorkbook(without, { more: entity }))).rejects.toThrow(
      'definitions of its own',
    )
    expect((await readBytes(await aWorkbook([{ name: 'Empty', xml: '' }]))).rows).toEqual([])
  })
})
