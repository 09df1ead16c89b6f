import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import {
  HOSTILE_HEADINGS,
  hostileCells,
  hostileCsv,
  hostileLines,
  hostileXlsx,
} from '../support/hostile-recipients.ts'
import { cellsOf, readBytes, tables } from '../support/read-bytes.ts'

describe('a table of text', () => {
  test.each([
    [',', 'name,town\nAnn,Stoke\nBob,"Kings, Norton"\n'],
    [';', 'name;town\nAnn;Stoke\nBob;"Kings, Norton"\n'],
    ['\t', 'name\ttown\nAnn\tStoke\nBob\tKings, Norton\n'],
    ['|', 'name|town\r\nAnn|Stoke\r\nBob|Kings, Norton'],
  ])('is divided at %j without being told', async (delimiter, text) => {
    const table = await readBytes(text)
    expect(table.delimiter).toBe(delimiter)
    expect(cellsOf(table)).toEqual([
      ['name', 'town'],
      ['Ann', 'Stoke'],
      ['Bob', 'Kings, Norton'],
    ])
  })

  test.each([
    ['utf8', false, 'utf-8', 'certain'],
    ['utf8', true, 'utf-8', 'certain'],
    ['utf-16le', true, 'utf-16le', 'certain'],
    ['utf-16be', true, 'utf-16be', 'certain'],
    ['utf-16le', false, 'utf-16le', 'likely'],
    ['utf-16be', false, 'utf-16be', 'likely'],
    ['windows-1252', false, 'windows-1252', 'likely'],
    ['macintosh', false, 'macintosh', 'likely'],
  ] as const)('in %s (with a mark: %s) is read as %s, %s', async (encoding, addBOM, code, sureness) => {
    const rows = [
      ['Name', 'Street'],
      ['Zoë Müller', '“The Café”, Ångström’s Road – flat 3'],
      ['María-José Carreño Quiñones', 'Hôtel d’Été'],
      ['Ann', 'Plain Street'],
    ]
    const table = await readBytes(iconv.encode(stringify(rows), encoding, { addBOM }))
    expect(table.encoding).toEqual({ code, sureness })
    expect(cellsOf(table)).toEqual(rows)
  })

  test.each([
    ['windows-1250', 'Łukasz Żółć;ul. Świętokrzyska 5\nAgnieszka Wójcik;Gęsia 3\nZbigniew Łęcki;Młyńska'],
    ['koi8-r', 'Наталья Шевченко;Садовая улица\nПётр Ильич;Невский проспект'],
    ['iso-8859-7', 'Ελένη Παπαδοπούλου;Ερμού 5\nΓιώργος Νικολάου;Πατησίων 12'],
    ['windows-1256', 'محمد عبد الله;شارع النيل\nفاطمة حسن;شارع الملك'],
    ['shift_jis', '名前;住所\n山田 太郎;東京都千代田区\n佐藤 花子;大阪府'],
    ['gb18030', '王小明;北京市朝阳区\n李华;上海市'],
    ['macintosh', 'Zoë Smith;1 High Street\nAnn Jones;2 Low Road'],
  ])('in %s is read rightly, if not for certain', async (code, text) => {
    const table = await readBytes(iconv.encode(text, code))
    expect(table.encoding).toEqual({ code, sureness: expect.stringMatching(/^(?:likely|guess)$/u) as string })
    expect(cellsOf(table)).toEqual(text.split('\n').map((line) => line.split(';')))
  })

  test('in another encoding is read as the person says', async () => {
    const rows = [
      ['Имя', 'Улица'],
      ['Наталья Шевченко', 'Садовая улица, дом 12'],
      ['Пётр Ильич', 'Невский проспект'],
    ]
    const bytes = iconv.encode(stringify(rows), 'cp866')
    expect(cellsOf(await readBytes(bytes, { encoding: 'cp866' }))).toEqual(rows)
    expect((await readBytes(iconv.encode(stringify(rows), 'windows-1251'))).encoding).toMatchObject({
      code: 'windows-1251',
    })
    expect((await readBytes(bytes, { encoding: 'utf-8' })).problems.join(' ')).toContain(
      'could not be read in this encoding',
    )
  })

  test('keeps every row in its place: blank rows, short and long ones, line ends of all kinds', async () => {
    const table = await readBytes('Name,Town\r\n\r\nAnn\n  ,\nBob,Stoke,extra\rCy,"two\r\nlines"\n')
    expect(table.rows).toEqual([
      { row: 1, cells: ['Name', 'Town', ''] },
      { row: 3, cells: ['Ann', '', ''] },
      { row: 5, cells: ['Bob', 'Stoke', 'extra'] },
      { row: 6, cells: ['Cy', 'two\r\nlines', ''] },
    ])
    expect(table.problems).toEqual([
      'Row 5 has cells beyond the last heading.',
      '2 blank rows were passed over.',
    ])
  })

  test('takes quotation marks as they come, and refuses one that is never closed', async () => {
    expect(cellsOf(await readBytes('a,b\n"The ""Old"" Mill",5" pipe\n'))).toEqual([
      ['a', 'b'],
      ['The "Old" Mill', '5" pipe'],
    ])
    await expect(readBytes('a,b\nx,y\n"never,closed\nz,z\n')).rejects.toThrow(
      'Row 3: a quotation mark is opened and never closed',
    )
  })

  test('has limits, each with a sentence', async () => {
    await expect(readBytes('a\n'.repeat(12), { maxRows: 10 })).rejects.toThrow('more than 10 rows')
    expect((await readBytes('a\n'.repeat(11), { maxRows: 10 })).rows).toHaveLength(11)
    await expect(readBytes(`a${',b'.repeat(200)}\n`)).rejects.toThrow('Row 1 has more than 200 columns')
    await expect(readBytes(`a\n${'x'.repeat(100_001)}\n`)).rejects.toThrow(
      'A cell in row 2 has more than 100,000',
    )
    await expect(readBytes(`a\n${'x'.repeat(2_000_000)}\n`)).rejects.toThrow(
      'A cell in row 2 has more than 100,000',
    )
    await expect(readBytes(Buffer.alloc(20 * 1024 ** 2 + 1, 'a'))).rejects.toThrow('larger than 20 MiB')
    await expect(readBytes('')).rejects.toThrow('is empty')
    const table = await readBytes('Name\nAnn\u0000\n')
    expect(cellsOf(table)).toEqual([['Name'], ['Ann']])
    expect(table.problems).toEqual(['1 NUL characters were left out of the text.'])
  })

  test('any table comes back as it went in', async () => {
    await fc.assert(
      fc.asyncProperty(
        tables(fc.string({ unit: 'binary' })),
        fc.constantFrom(',', ';', '\t', '|'),
        async (rows, delimiter) => {
          const text = stringify(rows, { delimiter, quoted: true })
          expect(cellsOf(await readBytes(text, { delimiter, encoding: 'utf-8' }))).toEqual(rows)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('the hostile list', () => {
  const lines = hostileLines()
  const whole = [HOSTILE_HEADINGS, ...lines.map(hostileCells)].map((row) => [...row])

  test.each([
    [',', 'utf8', false],
    [';', 'utf8', true],
    ['\t', 'utf-16le', true],
    ['|', 'utf-16be', true],
  ])('comes back whole from text with %j in %s', async (delimiter, encoding, addBOM) => {
    const table = await readBytes(hostileCsv(lines, { delimiter, encoding, addBOM }))
    expect(table.delimiter).toBe(delimiter)
    const expected = whole.map((row) => row.map((cell) => cell.toWellFormed().replaceAll('\u0000', '')))
    expect(cellsOf(table)).toEqual(expected)
  })

  test('comes back whole from a workbook, formulas as the texts they are', async () => {
    const table = await readBytes(await hostileXlsx(lines))
    expect(table.rows).toHaveLength(501)
    expect(table.rows[14]!.cells[0]).toBe(`=cmd|' /C calc'!A0`)
  })
})
