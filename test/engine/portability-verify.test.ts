import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import type { Payload } from '#engine/archive/payload.ts'
import { PORTABILITY_FILES, PORTABILITY_PROFILE } from '#engine/archive/portability-bag.ts'
import { verifyArchive } from '#engine/archive/verify-archive.ts'
import { verifierFiles } from '#engine/archive/verifier-files.ts'
import { writeBag } from '#engine/archive/write-bag.ts'
import { openZip, type ZipSink } from '#engine/archive/zip-sink.ts'
import { openLockedZip } from '#engine/cases/pack/locked-zip-sink.ts'
import type { TableToWrite } from '#engine/portability/formats/table-to-write.ts'
import {
  ABOUT_FORMAT,
  ABOUT_VERSION,
  aboutSchema,
  filesOfTable,
  type PortabilityAbout,
} from '#shared/portability/about.ts'
import { Instant } from '#shared/time/instant.ts'
import { workFolder } from '../reports/material.ts'
import { aColumn, aTable, bookings, filesOf, textOf } from '../support/an-export.ts'

const MADE_AT = Instant.parse('2026-11-22T14:02:30.123Z')
const FORMS = ['json', 'csv', 'xml'] as const

function aboutOf({ table }: TableToWrite): PortabilityAbout {
  return {
    format: ABOUT_FORMAT,
    version: ABOUT_VERSION,
    basis: 'UK GDPR Art 20',
    request: { reference: 'R-1' },
    controller: { name: 'Northgate', address: '', contact: '' },
    receiver: null,
    madeAt: MADE_AT,
    register: { id: 'r', revision: 1, chainHead: '' },
    forms: [...FORMS],
    tables: [
      {
        ...table,
        columns: table.columns.map((column) => ({ ...column, guardedInCsv: column.key === 'note' ? 1 : 0 })),
        files: filesOfTable(table.key, FORMS),
      },
    ],
    leftOut: [],
    sources: [],
  }
}

const json = (name: string, value: object): Payload => ({ name, source: Buffer.from(JSON.stringify(value)) })

type Change = (files: Map<string, Buffer>, about: PortabilityAbout, schema: object) => void

/** An export with all that lies in it, changed before it is packed, so that its manifests are right. */
async function exportAt(
  path: string,
  change: Change = () => {},
  open: (path: string) => ZipSink | Promise<ZipSink> = (to) => openZip(to, MADE_AT),
): Promise<void> {
  const table = bookings()
  const files = await filesOf([table])
  const about = aboutOf(table)
  const schema = aboutSchema()
  change(files, about, schema)
  await writeBag(
    {
      folder: 'portability-export',
      madeAt: MADE_AT,
      async *payloads() {
        for (const [name, bytes] of files) yield { name, source: Readable.from(bytes, { objectMode: false }) }
        yield json(PORTABILITY_FILES.about, about)
        yield json(PORTABILITY_FILES.aboutSchema, schema)
      },
      expected: 10,
      info: [['Archive-Profile', PORTABILITY_PROFILE]],
      beside: verifierFiles,
    },
    path,
    async () => {},
    open,
  )
}

/** What the verifier says of an export that was changed before it was packed. */
async function said(change: Change): Promise<string[]> {
  await using work = await workFolder()
  await exportAt(work.path('x.zip'), change)
  const { ok, checks, kind } = await verifyArchive(work.path('x.zip'))
  expect(kind).toBe('Portability export, BagIt 1.0')
  const failed = checks.filter((check) => !check.ok)
  expect(ok).toBe(failed.length === 0)
  return failed.map(({ name, detail }) => `${name} – ${detail}`)
}

