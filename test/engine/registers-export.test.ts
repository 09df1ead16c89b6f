import type { Field } from '#shared/described/field.ts'
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020.js'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { DESCRIBED, described } from '#shared/described/all.ts'
import { EVERY_RECORD } from '#shared/described/list.ts'
import { DescribedName } from '#shared/described/names.ts'
import { RegisterFile } from '#shared/registers/reports/described-file.ts'
import { RecordFile } from '#shared/registers/reports/record-file.ts'
import { RegisterFormat } from '#shared/registers/reports/report.contract.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { readCsv } from '../reports/read-csv.ts'
import { readXlsx } from '../reports/read-xlsx.ts'
import { hasTool } from '../reports/material.ts'
import { startTestEngine } from '../support/engine.ts'
import { fillSchema } from '../support/fill-schema.ts'

const run = promisify(execFile)
type TestEngine = Awaited<ReturnType<typeof startTestEngine>>

const FORMULA = '=HYPERLINK("https://example.org","here")'
const BASE = new Set(['id', 'reference', 'name', 'organisationId', 'waivers', 'snoozed'])

/** What was decided, sent or attached is not given when a record is made. */
const isKept = (field: Field | undefined) => field?.kind === 'kept' || field?.kind === 'files'

/** A record of every register with that text in every field that takes text. */
async function fillEveryRegister({ call }: TestEngine, text: string): Promise<void> {
  for (const register of DescribedName.options) {
    const filled = fillSchema(described(register).schema, {
      branch: 'value',
      text: (_, longest) => text.slice(0, Math.min(longest, 60)),
    })
    const isGiven = (key: string) => !BASE.has(key) && !isKept(described(register).fields[key])
    const fields = Object.fromEntries(Object.entries(filled as object).filter(([key]) => isGiven(key)))
    await call('records.create', { register, name: text.slice(0, 60), fields })
  }
}

const write = ({ call, folder }: TestEngine, register: DescribedName, format: RegisterFormat) =>
  call('reports.writeRegister', {
    register,
    format,
    to: join(folder, `${register}.${format}`),
    target: null,
    asAt: null,
  })

describe('handing out a described register', () => {
  test('writes every register in every form, with its length, hash and chain head, and leaves nothing else', async () => {
    await using engine = await startTestEngine()
    await fillEveryRegister(engine, FORMULA)
    for (const register of DescribedName.options)
      for (const format of RegisterFormat.options) {
        const file = await write(engine, register, format)
        const bytes = await readFile(file.path)
        expect(file).toMatchObject({
          records: 1,
          bytes: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          chainHead: engine.engine.session().head().head,
        })
      }
    const wanted = DescribedName.options.flatMap((name) =>
      RegisterFormat.options.map((format) => `${name}.${format}`),
    )
    const there = (await readdir(engine.folder)).filter((name) => name !== 'home' && name !== 'Test.dpo')
    expect(there.toSorted()).toEqual(wanted.toSorted())

    for (const register of DescribedName.options) {
      const read = (format: RegisterFormat) => readFile(join(engine.folder, `${register}.${format}`))
      const [headings = [], row = [], ...more] = readCsv((await read('csv')).toString('utf8'))
      expect(more).toEqual([])
      expect(new Set(headings).size, register).toBe(headings.length)
      for (const { label } of Object.values(DESCRIBED[register].fields))
        expect(headings, register).toContain(label)
      for (const cell of row) expect(cell).not.toMatch(/^[\s\uFEFF]*[=+\-@]/u)
      expect(row).toContain(`'${FORMULA}`)
      const { sheets, xml } = readXlsx(await read('xlsx'))
      expect(xml).not.toMatch(/<f[ >/]/u)
      expect(sheets.at(-1)?.name).toBe('About')
      expect(sheets[0]?.cells.get('B2')?.text).toBe(FORMULA)
      const file = RegisterFile.parse(JSON.parse((await read('json')).toString('utf8')))
      expect(file).toMatchObject({ register, records: [{ name: FORMULA }] })
      if (hasTool('qpdf')) await run('qpdf', ['--check', join(engine.folder, `${register}.pdf`)])
    }
  })

  test('the same register at the same instant is the same file', async () => {
    await using engine = await startTestEngine()
    await fillEveryRegister(engine, 'Ordinary words')
    for (const format of RegisterFormat.options) {
      const one = await write(engine, 'breaches', format)
      expect((await write(engine, 'breaches', format)).sha256).toBe(one.sha256)
    }
  })

  test('hands out only the records asked for, and the register as it stood at a day', async () => {
    await using engine = await startTestEngine({ now: '2026-01-10T09:00:00.000Z' })
    const { call, clock, folder } = engine
    const { id } = await call('records.create', { register: 'requests', name: 'First', fields: {} })
    clock.now = '2026-02-10T09:00:00.000Z'
    await call('records.create', { register: 'requests', name: 'Second', fields: {} })
    await call('records.create', { register: 'breaches', name: 'Lost letter', fields: {} })
    const namesIn = async (
      target: Parameters<typeof call<'reports.writeRegister'>>[1]['target'],
      asAt: PlainDate | null = null,
    ) => {
      const to = join(folder, 'some.json')
      await call('reports.writeRegister', { register: 'requests', format: 'json', to, target, asAt })
      const file = RegisterFile.parse(JSON.parse(await readFile(to, 'utf8')))
      return file.records.map(({ name }) => name).toSorted()
    }
    expect(await namesIn(null)).toEqual(['First', 'Second'])
    expect(await namesIn({ ids: [id] })).toEqual(['First'])
    expect(await namesIn({ filter: { ...EVERY_RECORD, text: 'second' }, except: [] })).toEqual(['Second'])
    expect(await namesIn({ filter: EVERY_RECORD, except: [id] })).toEqual(['Second'])
    expect(await namesIn(null, PlainDate.parse('2026-01-31'))).toEqual(['First'])
  })

  test('refuses a path nobody chose, and leaves what stood there when it cannot be written', async () => {
    await using engine = await startTestEngine({ windowed: true })
    await expect(
      engine.call('reports.writeRegister', {
        register: 'requests',
        format: 'csv',
        to: '/elsewhere/requests.csv',
        target: null,
        asAt: null,
      }),
    ).rejects.toMatchObject({ code: expect.any(String) as string })
    await writeFile(join(engine.folder, 'kept.csv'), 'before')
    await expect(
      engine.call('reports.writeRegister', {
        register: 'requests',
        format: 'csv',
        to: join(engine.folder, 'none', 'kept.csv'),
        target: null,
        asAt: null,
      }),
    ).rejects.toMatchObject({ code: 'storage' })
    expect(await readFile(join(engine.folder, 'kept.csv'), 'utf8')).toBe('before')
  })
})

