import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FileToProve } from '#engine/cases/gate/file-to-prove.ts'
import { startProver } from '#engine/cases/gate/prover.ts'
import { keepResult, listResults, refuseWhileShut } from '#engine/cases/gate/results.ts'
import type { CaseStore } from '#engine/cases/open-cases.ts'
import { startPapers } from '#engine/cases/start-papers.ts'
import { makeLargeFiles } from '../bench/a-large-case.ts'
import { anAccessRequest, fillCase } from '#test/support/a-case.ts'
import { aMarkedCase, appliedAndProved } from '#test/support/a-marked-case.ts'
import { anArea, anOriginal, aPerson, aPlan, aRedacted, aVolume, provedAlone } from '#test/support/a-proof.ts'
import { aZip } from '#test/support/a-workbook.ts'
import { startTestEngine } from '#test/support/engine.ts'

let engine: Awaited<ReturnType<typeof startTestEngine>>
let store: CaseStore
let request = ''
const folders: string[] = []

beforeAll(async () => {
  engine = await startTestEngine()
  request = await anAccessRequest(engine.call)
  const paper = anOriginal()
  const papers = startPapers()
  const page = await (await papers.open('original', () => paper)).read(1)
  await papers.close()
  store = await fillCase(engine.engine.session().cases, request, [
    { path: 'visit.pdf', paper, pages: [{ text: page.text, words: page.words }] },
  ])
}, 60_000)

