import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { RegisterFormat } from '#shared/registers/reports/report.contract.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { startTestEngine } from '#test/support/engine.ts'
import { LEAD } from '#test/support/leads.ts'
import { readCsv } from '../reports/read-csv.ts'
import { readXlsx } from '../reports/read-xlsx.ts'

type TestEngine = Awaited<ReturnType<typeof startTestEngine>>
type Wanted = { from?: string; until?: string; organisation?: string; asAt?: string; name?: string }

async function log(engine: TestEngine, format: RegisterFormat, wanted: Wanted = {}) {
  const day = (text: string | undefined) => (text === undefined ? null : PlainDate.parse(text))
  const own = await engine.call('organisations.list', { relation: 'own' })
  const to = join(engine.folder, `${wanted.name ?? 'log'}.${format}`)
  const written = await engine.call('breaches.writeLog', {
    format,
    to,
    from: day(wanted.from),
    until: day(wanted.until),
    organisationId: own.find(({ legalName }) => legalName === wanted.organisation)?.id ?? null,
    asAt: day(wanted.asAt),
  })
  return { ...written, file: await readFile(to) }
}

const table = (file: Buffer) => {
  const [headings, ...rows] = readCsv(file.toString('utf8'))
  return rows.map((row) => new Map(headings!.map((heading, index) => [heading, row[index] ?? ''])))
}

describe('the log of breaches that Article 33(5) asks for', () => {
  test('begins with facts, effects and remedial action, and leaves nothing blank that is not known', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const { file, records } = await log(engine, 'csv')
    const rows = table(file)
    expect(rows).toHaveLength(records)
    expect([...rows[0]!.keys()].slice(0, 5)).toEqual([
      'Reference',
      'What happened',
      'Facts',
      'Effects',
      'Remedial action',
    ])
    for (const row of rows)
      for (const heading of ['Facts', 'Effects', 'Remedial action', 'Organisation became aware'])
        expect(row.get(heading), heading).not.toBe('')
    const lead = rows.find((row) => row.get('What happened') === LEAD)!
    expect(lead.get('First noticed')).toBe('2026-11-19T08:50+00:00')
    expect(lead.get('Tell the Commissioner: decision')).toContain('1 earlier decision was superseded')
    expect(lead.get('Tell the Commissioner: decision')).toContain(
      'by Data protection officer, Fri 20 November 2026, 09:30 GMT',
    )
    expect(lead.get('Reported to the Commissioner')).toContain('Within the 72 hours')
    expect(lead.get('People told')).toContain('Fri 20 November 2026: 1 person was told: 1 by telephone')
    expect(lead.get('Follow-ups')).toContain(
      'Whether the file was passed on, and the steps at the placement: due Fri 27 November 2026',
    )
    const late = rows.find((row) => row.get('Reference') === 'BR-0002')!
    expect(late.get('Reported to the Commissioner')).toMatch(
      /After the 72 hours\nBecause: The data protection lead was told a day later/u,
    )
    const miss = rows.find((row) => row.get('Reference') === 'BR-0004')!
    expect(miss.get('Breach or near miss')).toContain('Near miss')
    expect(miss.get('Tell the Commissioner: decision')).toBe('Not asked: a near miss')
  })

  test('names nobody who was told', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    for (const format of ['csv', 'json'] as const)
      expect((await log(engine, format)).file.toString('utf8')).not.toMatch(/Robin|Jordan|Sample Lane/u)
  })

  test('holds what was noticed in a period, in UK days, of one organisation', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const references = async (wanted: Wanted) =>
      table((await log(engine, 'csv', wanted)).file).map((row) => row.get('Reference'))
    expect(await references({})).toEqual(['BR-0003', 'BR-0002', 'BR-0004', 'BR-0006', 'BR-0001', 'BR-0005'])
    expect(await references({ from: '2026-11-02', until: '2026-11-11' })).toEqual(['BR-0002', 'BR-0004'])
    expect(await references({ until: '2026-11-01' })).toEqual(['BR-0003'])
    expect(await references({ organisation: 'Polaris Community' })).toEqual(['BR-0003', 'BR-0006', 'BR-0005'])
    expect(await references({ from: '2027-01-01' })).toEqual([])
    expect(await references({ asAt: '2026-11-21' })).toEqual([])
  })

  test('has moments as dates in Excel, and text a spreadsheet cannot take for a formula', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    await engine.call('records.create', {
      register: 'breaches',
      name: '=HYPERLINK("https://example.org")',
      fields: { account: '+44 was rung', noticedAt: '2026-11-22T08:00:00.000Z' },
    })
    const csv = table((await log(engine, 'csv')).file).at(-1)!
    expect(csv.get('What happened')).toBe(`'=HYPERLINK("https://example.org")`)
    expect(csv.get('Facts')).toBe(`'+44 was rung`)
    const { sheets, xml } = readXlsx((await log(engine, 'xlsx')).file)
    expect(sheets.map(({ name }) => name)).toEqual(['Log of breaches', 'About'])
    expect(sheets[0]!.frozenRows).toBe(1)
    expect(xml).not.toMatch(/<f[ >]/u)
    const texts = [...sheets[0]!.cells.values()].map(({ text }) => text)
    expect(texts).toContain('=HYPERLINK("https://example.org")')
  })

  test.each(['pdf', 'xlsx', 'csv', 'json'] as const)(
    'is the same to the byte each time as %s',
    async (format) => {
      await using engine = await startTestEngine({ register: 'sample' })
      const one = await log(engine, format)
      expect((await log(engine, format, { name: 'again' })).sha256).toBe(one.sha256)
      expect(one.chainHead).toMatch(/^[0-9a-f]{64}$/u)
    },
  )

  test('JSON names its columns once and gives each breach by their keys', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const json = JSON.parse((await log(engine, 'json')).file.toString('utf8')) as {
      basis: string
      headings: Record<string, string>
      breaches: Record<string, string>[]
    }
    expect(json.basis).toBe('UK GDPR Art 33(5)')
    expect(json.headings['account']).toBe('Facts')
    for (const breach of json.breaches) expect(Object.keys(breach)).toEqual(Object.keys(json.headings))
  })
})
