import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { verifyArchive } from '#engine/archive/verify-archive.ts'
import type { Payload } from '#engine/archive/payload.ts'
import { verifierFiles } from '#engine/archive/verifier-files.ts'
import { writeBag } from '#engine/archive/write-bag.ts'
import { zipSource } from '#engine/archive/zip-source.ts'
import { DPV_COUNTS, DPV_FILES, DPV_FOLDER, DPV_PROFILE } from '#engine/dpv/dpv-bag.ts'
import { writeDpvFile } from '#engine/dpv/write-dpv-file.ts'
import { readDpv } from '#shared/dpv/read-dpv.ts'
import { shapesTurtle } from '#shared/dpv/shapes.ts'
import { inRecordOrder } from '#shared/registers/reports/directory.ts'
import { ActivityId } from '#shared/registers/activities/activity.schema.ts'
import { aFullActivity, aRegister, hasTool, runTool, STAMP, workFolder } from '#test/reports/material.ts'
import { dpo } from '#test/support/dpo.ts'
import { anActivity } from '#test/support/builders.ts'
import { PASSPHRASE, startTestEngine } from '#test/support/engine.ts'
import { shaclCheck } from '#test/support/linked-data.ts'

type Engine = Awaited<ReturnType<typeof startTestEngine>>
const write = ({ call, folder }: Engine, form: 'jsonld' | 'archive', organisationId: string | null = null) =>
  call('archives.writeDpv', {
    to: join(folder, form === 'jsonld' ? 'register.jsonld' : 'register.zip'),
    form,
    organisationId,
  })
const failed = async (path: string) =>
  (await verifyArchive(path)).checks.filter(({ ok }) => !ok).map(({ name, detail }) => `${name} | ${detail}`)
const noStep = async () => {}

/** A small export as an archive, read back file by file. */
async function anArchive(path: string): Promise<Readonly<Record<string, string>>> {
  const content = aRegister([aFullActivity()])
  await writeDpvFile({ content, stamp: STAMP }, 'archive', path, noStep)
  const source = await zipSource(path, null)
  const files: Record<string, string> = {}
  for (const { name } of source.entries) {
    const chunks: Buffer[] = []
    for await (const chunk of await source.open(name)) chunks.push(chunk as Buffer)
    files[name.replace(`${DPV_FOLDER}/`, '')] = Buffer.concat(chunks).toString('utf8')
  }
  await source.close()
  return files
}

describe('handing the register out in the Data Privacy Vocabulary', () => {
  test('tells the sample register in a document that conforms to its shapes and can be read back', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const file = await write(engine, 'jsonld')
    const bytes = readFileSync(file.path)
    expect(file).toMatchObject({
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      chainHead: (await engine.call('registerFile.verify', {})).head,
    })
    const document: unknown = JSON.parse(bytes.toString('utf8'))
    const { records } = readDpv(document)
    for (const [kind, count] of Object.entries(file.counts))
      expect(
        records.filter((record) => record.kind === kind),
        kind,
      ).toHaveLength(count)
    expect(file.counts).toMatchObject({ activities: 91, requests: 14, breaches: 6 })
    expect(await shaclCheck(shapesTurtle())(document)).toEqual([])
    expect(readdirSync(engine.folder).toSorted()).toEqual(['Test.dpo', 'register.jsonld'])
  })

  test('tells one organisation’s activities alone, and no requests or breaches', async () => {
    await using engine = await startTestEngine()
    const { id: own } = await engine.call('organisations.create', { legalName: 'Own Ltd', relation: 'own' })
    await anActivity(engine.call, 'Ours', own)
    await anActivity(engine.call, 'Nobody’s')
    await engine.call('records.create', { register: 'requests', name: 'Access request', fields: {} })
    expect((await write(engine, 'jsonld')).counts).toMatchObject({ activities: 2, requests: 1 })
    const file = await write(engine, 'jsonld', own)
    expect(file.counts).toMatchObject({ activities: 1, organisations: 1, requests: 0 })
    expect(readFileSync(file.path, 'utf8')).not.toContain('Nobody’s')
  })

  test('refuses a place the person did not choose', async () => {
    await using engine = await startTestEngine({ windowed: true })
    const to = join(engine.folder, '..', 'elsewhere.jsonld')
    await expect(
      engine.call('archives.writeDpv', { to, form: 'jsonld', organisationId: null }),
    ).rejects.toThrow()
  })

  test('writes an archive that verifies, with context, extension and shapes, and the verifier beside', async () => {
    await using work = await workFolder()
    const files = await anArchive(work.path('a.zip'))
    for (const name of [...Object.values(DPV_FILES), ...verifierFiles().map(({ name }) => name)])
      expect(files, name).toHaveProperty([name])
    expect(readDpv(JSON.parse(files[DPV_FILES.register]!)).registerId).toBe(STAMP.registerId)
    expect(files[DPV_FILES.shapes]).toBe(shapesTurtle())
    expect(files['bag-info.txt']).toContain('activities 1; purposes 2; uses 1; periods 1')
    const report = await verifyArchive(work.path('a.zip'))
    expect(report).toMatchObject({ ok: true, kind: 'Export in the Data Privacy Vocabulary, BagIt 1.0' })
    expect(report.checks.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Document', 'References', 'Things', 'Vocabulary']),
    )
  })

  test('writes the same bytes for the same content and moment', async () => {
    await using work = await workFolder()
    for (const form of ['jsonld', 'archive'] as const) {
      const hashes = new Set<string>()
      for (const activities of [[aFullActivity()], [aFullActivity()].toReversed()]) {
        const content = { ...aRegister(activities), terms: aRegister([]).terms.toReversed() }
        const to = work.path(`same.${form}`)
        hashes.add((await writeDpvFile({ content, stamp: STAMP }, form, to, noStep)).sha256)
      }
      expect(hashes.size).toBe(1)
    }
  })

  test.skipIf(!hasTool('unzip'))('can be unpacked by other programs', async () => {
    await using work = await workFolder()
    await anArchive(work.path('a.zip'))
    await runTool('unzip', ['-q', work.path('a.zip'), '-d', work.folder])
    expect(await failed(work.path(DPV_FOLDER))).toEqual([])
  })
})

