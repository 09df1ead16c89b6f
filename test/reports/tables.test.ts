import Ajv2020 from 'ajv/dist/2020.js'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { buildSample } from '#engine/sample/build-sample.ts'
import { cellText, csvRows, guarded, recordCsv } from '#engine/tables/csv.ts'
import { recordJson } from '#engine/tables/json.ts'
import { recordXlsx } from '#engine/tables/xlsx.ts'
import { registerFileSchema } from '#shared/registers/reports/described-file.ts'
import { directoryOf, inRecordOrder } from '#shared/registers/reports/directory.ts'
import { RecordFile, recordFileSchema } from '#shared/registers/reports/record-file.ts'
import { combinedColumns } from '#shared/registers/reports/record-table.ts'
import { readCsv } from './read-csv.ts'
import { readFods } from './read-fods.ts'
import { readXlsx } from './read-xlsx.ts'
import {
  aFullActivity,
  anActivity,
  anOrganisation,
  aRegister,
  CORPORA,
  hasCorpora,
  hasTool,
  naughtyStrings,
  runTool,
  STAMP,
  workFolder,
} from './material.ts'

const FORMULA_STARTS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '\u00A0=1',
  '\uFEFF=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
]

const FORMULAS = [
  '=1+1',
  '+2',
  '-3',
  '@x',
  '=HYPERLINK("https://example.org";"x")',
  "=cmd|' /C calc'!A0",
  '007',
  '1/2',
]

describe('the CSV', () => {
  test.each(FORMULA_STARTS)('a cell that begins a formula (%j) is guarded', (text) => {
    expect(guarded(text)).toBe(`'${text}`)
  })

  test.each(['plain', 'a=1', '1-2', 'O’Brien', "'=1", ''])('an ordinary cell (%j) is left alone', (text) => {
    expect(guarded(text)).toBe(text)
  })

  test('begins with a byte order mark, ends its rows in CRLF, and reads back as the table', () => {
    const content = buildSample()
    const text = [...recordCsv(content)].join('')
    expect(text.startsWith('\uFEFFBusiness function,')).toBe(true)
    const rows = readCsv(text)
    const columns = combinedColumns(directoryOf(content))
    const expected = inRecordOrder(content.activities).map((activity) =>
      columns.map(({ cell }) => guarded(cellText(cell(activity)))),
    )
    expect(rows).toEqual([columns.map(({ heading }) => guarded(heading)), ...expected])
    expect(text.replaceAll('\r\n', '').includes('\r')).toBe(false)
  })

  test.skipIf(!hasCorpora)('carries every naughty string, and none begins a formula', () => {
    const strings = naughtyStrings()
    const rows = readCsv(csvRows(strings.map((text) => [text, 'end'])))
    expect(rows).toHaveLength(strings.length)
    rows.forEach(([read = ''], index) => {
      const given = (strings[index] ?? '').replaceAll(/\r\n?/gu, '\n')
      expect([given, `'${given}`]).toContain(read)
      expect(read).not.toMatch(/^[\s\uFEFF]*[=+\-@＝＋－＠]/u)
    })
  })
})