describe('the whole register', () => {
  const whole = { organisationId: null, target: null, asAt: null }

  test('carries every described register in its JSON, and the published schemas hold', async () => {
    await using engine = await startTestEngine()
    await fillEveryRegister(engine, 'Ordinary words')
    const to = join(engine.folder, 'record.json')
    await engine.call('reports.writeRecord', { format: 'json', to, ...whole })
    const parsed: unknown = JSON.parse(await readFile(to, 'utf8'))
    const { records } = RecordFile.parse(parsed)
    for (const register of DescribedName.options) expect(records[register], register).toHaveLength(1)
    expect(await failuresAgainst('register-record.schema.json', parsed)).toEqual([])
    for (const register of DescribedName.options) {
      const { path } = await write(engine, register, 'json')
      const file: unknown = JSON.parse(await readFile(path, 'utf8'))
      expect(await failuresAgainst('register.schema.json', file), register).toEqual([])
    }
    expect(await failuresAgainst('register.schema.json', { format: 'another' })).not.toEqual([])
  })

  test('never hands requests or breaches out with a part of the record', async () => {
    await using engine = await startTestEngine()
    await fillEveryRegister(engine, 'Ordinary words')
    const { id } = await engine.call('organisations.create', { legalName: 'Northgate', relation: 'own' })
    const to = join(engine.folder, 'part.json')
    await engine.call('reports.writeRecord', { format: 'json', to, ...whole, organisationId: id })
    const { records } = RecordFile.parse(JSON.parse(await readFile(to, 'utf8')))
    for (const register of DescribedName.options) expect(records[register]).toEqual([])
  })

  test.skipIf(!hasTool('unzip'))('is in the archive as tables and PDFs, which verifies', async () => {
    await using engine = await startTestEngine()
    await fillEveryRegister(engine, FORMULA)
    const path = join(engine.folder, 'archive.zip')
    await engine.call('reports.writeRecord', { format: 'archive', to: path, ...whole })
    expect(await engine.call('reports.verifyArchive', { path })).toMatchObject({ ok: true })
    await run('unzip', ['-q', path, '-d', engine.folder])
    const folder = join(engine.folder, 'register-archive/data/registers')
    const names = await readdir(folder)
    for (const register of DescribedName.options) {
      expect(names).toContain(`${register}.pdf`)
      const [headings = [], ...rows] = readCsv(await readFile(join(folder, `${register}.csv`), 'utf8'))
      expect(rows).toHaveLength(1)
      expect(rows[0]).toHaveLength(headings.length)
      expect(rows[0]).toContain(`'${FORMULA}`)
    }
    for (const name of names.filter((one) => one.endsWith('.csv'))) {
      const [headings = [], ...rows] = readCsv(await readFile(join(folder, name), 'utf8'))
      for (const row of rows) expect(row, name).toHaveLength(headings.length)
    }
    const schemas = await readdir(join(engine.folder, 'register-archive/data/schema'))
    expect(schemas.toSorted()).toEqual(['register-record.schema.json', 'register.schema.json'])
  })
})

/** Compiling a schema takes longer than all that is held against it. */
const validators = new Map<string, Promise<ValidateFunction>>()

async function failuresAgainst(schema: string, value: unknown): Promise<readonly unknown[]> {
  const compiled = validators.get(schema) ?? compile(schema)
  validators.set(schema, compiled)
  const validate = await compiled
  return validate(value) ? [] : (validate.errors ?? []).slice(0, 3)
}

async function compile(schema: string): Promise<ValidateFunction> {
  const path = join(import.meta.dirname, '../../resources/schemas', schema)
  const published = JSON.parse(await readFile(path, 'utf8')) as object
  return new Ajv2020({ strict: false, validateFormats: false }).compile(published)
}