type Files = Record<string, string>
const register = (change: (text: string) => string) => (files: Files) => {
  files[DPV_FILES.register] = change(files[DPV_FILES.register]!)
}

describe('verifying such an archive', () => {
  const CASES: readonly (readonly [string, (files: Files) => void, string])[] = [
    [
      'text that is no JSON',
      register((text) => text.replace('"label":"Northgate"', '"label""Northgate"')),
      'Document: data/register.jsonld | Line 2 is not JSON.',
    ],
    [
      'another context',
      register((text) => text.replace('"rdfs:label"', '"rdfs:comment"')),
      'Document: data/register.jsonld | Its context is not the one of the program.',
    ],
    [
      'the context of another register',
      register((text) => text.replaceAll('urn:uuid:0192f0aa', 'urn:uuid:0192f0ab')),
      'Document: data/register.jsonld | Its context names another register than bag-info.txt.',
    ],
    [
      'a reference that leads nowhere',
      register((text) =>
        text.replace(
          '"hasDataController":"register:organisations/org"',
          '"hasDataController":"register:organisations/gone"',
        ),
      ),
      'References: data/register.jsonld | register:organisations/gone is referred to and is not there.',
    ],
    [
      'something added',
      register((text) => text.replace('"label":"Assess', '"personName":"A","label":"Assess')),
      'Document: data/register.jsonld | It says something that is not known of register:activities/full: personName.',
    ],
    [
      'a thing twice',
      register((text) => text.replace('\n]}', `,\n${text.split('\n')[2]!.replace(/,$/u, '')}\n]}`)),
      'References: data/register.jsonld | register:organisations/org stands there twice.',
    ],
    [
      'an end that is missing',
      register((text) => text.replace('\n]}\n', '\n')),
      'Document: data/register.jsonld | It ends before its end.',
    ],
    [
      'another layout',
      register((text) => text.replaceAll('\n', '')),
      'Document: data/register.jsonld | It is not laid out as the program writes it: each thing on a line of its own.',
    ],
    [
      'other numbers',
      (files) => {
        files['counts'] = 'activities 7'
      },
      'Things: data/register.jsonld | bag-info.txt promises other numbers: activities 7.',
    ],
    [
      'no shapes',
      (files) => {
        delete files[DPV_FILES.shapes]
      },
      'Vocabulary: data/shapes.ttl | It is missing.',
    ],
    [
      'no document',
      (files) => {
        delete files[DPV_FILES.register]
      },
      'Document: data/register.jsonld | It is not in the archive.',
    ],
  ]

  test.each(CASES)('finds %s', async (_, change, says) => {
    await using work = await workFolder()
    const files = { ...(await anArchive(work.path('a.zip'))) }
    const counts = /^Things: (.*)$/mu.exec(files['bag-info.txt']!)![1]!
    change(files)
    const payloads = async function* (): AsyncGenerator<Payload> {
      for (const [name, text] of Object.entries(files))
        if (name.startsWith('data/')) yield { name, source: Buffer.from(text) }
    }
    await writeBag(
      {
        folder: DPV_FOLDER,
        madeAt: STAMP.madeAt,
        payloads,
        expected: 5,
        info: [
          ['Source-Organization', 'Northgate'],
          ['External-Description', 'Altered'],
          ['External-Identifier', STAMP.registerId],
          ['Archive-Profile', DPV_PROFILE],
          [DPV_COUNTS, files['counts'] ?? counts],
        ],
      },
      work.path('altered.zip'),
    )
    expect(await failed(work.path('altered.zip'))).toContain(says)
  })

  test('finds a single letter changed after it was written', async () => {
    await using work = await workFolder()
    await anArchive(work.path('a.zip'))
    const bytes = readFileSync(work.path('a.zip'))
    bytes[200]! ^= 1
    writeFileSync(work.path('b.zip'), bytes)
    expect(await failed(work.path('b.zip'))).not.toEqual([])
  })
})

