import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { verifyArchive } from '#engine/archive/verify-archive.ts'
import type { ExportJob } from '#engine/portability/build/export-job.ts'
import { writeExport } from '#engine/portability/build/write-export.ts'
import type { Mapping } from '#shared/registers/mappings/mapping.register.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import { DEFAULT_SETTINGS } from '#shared/registers/settings/settings.schema.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import type { SourceUse } from '#shared/portability/source.ts'
import type { Output } from '#shared/rpc/contract.ts'
import {
  aColumn,
  ACCOUNT_COLUMNS,
  ACCOUNTS_CSV,
  aPortabilityRequest,
  someAccounts,
  someBookings,
} from '../support/a-portability-export.ts'
import { hasProgram, textOfPdf } from '../support/a-pack.ts'
import { failuresOf, zipCheckedByPage } from '../support/archive-page.ts'
import { startTestEngine } from '../support/engine.ts'
import { STAMP } from '../reports/material.ts'

vi.setConfig({ testTimeout: 60_000 })

type Engine = Awaited<ReturnType<typeof startTestEngine>>
type Built = Output<'portability.build'>

const RECEIVER = {
  name: 'Otherwise Fostering',
  address: '1 High Street\nLeeds',
  contact: 'data@otherwise.example',
  how: 'Encrypted, by courier',
}

const FORMS = ['json', 'csv', 'xml'] as const

let engine: Engine
let request = ''
let sources: readonly SourceUse[] = []
let built: Built
let bag = ''

const build = (to: string, more: object = {}) =>
  engine.call('portability.build', {
    request,
    sources: [...sources],
    forms: [...FORMS],
    to: join(engine.folder, to),
    passphrase: null,
    openBecause: 'Handed over in person',
    receiver: RECEIVER,
    ...more,
  })

beforeAll(async () => {
  engine = await startTestEngine()
  request = await aPortabilityRequest(engine.call)
  sources = [await someAccounts(engine.call, engine.folder), await someBookings(engine.call, engine.folder)]
  built = await build('export.zip')
  execFileSync('unzip', ['-q', built.path, '-d', join(engine.folder, 'unpacked')])
  bag = join(engine.folder, 'unpacked', 'portability-export')
}, 60_000)
afterAll(() => engine[Symbol.asyncDispose]())

const inBag = (name: string) => readFile(join(bag, name), 'utf8')

