import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { type Cells, splitRows } from '#engine/portability/sources/split-rows.ts'
import { readBytesAs } from '../support/a-source.ts'

const SPECTRUM = fileURLToPath(new URL('../../../shared/corpora/injection/csv-spectrum/', import.meta.url))

const refusals = {
  tooLong: () => new Error('too long'),
  tooManyCells: () => new Error('too many'),
  unclosed: () => new Error('unclosed'),
}

function splitInPieces(text: string, delimiter: string, size: number): Cells[] {
  const split = splitRows(delimiter, refusals)
  const rows: Cells[] = []
  for (let from = 0; from < text.length; from += size)
    rows.push(...split(text.slice(from, from + size), false))
  return [...rows, ...split('', true)]
}

const Awkward = fc.string({
  unit: fc.constantFrom('a', 'é', '"', '""', ',', ';', '\n', '\r', '\r\n', ' ', '=', "'"),
  maxLength: 8,
})
const Table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(fc.array(Awkward, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
  )

describe('dividing text into rows', () => {
  test('gives what csv-parse gives for any text, however it is cut into pieces', () => {
    const Text = fc.string({
      unit: fc.constantFrom('a', 'b', '"', ',', '\n', '\r', '\r\n', ' '),
      maxLength: 60,
    })
    fc.assert(
      fc.property(Text, fc.integer({ min: 1, max: 9 }), (text, size) => {
        let wanted: readonly string[][] | null = null
        try {
          wanted = parse(text, {
            relax_quotes: true,
            relax_column_count: true,
            record_delimiter: ['\r\n', '\n', '\r'],
          })
        } catch {
          // A quotation mark that is never closed.
        }
        if (wanted === null) expect(() => splitInPieces(text, ',', size)).toThrow('unclosed')
        else
          expect(splitInPieces(text, ',', size).map((row) => row.map((cell) => cell ?? ''))).toEqual(wanted)
      }),
      { numRuns: 2_000 },
    )
  })

  test('tells nothing between two delimiters from an empty text in marks', () => {
    expect(splitInPieces('a,,""\n', ',', 3)).toEqual([['a', null, '']])
  })
})

describe('CSV as a source', () => {
  test.each([',', ';', '\t', '|'])(
    'any table of texts divided by %j reads back the same',
    async (delimiter) => {
      await fc.assert(
        fc.asyncProperty(Table, async (rows) => {
          const headings = rows[0]!.map((_, at) => `c${at}`)
          const kept = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
          const bytes = stringify([headings, ...kept], { delimiter, quoted_empty: true })
          const read = await readBytesAs('t.csv', bytes, { encoding: null, delimiter })
          expect(read).toMatchObject({ columns: headings, rows: kept, notes: [] })
        }),
        { numRuns: 25 },
      )
    },
  )

  test.each([
    ['utf-8', 'utf8', ''],
    ['utf-8 with a mark', 'utf8', '\uFEFF'],
    ['utf-16le with a mark', 'utf-16le', '\uFEFF'],
    ['utf-16be with a mark', 'utf-16be', '\uFEFF'],
    ['utf-16le', 'utf-16le', ''],
    ['windows-1252', 'windows-1252', ''],
  ])('%s is found out', async (_, encoding, mark) => {
    const text = `${mark}name;town\n${'José Müller;Llanfairpwll – “£5”\n'.repeat(40)}`
    const read = await readBytesAs('t.csv', iconv.encode(text, encoding))
    expect(read.columns).toEqual(['name', 'town'])
    expect(read.rows).toHaveLength(40)
    expect(read.rows.at(-1)).toEqual(['José Müller', 'Llanfairpwll – “£5”'])
  })

  test('an encoding can be chosen', async () => {
    const bytes = iconv.encode('имя\nИван\n', 'koi8-r')
    const read = await readBytesAs('t.csv', bytes, { encoding: 'koi8-r', delimiter: null })
    expect(read.rows).toEqual([['Иван']])
    await expect(readBytesAs('t.csv', bytes, { encoding: 'klingon', delimiter: null })).rejects.toThrow(
      'is no encoding this program knows',
    )
  })

  test('lines in another encoding than the rest are read in that, and named', async () => {
    const utf = 'name\nZoë\nRenée\nJosé\n'
    const mixed = Buffer.concat([
      Buffer.from(utf),
      iconv.encode('Chloé £\n', 'windows-1252'),
      Buffer.from('Noël\n'),
    ])
    const read = await readBytesAs('t.csv', mixed)
    expect(read.rows.flat()).toEqual(['Zoë', 'Renée', 'José', 'Chloé £', 'Noël'])
    expect(read.notes).toEqual([
      'Row 4 below the headings is not UTF-8 as the rest of the file; it was read as Windows-1252. Look at names there.',
    ])
  })

  test('letters that come in pieces of the file stay whole', async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => `${at},“é–${at}”`)
    const read = await readBytesAs('t.csv', `a,b\n${rows.join('\n')}\n`)
    expect(read.rows).toHaveLength(60_000)
    expect(read.rows.every(([a, b]) => b === `“é–${a}”`)).toBe(true)
    const oneLine = await readBytesAs('t.csv', `a\n"${'é'.repeat(600_000)}"\n`)
    expect(oneLine.rows).toEqual([['é'.repeat(600_000)]])
  })

  test('rows longer and shorter than the headings are kept and named; blank rows and NUL are passed over', async () => {
    const read = await readBytesAs('t.csv', 'a,b\n1,2,x,y\n\n3\n4,\u00005\n,,\n6,7,,\n')
    expect(read.columns).toEqual(['a', 'b', 'Column 3', 'Column 4'])
    expect(read.rows).toEqual([
      ['1', '2', 'x', 'y'],
      ['3', null, null, null],
      ['4', '5', null, null],
      ['6', '7', null, null],
    ])
    expect(read.places).toEqual([1, 3, 4, 6])
    expect(read.notes).toEqual([
      'Row 1 below the headings has more cells than there are headings; they are kept in columns called by their place.',
      'Row 3 below the headings has fewer cells than there are headings.',
      '2 blank rows were passed over.',
      'One NUL character was left out of the text.',
    ])
  })

  test('headings that are blank or stand twice get names of their own', async () => {
    const read = await readBytesAs('t.csv', 'Name,Name,,Name (2),"two\nlines"\n1,2,3,4,5\n')
    expect(read.columns).toEqual(['Name', 'Name (2)', 'Column 3', 'Name (2) (2)', 'two lines'])
    expect(read.notes).toHaveLength(2)
  })

  test('a file that says its delimiter is taken at its word, and headings alone are a table', async () => {
    expect(await readBytesAs('t.csv', 'sep=;\r\na;b,c\r\n1;2\r\n')).toMatchObject({
      columns: ['a', 'b,c'],
      rows: [['1', '2']],
    })
    expect(await readBytesAs('t.csv', 'a,b\n')).toMatchObject({ columns: ['a', 'b'], rows: [] })
  })

  test('a quotation mark that is never closed is named by its row', async () => {
    await expect(readBytesAs('t.csv', 'a,b\n1,2\n3,"x\n5,6\n')).rejects.toThrow(
      'Row 2 below the headings: a quotation mark is opened and never closed.',
    )
    await expect(readBytesAs('t.csv', `a,b\n${'1,2\n'.repeat(99_999)}3,"x\n5,6\n`)).rejects.toThrow(
      'Row 100,000',
    )
  })

  test('a cell of more than 16 million letters is refused by its row, and so are thousands of columns', async () => {
    const long = Buffer.concat([
      Buffer.from('a,b\n1,2\n3,"'),
      Buffer.alloc(18 * 1024 ** 2, 'x'),
      Buffer.from('"\n'),
    ])
    await expect(readBytesAs('t.csv', long)).rejects.toThrow('Row 2 below the headings holds a cell')
    await expect(readBytesAs('t.csv', `a,b\n${',x'.repeat(6_000)}\n`)).rejects.toThrow(
      'more than 5,000 columns',
    )
    await expect(readBytesAs('t.csv', Buffer.alloc(4 * 1024 ** 2, ','))).rejects.toThrow(
      'more than 5,000 columns',
    )
  })
})

describe.skipIf(!existsSync(SPECTRUM))('csv-spectrum', () => {
  const names = existsSync(SPECTRUM)
    ? readdirSync(`${SPECTRUM}csvs`)
        .map((name) => name.replace('.csv', ''))
        // What the collection expects of this one is not what its file says.
        .filter((name) => name !== 'location_coordinates')
    : []
  test.each(names)('%s reads as its JSON says', async (name) => {
    // Line ends inside cells were changed when the collection was packed, in one of each pair of files.
    const plain = (value: unknown) => JSON.stringify(value).replaceAll(String.raw`\r\n`, String.raw`\n`)
    const wanted: unknown = JSON.parse(readFileSync(`${SPECTRUM}json/${name}.json`, 'utf8'))
    const { columns, rows } = await readBytesAs('t.csv', readFileSync(`${SPECTRUM}csvs/${name}.csv`))
    const read = rows.map((values) => Object.fromEntries(columns.map((key, at) => [key, values[at] ?? ''])))
    expect(plain(read)).toBe(plain(wanted))
  })
})