afterAll(async () => {
  await engine[Symbol.asyncDispose]()
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

const plan = () => aPlan(store, 1, [{ page: 1, making: 'objects', areas: [anArea()] }])
const own = (name: string, kind: FileToProve['kind'], text: string | Buffer): FileToProve => ({
  name,
  kind,
  bytes: Buffer.from(text),
  pages: [],
})
const workbook = (parts: Record<string, string>) =>
  aZip({ 'xl/workbook.xml': '<workbook><sheets><sheet name="A"/></sheets></workbook>', ...parts })

describe('everybody who is not disclosed', () => {
  test('is looked for in our own files, whatever they are, and names that stay are no finding', async () => {
    aPerson(store, {
      name: 'Jane Smith',
      decision: 'withhold',
      forms: [
        ['alias', 'Marsh'],
        ['dateOfBirth', '4 May 2011'],
      ],
    })
    aPerson(store, { name: 'Ivo Black', decision: null })
    aPerson(store, { name: 'Jo Marsh', decision: null, facts: { role: 'subject' } })
    aPerson(store, {
      name: 'Kim Stone',
      decision: 'disclose',
      forms: [['address', '7 Hidden Lane']],
      facts: { isProtected: true },
    })
    store.raw.exec(
      `insert into terms (kind, text, exemption, reason, label) values ('exclude', 'Marsh Road', '', '', '')`,
    )
    const prover = startProver({ store, ...plan(), open: ['Borough of Anytown'] })
    const found = async (file: FileToProve) => {
      const findings = await prover.prove(file)
      return findings.map(({ reader, kind, found: what }) => `${reader} ${kind} ${what}`).toSorted()
    }
    try {
      expect(
        await found(
          own(
            'index.html',
            'text',
            '<p>Dear Jo Marsh of Marsh Road, Kim Stone writes for the Borough of Anytown.</p>',
          ),
        ),
      ).toEqual([])
      expect(
        await found(own('letter.html', 'text', '<p>J&#97;ne <b>Smith</b>, born 04/05/2011</p>')),
      ).toEqual(
        expect.arrayContaining([
          'text person 04/05/2011',
          expect.stringMatching(/text person Jane\s+Smith/u),
        ]),
      )
      expect(await found(own('a.html', 'text', '<a title="SMITH, JANE">x</a>'))).toEqual([
        'objects person SMITH, JANE',
      ])
      expect(await found(own('b.html', 'text', 'Ivo Black was there'))).toContain('text person Ivo Black')
      expect(await found(own('c.html', 'text', 'at 7 Hidden Lane'))).toContain('text protected 7 Hidden Lane')
      expect(await found(own('data/jane_smith-report.pdf', 'pdf', aRedacted()))).toEqual([
        'names person jane smith',
        'names person jane_smith',
      ])
      expect(await found(own('letter.pdf', 'pdf', aRedacted({ kept: 'Jane Smith' })))).toEqual([
        'objects person Jane Smith',
        'text person Jane Smith',
      ])
    } finally {
      prover.close()
    }
  })

  test('is looked for in every part of a workbook, and what a workbook of values has no room for is found', async () => {
    const prover = startProver({ store, ...plan() })
    const found = async (parts: Record<string, string>) =>
      (await prover.prove(own('data/sheet.xlsx', 'workbook', await workbook(parts)))).map(
        ({ kind, found: what }) => `${kind} ${what}`,
      )
    try {
      expect(await found({ 'xl/sharedStrings.xml': '<sst><si><t>Nobody</t></si></sst>' })).toEqual([])
      expect(
        await found({
          'xl/sharedStrings.xml': '<sst><si><r><t>Jane Sm</t></r><r><rPr><b/></rPr><t>ith</t></r></si></sst>',
        }),
      ).toEqual(['person Jane Smith'])
      expect(await found({ 'docProps/core.xml': '<dc:creator>Jane Smith</dc:creator>' })).toEqual([
        'person Jane Smith',
      ])
      expect(
        await found({ 'xl/workbook.xml': '<workbook><sheet name="B" state="veryHidden"/></workbook>' }),
      ).toEqual(['removed xl/workbook.xml'])
      expect(await found({ 'xl/worksheets/sheet1.xml': '<c><f>A1</f><v>1</v></c>' })).toEqual([
        'removed xl/worksheets/sheet1.xml',
      ])
      expect(await found({ 'xl/pivotCache/pivotCacheRecords1.xml': '<s v="Jane Smith"/>' })).toEqual([
        'person Jane Smith',
        'removed xl/pivotCache/pivotCacheRecords1.xml',
      ])
      expect(await found({ 'xl/media/image1.png': 'x' })).toEqual(['unread '])
      expect((await prover.prove(own('data/x.xlsx', 'workbook', 'no zip'))).map(({ kind }) => kind)).toEqual([
        'unread',
      ])
    } finally {
      prover.close()
    }
  })

  test('may stay where an exception says so, on that page and no other', async () => {
    const exception = { kind: 'text', start: 0, end: 0, boxes: [{ left: 0, top: 0, right: 1, bottom: 1 }] }
    const text = store.raw.prepare<[], string>('select text from page_texts where page = 1').pluck().get()!
    const start = text.indexOf('Jane Smith')
    store.raw
      .prepare(
        `insert into marks (page, shape, target, origin, state, exemption, answers, reason, label, person, term, made_at, made_by)
         values (1, ?, '{"kind":"plain"}', 'person', 'rejected', '', '{}', 'She said so herself', '', 1, null, '2026-11-22T09:00:00.000Z', 'DPO')`,
      )
      .run(JSON.stringify({ ...exception, start, end: start + 10 }))
    const kept = aRedacted({ kept: 'Jane Smith', box: null })
    const result = await provedAlone({ store, ...aPlan(store, 1, []) }, aVolume(kept, []))
    expect(result.findings).toEqual([])
    expect(result.isGreen).toBe(true)
    const twice = aRedacted({
      kept: 'Jane Smith',
      box: null,
      before: 'BT /F1 12 Tf 0 g 1 0 0 1 300 60 Tm (Jane Smith) Tj ET',
    })
    expect((await provedAlone({ store, ...aPlan(store, 1, []) }, aVolume(twice, []))).isGreen).toBe(false)
    store.raw.exec('delete from marks')
  })
})

describe('the gate', () => {
  test('is open for a clean pack only, and shut where a page of the plan was in no file', async () => {
    const asked = plan()
    expect(() => refuseWhileShut(store, asked.pack, null)).toThrow(/never proved/u)
    const clean = await provedAlone({ store, ...asked }, aVolume(aRedacted()))
    expect(clean).toMatchObject({ isGreen: true, findings: [], marks: { checked: 1, clean: 1 } })
    expect(clean.files[0]!.readers).toEqual(['text', 'objects', 'recognition', 'pixels', 'names'])
    expect(() => refuseWhileShut(store, asked.pack, clean)).not.toThrow()
    const without = await provedAlone({ store, ...asked }, own('letter.pdf', 'pdf', aRedacted()))
    expect(without).toMatchObject({ isGreen: false, findings: [{ kind: 'unread', casePage: 1 }] })
    store.raw.prepare(`update pack_pages set areas = '[]' where pack = ?`).run(asked.pack)
    expect((await provedAlone({ store, ...asked }, aVolume(aRedacted()))).isGreen).toBe(false)
  })

  test('is opened by a second person only, for the very findings they saw, and what was kept stays', async () => {
    const asked = plan()
    const override = (by: string, because = 'Looked at each; it is the name of a street.') =>
      engine.call('cases.overrideGate', { request, pack: asked.pack, by, because })
    await expect(override('Second Person')).rejects.toThrow(/never proved/u)
    const red = await provedAlone({ store, ...asked }, aVolume(aRedacted({ kept: 'Jane Smith' })))
    keepResult(store, asked.pack, red)
    expect(() => refuseWhileShut(store, asked.pack, null)).toThrow(/gate is shut/u)
    expect(() => refuseWhileShut(store, asked.pack, red)).toThrow(/gate is shut/u)
    for (const one of ['Maker', ' decider ', 'DECIDER'])
      await expect(override(one)).rejects.toThrow(/Another person/u)
    await expect(override('Second Person', 'no')).rejects.toThrow()
    const kept = await override('Second Person')
    expect(kept.override).toMatchObject({ by: 'Second Person', resultSha256: kept.sha256 })
    await expect(override('Third Person')).rejects.toThrow(/stays as it is/u)
    expect(() => refuseWhileShut(store, asked.pack, { ...red, took: 5 })).not.toThrow()
    const other = await provedAlone({ store, ...asked }, aVolume(aRedacted({ box: null })))
    expect(() => refuseWhileShut(store, asked.pack, other)).toThrow(/gate is shut/u)
    keepResult(store, asked.pack, other)
    expect(() => refuseWhileShut(store, asked.pack, null)).toThrow(/gate is shut/u)
    expect(listResults(store, asked.pack).map((one) => one.override?.by)).toEqual([
      'Second Person',
      undefined,
    ])
    expect(await engine.call('cases.proof', { request, pack: asked.pack })).toMatchObject({ override: null })
    store.raw
      .prepare(`update gate_results set result = replace(result, 'Nothing', 'Something') where pack = ?`)
      .run(asked.pack)
    await expect(engine.call('cases.proof', { request, pack: asked.pack })).rejects.toThrow(
      /not what was found/u,
    )
  })
})

describe('pages of ordinary text and scans', () => {
  // A long run counts false alarms over so many pages: GATE_PAGES=2000.
  const pages = Number(process.env['GATE_PAGES'] ?? 20)

  test('from which words were removed raise no alarm', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dpo-gate-'))
    folders.push(folder)
    await makeLargeFiles(folder, pages)
    await using other = await startTestEngine()
    const result = await appliedAndProved(await aMarkedCase(other, folder, { marks: 5, people: 30 }))
    const alarms = result.findings.map(
      ({ casePage, reader, kind, found, says }) => `${casePage} ${reader} ${kind} ${found} ${says}`,
    )
    expect(alarms).toEqual([])
    expect(result).toMatchObject({ isGreen: true, marks: { checked: pages * 5, clean: pages * 5 } })
  }, 600_000)
})
