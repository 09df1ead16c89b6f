import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stringify } from 'csv-stringify/sync'
import { describe, expect, test } from 'vitest'
import { readTable } from '#engine/tables/reading/read-table.ts'
import { AppError } from '#shared/errors.ts'
import { aZip } from '../support/a-workbook.ts'
import { cellsOf, READ_OPTIONS, readBytes } from '../support/read-bytes.ts'

const CORPORA = fileURLToPath(new URL('../../../shared/corpora/', import.meta.url))
const hasCorpora = existsSync(CORPORA)

describe('what is no table', () => {
  test.each([
    ['%PDF-1.7\n', 'a PDF. Copy the list into a spreadsheet'],
    [Buffer.from('89504e470d0a1a0a', 'hex'), 'a picture'],
    ['<!DOCTYPE html><table>', 'a web page or XML'],
    ['{\\rtf1 x}', 'a text document'],
    ['[{"name":"Ann"}]', 'JSON'],
    [
      Buffer.from(Array.from({ length: 4_000 }, (_, index) => (index * 97) % 256)),
      'not a text and not a workbook',
    ],
    [
      oldOffice('Workbook'),
      'a workbook in the old format .xls. In a spreadsheet, save the list as .xlsx or CSV',
    ],
    [oldOffice('EncryptedPackage'), 'locked with a password'],
    [oldOffice('WordDocument'), 'a document in an old Office format'],
  ])('%#: is refused with the way out', async (bytes, says) => {
    await expect(readBytes(bytes)).rejects.toThrow(says)
  })

  test.each([
    [
      { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' },
      'an OpenDocument file',
    ],
    [{ 'xl/workbook.bin': '' }, 'a binary workbook (.xlsb)'],
    [{ 'word/document.xml': '<x/>' }, 'a Word document'],
    [{ 'Index/Document.iwa': '' }, 'an Apple Numbers file'],
    [{ 'list.csv': 'a,b' }, 'an archive'],
  ])('%j in a zip is refused with the way out', async (files, says) => {
    await expect(readBytes(await aZip(files as Record<string, string>))).rejects.toThrow(says)
  })

  test('a file that is gone, and a folder, are said to be so', async () => {
    const missing = readTable(join(tmpdir(), 'gone.csv'), READ_OPTIONS, () => Promise.resolve())
    await expect(missing).rejects.toThrow('gone.csv cannot be opened. Choose it again.')
    await expect(readTable(tmpdir(), READ_OPTIONS, () => Promise.resolve())).rejects.toThrow('is a folder')
  })
})

describe.skipIf(!hasCorpora)(
  `public collections${hasCorpora ? '' : ' (skipped: they are not beside the checkout)'}`,
  () => {
    const spectrum = `${CORPORA}injection/csv-spectrum/`
    const names = hasCorpora
      ? readdirSync(`${spectrum}csvs`)
          .map((name) => name.replace('.csv', ''))
          // What the collection expects of this one is not what its file says.
          .filter((name) => name !== 'location_coordinates')
      : []

    test.each(names)('csv-spectrum: %s', async (name) => {
      // Line ends inside cells were changed when the collection was packed, in one of each pair of files.
      const plain = (value: unknown) => JSON.stringify(value).replaceAll(String.raw`\r\n`, String.raw`\n`)
      const expected: unknown = JSON.parse(readFileSync(`${spectrum}json/${name}.json`, 'utf8'))
      const { rows } = headedOf(await readBytes(readFileSync(`${spectrum}csvs/${name}.csv`)))
      expect(plain(rows)).toBe(plain(expected))
    })

    test('formula cells come out as the texts they are', async () => {
      const cells = JSON.parse(readFileSync(`${CORPORA}injection/formula-cells.json`, 'utf8')) as string[]
      const rows = [['Cell'], ...cells.map((cell) => [`${cell}.`])]
      expect(cellsOf(await readBytes(stringify(rows, { quoted: true }), { delimiter: ',' }))).toEqual(rows)
    })

    test('every file is read, or refused with a sentence', { timeout: 120_000 }, async () => {
      const folders = ['visible/files', 'registers/fides', 'registers/dpv', 'archives/hostile']
      const paths = folders.flatMap((name) =>
        readdirSync(`${CORPORA}${name}`).map((file) => `${CORPORA}${name}/${file}`),
      )
      expect(paths.length).toBeGreaterThan(100)
      const outcomes = await Promise.all(
        paths.map((path) =>
          readTable(path, READ_OPTIONS, () => Promise.resolve()).then(
            () => 'read',
            (error: unknown) => (error instanceof AppError && error.code === 'invalid' ? 'refused' : error),
          ),
        ),
      )
      expect(outcomes.filter((outcome) => outcome !== 'read' && outcome !== 'refused')).toEqual([])
      expect(outcomes.filter((outcome) => outcome === 'read').length).toBeGreaterThan(40)
    })

    test.each([
      ['exceljs__1904.xlsx', '1904-01-01'],
      ['exceljs__google-sheets.xlsx', 'Row 2 is hidden in the workbook'],
      ['poi__TwoSheetsOneHidden.xlsx', '"isHidden":true'],
      ['poi__poc-xmlbomb.xlsx', 'definitions of its own'],
      ['tika__testEXCEL_protected_passtika.xlsx', 'locked with a password'],
    ])('%s: %s', async (name, says) => {
      const path = `${CORPORA}visible/files/${name}`
      const said = await readTable(path, READ_OPTIONS, () => Promise.resolve()).then(JSON.stringify, String)
      expect(said).toContain(says)
    })
  },
)

function oldOffice(stream: string): Buffer {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(stream, 'utf16le'),
  ])
}

function headedOf(table: { rows: ReadonlyArray<{ row: number; cells: string[] }> }) {
  const [headings, ...rows] = cellsOf(table)
  return {
    rows: rows.map((cells) => Object.fromEntries(headings!.map((key, column) => [key, cells[column]!]))),
  }
}