describe('a large register', () => {
  const COUNT = Number(process.env['DPO_DPV_ACTIVITIES'] ?? 300)

  test('is told thing by thing: memory does not hold it whole', { timeout: 600_000 }, async () => {
    await using work = await workFolder()
    const activities = Array.from({ length: COUNT }, (_, at) => ({
      ...aFullActivity(),
      id: ActivityId.parse(`a${at}`),
      reference: `F-${at}`,
    }))
    const content = aRegister(inRecordOrder(activities))
    const steps: number[] = []
    let peak = 0
    const step = async () => {
      peak = Math.max(peak, process.memoryUsage().heapUsed)
      steps.push(peak)
    }
    const begun = performance.now()
    const before = process.memoryUsage().heapUsed
    const file = await writeDpvFile({ content, stamp: STAMP }, 'archive', work.path('a.zip'), step)
    const written = performance.now()
    expect(steps.length).toBeGreaterThan(4)
    expect(file.counts).toMatchObject({ activities: COUNT, purposes: COUNT * 2 })
    expect(await failed(work.path('a.zip'))).toEqual([])
    if (process.env['DPO_DPV_ACTIVITIES'])
      console.log(
        `${COUNT} activities: ${file.bytes} bytes, ${Math.round(written - begun)} ms to write, ${Math.round(performance.now() - written)} ms to verify, ${Math.round((peak - before) / 1e6)} MB more heap at most`,
      )
  })
})

describe('dpo export dpv', () => {
  test('writes the form the name of the file asks for, and what it wrote verifies', async () => {
    await using engine = await startTestEngine()
    await anActivity(engine.call, 'Fostering')
    await engine.engine.close()
    const env = { DPO_PASSPHRASE: PASSPHRASE, DPO_HOME: join(engine.folder, 'other') }
    const run = (...words: string[]) => dpo(['export', 'dpv', '--register', engine.path, ...words], env)
    const zip = join(engine.folder, 'out.zip')

    const archive = await run('--out', zip)
    expect(archive).toMatchObject({ code: 0, errors: '' })
    expect(archive.output).toMatch(
      /out\.zip: .*1 activities.*, \d+ bytes, SHA-256 [0-9a-f]{64}\nChain head: /u,
    )
    expect(await dpo(['verify', zip], env)).toMatchObject({ code: 0 })
    const json = join(engine.folder, 'out.jsonld')
    expect(await run('--out', json)).toMatchObject({ code: 0 })
    expect(readDpv(JSON.parse(readFileSync(json, 'utf8'))).records.length).toBeGreaterThan(1)

    expect(await run('--out', 'out.xml')).toMatchObject({
      code: 1,
      errors: expect.stringContaining('F.jsonld'),
    })
    expect(await run('--out', json, '--as-at', '2026-01-01')).toMatchObject({
      code: 1,
      errors: expect.stringContaining('--as-at'),
    })
    expect(await run()).toMatchObject({ code: 2 })
    const ropa = await dpo(['export', 'ropa', '--register', engine.path, '--out', 'x'], env)
    expect(ropa).toMatchObject({ code: 2, errors: expect.stringContaining('--format') })
  })
})