describe('an export of two systems', () => {
  test('holds the person’s own rows and covered columns, exactly and typed, in JSON', async () => {
    expect(JSON.parse(await inBag('data/json/account.json'))).toMatchObject({
      rows: [
        {
          account_number: 'C-1',
          name: 'Maya Reed',
          e_mail: 'maya@reed.example',
          born_on: '1984-02-29',
          last_login: '2026-10-01T08:15:00Z',
          logins: 12,
          newsletter: true,
          household: 'Tom, our son',
        },
        { name: '=2+5 "Maya"\nReed', last_login: null, logins: 7, newsletter: false, household: null },
      ],
    })
    expect(JSON.parse(await inBag('data/json/training.json'))).toMatchObject({
      rows: [
        { course: 'First aid', hours: 2.5, paid: 1 },
        { course: 'Attachment', hours: 6, paid: 1 },
      ],
    })
  })

  test('guards in CSV what a spreadsheet would calculate, and nothing else', async () => {
    expect(await inBag('data/csv/account.csv')).toBe(
      '\uFEFFaccount_number,name,e_mail,born_on,last_login,logins,newsletter,household\r\n' +
        'C-1,Maya Reed,maya@reed.example,1984-02-29,2026-10-01T08:15:00Z,12,true,"Tom, our son"\r\n' +
        'C-1,"\'=2+5 ""Maya""\nReed",maya@reed.example,1984-02-29,,7,false,\r\n',
    )
    expect(await inBag('data/csv/training.csv')).toBe(
      '\uFEFFcourse,hours,paid\r\nFirst aid,2.5,1\r\nAttachment,6,1\r\n',
    )
  })

  test('is valid XML with the same rows', async () => {
    for (const table of ['account', 'training']) {
      const files = [
        '--noout',
        '--schema',
        join(bag, `data/xml/${table}.xsd`),
        join(bag, `data/xml/${table}.xml`),
      ]
      expect(() => execFileSync('xmllint', files, { stdio: 'pipe' })).not.toThrow()
    }
    expect(await inBag('data/xml/training.xml')).toContain(
      '<row><course>Attachment</course><hours>6</hours><paid>1</paid></row>',
    )
  })

  test('says nothing of others, of scores and of notes anywhere', () => {
    const files = readdirSync(bag, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    expect(files.length).toBeGreaterThan(15)
    for (const { parentPath, name } of files)
      expect(readFileSync(join(parentPath, name), 'latin1'), name).not.toMatch(/SECRET|Maya Reed.*risk/u)
    expect(textOfPdf(join(bag, 'data/guide.pdf'))).not.toMatch(/SECRET|Maya/u)
  })

  test('lists what was left out and why, for programs and for the person', async () => {
    const about = JSON.parse(await inBag('data/about.json')) as {
      leftOut: { source: string; column: string; reason: string; rows: number | null }[]
      sources: object[]
    }
    const told = about.leftOut.map(({ source, column, reason, rows }) => [source, column, reason, rows])
    expect(told).toEqual([
      ['Account', 'Risk score', 'notProvided', 2],
      ['Account', 'Note of the visit', 'notProvided', 1],
      ['Account', 'Emergency contact', 'othersColumn', 1],
      ['Account', 'Version', 'nobody', 2],
      ['Account', '', 'othersRows', null],
      ['Account', '', 'unclearRows', 1],
      ['Training', 'carer', 'nobody', 2],
      ['Training', '', 'othersRows', null],
    ])
    expect(about.sources).toMatchObject([
      { fileName: 'accounts.csv', form: 'csv', rowsKept: 2 },
      { fileName: 'training.sqlite', form: 'sqlite', table: 'bookings', rowsKept: 2 },
    ])
    expect(built.entry.leftOut.map(({ rows }) => rows)).toEqual([2, 1, 1, 2, 1, 1, 2, 1])
    const guide = textOfPdf(join(bag, 'data/guide.pdf')).replaceAll(/\s+/gu, ' ')
    for (const words of ['Risk score', 'We worked it out', 'right of access (Art 15)', 'Rows about others'])
      expect(guide).toContain(words)
  })

  test('has a guide and a note that PDF tools open, and a fingerprint that the note bears', () => {
    const [guide, note] = [join(bag, 'data/guide.pdf'), join(bag, 'data/transfer-note.pdf')]
    for (const pdf of [guide, note]) expect(() => execFileSync('qpdf', ['--check', pdf])).not.toThrow()
    const text = textOfPdf(note)
    expect(text).toContain('Otherwise Fostering')
    expect(text).toContain('Maya Reed has asked Hollybank Fostering')
    expect(text.replaceAll(/\s/gu, '')).toContain(built.fingerprint)
    expect(textOfPdf(guide)).toContain('1 row says something about other people too')
    expect(textOfPdf(guide)).not.toContain('[')
  })

  test('is a bag that foreign tools find whole, and one that the verifier knows', async () => {
    for (const [tool, manifest] of [
      ['sha256sum', 'manifest-sha256.txt'],
      ['sha512sum', 'manifest-sha512.txt'],
      ['sha256sum', 'tagmanifest-sha256.txt'],
      ['sha512sum', 'tagmanifest-sha512.txt'],
    ] as const)
      expect(() => execFileSync(tool, ['-c', '--quiet', manifest], { cwd: bag, stdio: 'pipe' })).not.toThrow()
    const { checks, kind } = await verifyArchive(built.path)
    expect(checks.filter(({ ok }) => !ok)).toEqual([])
    expect(kind).toContain('ortability')
    const print = JSON.stringify(checks).replaceAll(' ', '')
    expect(print).toContain(built.fingerprint)
  })

  test('is found whole by the page in it, which shows the fingerprint that was kept', async () => {
    const page = await zipCheckedByPage(new Uint8Array(await readFile(built.path)))
    expect(failuresOf(page)).toEqual([])
    expect(page).toMatchObject({ kind: 'portability export', fingerprint: built.fingerprint })
  })

  test('is the same to the byte when it is built again from the same state at the same moment', async () => {
    const { call, folder } = engine
    const jobSources = await Promise.all(
      sources.map(async (use) => {
        const { record } = await call('records.get', { register: 'mappings', id: use.mapping })
        return { use, mapping: record as unknown as Mapping, system: 'Portal' }
      }),
    )
    const { record } = await call('records.get', { register: 'requests', id: request })
    const job: ExportJob = {
      request: record as unknown as RequestRecord,
      world: {
        today: PlainDate.parse('2026-11-22'),
        organisation: null,
        regulator: DEFAULT_SETTINGS.regulators[0]!,
      },
      stamp: STAMP,
      sources: jobSources,
      forms: FORMS,
      receiver: RECEIVER,
    }
    const hashes = []
    for (const name of ['one.zip', 'two.zip']) {
      const path = join(folder, name)
      await writeExport(job, null, path, async () => {})
      hashes.push(
        createHash('sha256')
          .update(await readFile(path))
          .digest('hex'),
      )
      await rm(path)
    }
    expect(hashes[1]).toBe(hashes[0])
  })

  test('opens only with its passphrase where it is encrypted', async () => {
    const locked = await build('locked.zip', { passphrase: '', openBecause: '', receiver: null })
    expect(locked.passphrase).toMatch(/^(?:[A-Z2-9]{4}-){4}[A-Z2-9]{4}$/u)
    expect(locked.entry).toMatchObject({ isEncrypted: true, openBecause: '', receiver: null })
    const bytes = await readFile(locked.path, 'latin1')
    expect(bytes).not.toContain('Maya')
    const opened = await verifyArchive(locked.path, undefined, locked.passphrase)
    expect(opened.checks.filter(({ ok }) => !ok)).toEqual([])
    const other = await verifyArchive(locked.path, undefined, 'another passphrase')
    expect(JSON.stringify(other.checks)).toContain('passphrase does not open it')
    if (!hasProgram('7z')) return
    const unpacked = join(engine.folder, 'seven')
    execFileSync('7z', ['x', `-p${locked.passphrase!}`, `-o${unpacked}`, locked.path], { stdio: 'pipe' })
    expect(await readFile(join(unpacked, 'portability-export/data/json/account.json'), 'utf8')).toBe(
      await inBag('data/json/account.json'),
    )
  })

  test('is looked at before it is made, by the same rules', async () => {
    const preview = await engine.call('portability.preview', { request, sources: [...sources], all: true })
    expect(preview.tables).toMatchObject(built.entry.tables)
    expect(preview.leftOut).toEqual(built.entry.leftOut)
    expect(preview.tables[0]!.sample[1]).toEqual([
      'C-1',
      '=2+5 "Maya"\nReed',
      'maya@reed.example',
      '1984-02-29',
      null,
      '7',
      'false',
      null,
    ])
    expect(preview.sources).toEqual([
      { rows: 4, kept: 2, others: 1, unclear: 1, flagged: 1 },
      { rows: 3, kept: 2, others: 1, unclear: 0, flagged: 0 },
    ])
    expect(preview).toMatchObject({ isWhole: true, undecided: [] })
    expect(preview.notes.join(' ')).toContain('check')
  })
})

describe('what was made', () => {
  test('is kept with the request, sealed, and nobody takes it back or changes it', async () => {
    const { call } = engine
    const made = await call('portability.history', { request: null })
    expect(made.map(({ entry }) => entry)).toContainEqual(built.entry)
    expect(made[0]!.reference).toBe('RR-0001')
    const one = { register: 'requests' as const, id: request }
    const { record } = await call('records.get', one)
    const entries = record['portabilityExports'] as (typeof built.entry)[]
    const changed = entries.map((entry) => ({ ...entry, fileName: 'another.zip' }))
    for (const changes of [{ portabilityExports: changed }, { portabilityExports: [] }])
      await expect(call('records.change', { ...one, changes })).rejects.toMatchObject({ code: 'rule' })
    const after = await call('records.get', one)
    expect(after.record['portabilityExports']).toEqual(entries)
    const { problems } = await call('registerFile.verify', {})
    expect(problems).toEqual([])
  })

  test('leaves nothing behind when it is stopped, wherever that is', async () => {
    const { call, folder, engine: inner } = engine
    const rows = Array.from({ length: 30_000 }, (_, row) => `C-1,Maya ${row}`)
    const text = ['carer_id,name', ...rows].join('\n')
    const use = await someAccounts(call, folder, { text, columns: [aColumn('carer_id'), aColumn('name')] })
    const before = await readdir(folder)
    const kept = (await call('portability.history', { request })).length
    // Progress is told ten times a second; here each step counts as a tenth, so that none is passed over on any machine.
    let now = performance.now()
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 101))
    for (const doing of ['Reading', 'Writing', 'Checking']) {
      let stopped = false
      const end = inner.subscribe((push) => {
        if (push.event !== 'progress' || stopped || !push.doing.startsWith(doing)) return
        stopped = true
        inner.tasks.get(push.task)!.cancelled = true
      })
      const going = build('stopped.zip', { sources: [use] })
      await expect(going).rejects.toMatchObject({ code: 'cancelled' })
      end()
      expect(stopped, doing).toBe(true)
      expect(await readdir(folder)).toEqual(before)
    }
    clock.mockRestore()
    expect(await call('portability.history', { request })).toHaveLength(kept)
    await writeFile(join(folder, 'accounts.csv'), ACCOUNTS_CSV)
  })
})