describe('the spreadsheet', () => {
  test('has the layout of the ICO template', async () => {
    const { sheets } = readXlsx(await recordXlsx(aRegister([aFullActivity()]), STAMP))
    expect(sheets.map(({ name }) => name)).toEqual([
      'Controller record',
      'Processor record',
      'Organisations',
      'About',
    ])
    const [controller] = sheets
    expect(controller?.cells.get('A1')?.text).toBe('Controller')
    expect(controller?.cells.get('B2')?.text).toBe('Northgate Fostering Ltd')
    expect(controller?.cells.get('A8')?.text).toBe('Art 30 record')
    expect(controller?.cells.get('A9')?.text).toBe('Business function')
    expect(controller?.cells.get('AD9')?.text).toBe(
      'Reasons for not adhering to policy document (if applicable)',
    )
    expect(controller?.cells.get('A10')?.text).toBe('Fostering')
    expect(controller?.frozenRows).toBe(9)
  })

  test('holds days as dates and everything else as text', async () => {
    const { sheets, dateStyles } = readXlsx(await recordXlsx(aRegister([aFullActivity()]), STAMP))
    const cells = [...(sheets[0]?.cells.values() ?? [])]
    const numbers = cells.filter(({ type }) => type !== 's')
    expect(numbers).toEqual([expect.objectContaining({ address: 'AK10', raw: '46392' })])
    expect(dateStyles.has(numbers[0]?.style ?? '')).toBe(true)
  })

  test.skipIf(!hasCorpora)('carries every naughty string unchanged, and holds no formula', async () => {
    const strings = [...naughtyStrings(), 'toString', '__proto__', '_x0041_'].filter(
      (text) => text.trim() !== '' && text.length <= 500,
    )
    const content = aRegister(
      strings.map((owner, index) => anActivity(`a${index}`, 'Named', { reference: `R-${index}`, owner })),
    )
    const { sheets, xml } = readXlsx(await recordXlsx(content, STAMP))
    expect(xml).not.toMatch(/<f[ >/]/u)
    const read = strings.map((_, index) => sheets[0]?.cells.get(`AJ${index + 10}`)?.text)
    expect(read).toEqual(strings.map((text) => text.toWellFormed()))
  })

  test.skipIf(!hasTool('soffice'))(
    'LibreOffice finds no formula in it, and the same values (skipped without LibreOffice)',
    async () => {
      await using work = await workFolder()
      const strings = [...(hasCorpora ? naughtyStrings() : []), ...FORMULAS]
        .map((text) => text.toWellFormed())
        // What XML cannot carry is escaped as Excel reads it, and so are words that every object of JavaScript has.
        .filter((text) => !/[\p{Cc}\uFFFE\uFFFF]/u.test(text) && !(text in Object.prototype))
        .filter((text) => text === text.trim() && text !== '' && text.length <= 500)
      const named = strings.map((owner, index) =>
        anActivity(`a${`${index}`.padStart(4, '0')}`, 'Named', {
          reference: `R-${`${index}`.padStart(4, '0')}`,
          owner,
        }),
      )
      await writeFile(work.path('r.xlsx'), await recordXlsx(aRegister(named), STAMP))
      await runTool('soffice', [
        `-env:UserInstallation=file://${work.path('profile')}`,
        '--headless',
        '--convert-to',
        'fods',
        '--outdir',
        work.folder,
        work.path('r.xlsx'),
      ])
      const { texts, formulas } = readFods(readFileSync(work.path('r.fods'), 'utf8'))
      expect(formulas).toBe(0)
      expect(strings.filter((text) => !texts.has(text))).toEqual([])
    },
    60_000,
  )

  test('several organisations are listed on a sheet of their own', async () => {
    const other = anOrganisation('org2', 'Southgate')
    const content = aRegister(
      [aFullActivity(), anActivity('b', 'B', { organisationId: other.id })],
      [anOrganisation('org', 'Northgate'), other],
    )
    const { sheets } = readXlsx(await recordXlsx(content, STAMP))
    expect(sheets[0]?.cells.get('B2')?.text).toBe('2 organisations, on the sheet “Organisations”')
    expect(sheets[2]?.cells.get('A3')?.text).toBe('Southgate')
  })
})

describe('the JSON', () => {
  test('the published schema is the one that the records follow', async () => {
    const current = `${JSON.stringify(recordFileSchema(), null, 2)}\n`
    await expect(current).toMatchFileSnapshot('../../resources/schemas/register-record.schema.json')
  })

  test('the published schema of one register is the one that its description makes', async () => {
    const current = `${JSON.stringify(registerFileSchema(), null, 2)}\n`
    await expect(current).toMatchFileSnapshot('../../resources/schemas/register.schema.json')
  })

  test('the sample fits the published schema, and reads back as it was', () => {
    const content = buildSample()
    const parsed: unknown = JSON.parse([...recordJson(content, STAMP)].join(''))
    const schema = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../resources/schemas/register-record.schema.json'), 'utf8'),
    ) as object
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema)
    expect(validate(parsed), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
    const { activities, organisations, terms, contracts, settings } = RecordFile.parse(parsed)
    const byId = <T extends { id: string }>(list: readonly T[]) =>
      list.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    expect(activities).toEqual(byId(content.activities))
    expect(organisations).toEqual(byId(content.organisations))
    expect(terms).toEqual(byId(content.terms))
    expect(contracts).toEqual(byId(content.contracts))
    expect(settings).toEqual(content.settings)
  })

  test.skipIf(!hasCorpora)(`carries every naughty string unchanged (${CORPORA})`, () => {
    const strings = naughtyStrings().filter((text) => text.length <= 500)
    const content = aRegister(
      strings.map((owner, index) => anActivity(`a${index}`.padEnd(6, 'x'), 'Named', { owner })),
    )
    const { activities } = RecordFile.parse(JSON.parse([...recordJson(content, STAMP)].join('')))
    const read = new Map(activities.map(({ id, owner }) => [id as string, owner]))
    for (const { id, owner } of content.activities) expect(read.get(id)).toBe(owner.toWellFormed())
  })
})

test('the same content and stamp give the same bytes, in whatever order the records came', async () => {
  const content = buildSample()
  const turned = {
    ...content,
    activities: content.activities.toReversed(),
    organisations: content.organisations.toReversed(),
    terms: content.terms.toReversed(),
  }
  expect(Buffer.compare(await recordXlsx(content, STAMP), await recordXlsx(turned, STAMP))).toBe(0)
  expect([...recordCsv(content)]).toEqual([...recordCsv(turned)])
  expect([...recordJson(content, STAMP)]).toEqual([...recordJson(turned, STAMP)])
})