describe('the verifier on an export to take along', () => {
  test('finds every form as its schema says, the forms alike, and names the fingerprint', async () => {
    await using work = await workFolder()
    await exportAt(work.path('x.zip'))
    const { ok, checks } = await verifyArchive(work.path('x.zip'))
    expect(checks.filter((check) => !check.ok)).toEqual([])
    expect(ok).toBe(true)
    const details = new Map(checks.map(({ name, detail }) => [name, detail]))
    expect(details.get('bookings.json')).toBe('4 rows, each as data/schema/bookings.schema.json says')
    expect(details.get('bookings.xml')).toBe('4 rows, each as data/xml/bookings.xsd says')
    expect(details.get('Table bookings')).toBe('the same columns and rows in json, csv, xml')
    expect(details.get('Fingerprint')).toMatch(/^(?:[0-9a-f]{4} ){15}[0-9a-f]{4} \(compare it/u)
  })

  test('opens one that is encrypted by its passphrase, and no other', async () => {
    await using work = await workFolder()
    const lock = {
      password: 'four plain words here',
      seed: Uint8Array.from(randomBytes(32)),
      moment: Date.parse(MADE_AT),
    }
    await exportAt(
      work.path('x.zip'),
      () => {},
      (to) => openLockedZip(to, lock),
    )
    const opened = await verifyArchive(work.path('x.zip'), async () => {}, lock.password)
    expect(opened.checks.filter((check) => !check.ok)).toEqual([])
    expect(opened.checks.map(({ name }) => name)).toContain('Table bookings')
    const shut = await verifyArchive(work.path('x.zip'), async () => {}, 'another')
    expect(shut.ok).toBe(false)
  })

  test('names a value that was changed together with all the hashes', async () => {
    const problems = await said((files) => {
      const name = 'data/json/bookings.json'
      files.set(name, Buffer.from(textOf(files, name).replace('"places":2', '"places":3')))
    })
    expect(problems).toContain(
      'Table bookings: data/xml/bookings.xml – Row 3, places: data/json/bookings.json and data/xml/bookings.xml say different things.',
    )
  })

  test.each([
    ['rows', (about) => void (about.tables[0]!.rows = 5), 'It says 5 rows of bookings; there are 4.'],
    ['tables', (about) => void (about.tables = []), 'It names the tables none; there are bookings.'],
    [
      'another name',
      (about) => void (about.tables[0]!.key = 'bills'),
      'It names the tables bills; there are bookings.',
    ],
    [
      'columns',
      (about) => void about.tables[0]!.columns.pop(),
      'It names other columns of bookings, or other types, than there are.',
    ],
    [
      'guarded cells',
      (about) => void (about.tables[0]!.columns[6]!.guardedInCsv = 0),
      'It says another number of guarded cells of bookings than there are.',
    ],
    ['forms', (about) => void about.forms.pop(), 'It names other forms of bookings than there are.'],
    [
      'files',
      (about) => void (about.tables[0]!.files.csv = null),
      'It names other forms of bookings than there are.',
    ],
    [
      'nothing of its schema',
      (about) => void Object.assign(about, { basis: 'none' }),
      'It is not as its schema says: /basis must be equal to constant.',
    ],
  ] as readonly [string, (about: PortabilityAbout) => void, string][])(
    'names what about.json says wrongly: %s',
    async (_, change, detail) => {
      expect(await said((__, about) => change(about))).toEqual([`Statement: data/about.json – ${detail}`])
    },
  )

  test('names a table that about.json leaves out', async () => {
    const more = await filesOf([bookings(), aTable('more', [aColumn('a')], [['x']])])
    const problems = await said((files) => {
      for (const [name, bytes] of more) files.set(name, bytes)
    })
    expect(problems).toEqual([
      'Statement: data/about.json – It names the tables bookings; there are bookings, more.',
    ])
  })

  test.each([
    [
      'a pattern that could be tried for ever',
      { properties: { basis: { pattern: '^(a+)+$' } } },
      'A pattern of it is not known here: ^(a+)+$',
    ],
    ['a keyword that is not known', { hidden: true }, 'strict mode: unknown keyword: "hidden"'],
  ])('refuses a schema of about.json with %s', async (_, more, detail) => {
    const problems = await said((__, ___, schema) => void Object.assign(schema, more))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(detail)
  })
})