describe('an export is refused', () => {
  const refused = async (more: object, code: string, words: string | RegExp) => {
    const before = await readdir(engine.folder)
    await expect(build('refused.zip', more)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(words) as string,
    })
    expect(await readdir(engine.folder)).toEqual(before)
  }
  const accounts = (more: object) => ({ sources: [{ ...sources[0]!, ...more }] })

  test('for a request that does not ask for it, or to no organisation', async () => {
    const access = await aPortabilityRequest(engine.call, { right: 'R-ACCESS' })
    await refused({ request: access }, 'rule', 'is not a request for portability')
    const nobody = await aPortabilityRequest(engine.call, { organisationId: null })
    await refused({ request: nobody }, 'rule', 'which organisation it was made to')
    const both = await aPortabilityRequest(engine.call, { right: 'R-ACCESS', alsoAsks: ['R-PORT'] })
    expect((await build('both.zip', { request: both, forms: ['json'] })).rows).toBe(4)
    await rm(join(engine.folder, 'both.zip'))
  })

  test('while a column is undecided, or new in the file', async () => {
    const columns = ACCOUNT_COLUMNS.map((rule) =>
      rule.column === 'household' ? { ...rule, basis: null } : rule,
    ).filter(({ column }) => column !== 'visit_note')
    const use = await someAccounts(engine.call, engine.folder, { columns })
    await refused({ sources: [use] }, 'rule', /2 columns .*“household”: .*basis.*“visit_note”: New/u)
    const { undecided } = await engine.call('portability.preview', { request, sources: [use], all: true })
    expect(undecided.map(({ column }) => column)).toEqual(['household', 'visit_note'])
  })

  test('while nobody says whose rows these are, and where none is the person’s', async () => {
    await refused(accounts({ person: [] }), 'invalid', 'what stands for the person in “carer_id”')
    await refused(accounts({ person: ['C-9'] }), 'rule', 'None of the 4 rows of “accounts.csv”')
    const { id } = await engine.call('portability.saveMapping', {
      id: null,
      name: 'Newsletter',
      systemId: null,
      activityId: null,
      form: 'csv',
      table: '',
      called: '',
      matchColumns: [],
      rowsNamingOthers: 'cutCells',
      columns: [...ACCOUNT_COLUMNS],
    })
    await refused(accounts({ mapping: id }), 'invalid', 'confirm that the file holds only this person')
  })

  test('where the mapping is of another form, a file is given twice, or stands there already', async () => {
    await refused(
      accounts({ mapping: sources[1]!.mapping }),
      'invalid',
      'a CSV file, but “Training, bookings”',
    )
    await refused({ sources: [sources[0]!, sources[0]!] }, 'invalid', 'given twice')
    await refused({ to: built.path }, 'rule', 'is there already')
    expect((await readFile(built.path)).length).toBe(built.bytes)
  })

  test('without a passphrase and without a reason, or with one that is easily guessed', async () => {
    await refused({ openBecause: ' ' }, 'invalid', 'not encrypted')
    await refused({ passphrase: 'three trees of Maya by the sea' }, 'invalid', 'Leave out names')
  })
})
