import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import officeCrypto from 'officecrypto-tool'
import type { CaseStore } from '#engine/cases/open-cases.ts'
import { lockOf } from '#engine/cases/pack/build-pack.ts'
import { startLocker } from '#engine/cases/pack/lock-files.ts'
import { forgetRun } from '#engine/cases/pack/kept-volumes.ts'
import { packFiles } from '#engine/cases/pack/pack-files.ts'
import { getPack } from '#engine/cases/pack/packs.ts'
import { removalOf } from '#engine/cases/pack/removals.ts'
import { readWorkbook } from '#engine/tables/reading/read-workbook.ts'
import { FAMILY, writeFamilyFile } from '#test/support/a-family-file.ts'
import { acceptAll, textOfPdf } from '#test/support/a-pack.ts'
import { unzipped } from '#test/support/a-zip.ts'
import { dpo } from '#test/support/dpo.ts'
import { PASSPHRASE as REGISTER_PASSPHRASE, startTestEngine } from '#test/support/engine.ts'
import { addPersonRow, markWords } from '#test/support/marked.ts'

const PASSPHRASE = 'apples grow on the western wall'
let engine: Awaited<ReturnType<typeof startTestEngine>>
let store: CaseStore
let request = ''
let pack = 0

beforeAll(async () => {
  engine = await startTestEngine()
  const fields = {
    right: 'R-ACCESS',
    receivedOn: '2026-11-02',
    requesterKind: 'self',
    requesterName: FAMILY.subject,
    personName: FAMILY.subject,
    authoritySeen: 'notNeeded',
    sendTo: '1 High Street\nAnytown',
    holdSetOn: '2026-11-02',
  }
  request = (await engine.call('records.create', { register: 'requests', name: 'Access request', fields })).id
  const paths = await writeFamilyFile(engine.folder)
  await engine.call('cases.import', { request, paths, search: null, password: null })
  store = await engine.engine.session().cases.get(request)
  store.raw.exec(`update pages set flag = 'release';
    update documents set title = 'About ' || '${FAMILY.sibling}' where id = 3;
    update documents set title = 'Telephoned on 4 March 2019' where id = 2`)
  const sibling = addPersonRow(store, {
    letter: 'A',
    name: FAMILY.sibling,
    describedAs: 'another child',
    role: 'child',
    decision: 'withhold',
  })
  const referrer = addPersonRow(store, {
    letter: 'B',
    name: FAMILY.referrer,
    describedAs: 'somebody who wrote to us',
    role: 'referrer',
    decision: 'withhold',
    forms: ['Mrs Pell', 'margaret.pell@example.org'],
  })
  const child = { person: sibling, label: 'Person A, another child', exemption: 'TP-16' }
  const source = { person: referrer, label: 'Person B, somebody who wrote to us', exemption: 'TP-16' }
  expect(markWords(store, FAMILY.sibling, child)).toBeGreaterThan(2)
  for (const words of [FAMILY.referrer, 'Mrs Pell', 'margaret.pell@example.org', '01632 960 117'])
    markWords(store, words, source)
  for (const words of ['2 May 2012', 'Brook Primary School']) markWords(store, words, child)
  markWords(store, 'telephoned on 4 March 2019', { label: 'police', exemption: 'CT-2' })
  store.raw.exec(`insert into searched_pages (page, search, text_was)
    select id, 1, text_state || ':' || fingerprint from pages`)
}, 60_000)

afterAll(() => engine[Symbol.asyncDispose]())

const to = (name: string) => join(engine.folder, name)

const build = (name: string) =>
  engine.call('cases.build', {
    request,
    pack,
    delivery: 'open',
    passphrase: null,
    keepPassphrase: false,
    openBecause: 'Handed over in person',
    to: to(name),
  })

const open = async () =>
  (await acceptAll(engine.call, request, 'final')).checks.flatMap(({ code, accepted }) =>
    accepted ? [] : [code],
  )

describe('a pack with removals', () => {
  test('is not frozen while a suggestion is left, a mark says nothing, or somebody is not decided about', async () => {
    expect(await open()).toEqual([])
    store.raw
      .exec(`update marks set state = 'proposed' where id = 1; update marks set label = '' where id = 2;
      update people set decision = null where letter = 'B'; update pages set reopened = 'Changed' where id = 1`)
    expect(await open()).toEqual(['reopened', 'proposed', 'marks-unsaid', 'undecided'])
    store.raw.exec(`update marks set state = 'accepted' where id = 1;
      update marks set label = 'Person A, another child' where id = 2;
      update people set decision = 'withhold' where letter = 'B'; update pages set reopened = '' where id = 1`)
    expect(await open()).toEqual([])
  })

  test('freezes what is removed, with a key, a schedule and no name', async () => {
    pack = (await engine.call('cases.plan', { request, kind: 'final', order: 'came' })).pack
    const { plan } = getPack(store, pack)
    expect(plan.labels).toEqual([
      { label: 'Person A', says: 'another child' },
      { label: 'Person B', says: 'somebody who wrote to us' },
      {
        label: 'police',
        says: 'Giving it to you would be likely to harm the prevention or investigation of crime.',
      },
    ])
    expect(plan.redactions.map(({ exemption, marks }) => [exemption, marks])).toEqual([
      ['CT-2', 1],
      ['TP-16', plan.removals.marks - 1],
    ])
    expect(plan.documents.map(({ title }) => title).slice(1, 3)).toEqual(['police', 'About Person A'])
    const said = JSON.stringify({ ...plan, accepted: [] })
    for (const name of ['Idris', 'Pell', 'Brook Primary']) expect(said).not.toContain(name)
    const first = removalOf(store, pack, plan.documents[0]!.runs[0]!.firstPage)!
    expect(first.areas).toContainEqual(
      expect.objectContaining({ label: 'Person B', spoken: 'redacted: Person B, somebody who wrote to us' }),
    )
    expect(plan.workbooks).toMatchObject([{ file: 'data/spreadsheets/0001.xlsx' }])
  })

  test('is refused when what was frozen was changed', () => {
    const change = (from: string, into: string) =>
      store.raw.prepare('update pack_pages set areas = replace(areas, ?, ?)').run(from, into)
    change('Person A', 'Person Z')
    expect(() => getPack(store, pack)).toThrow(/not what was frozen/u)
    change('Person Z', 'Person A')
    expect(getPack(store, pack).row.id).toBe(pack)
  })

  test('has labels in the place of words, in volumes and workbooks, and explains them', async () => {
    await build('pack.zip')
    const files = await unzipped(to('pack.zip'))
    const volume = await textOf('volume.pdf', files.get('data/volumes/volume-01.pdf')!)
    for (const name of ['Idris', 'Pell', 'Brook Primary', '960 117']) expect(volume).not.toContain(name)
    expect(volume).toContain('Person A')
    expect(volume).toContain('Helen Marsh')
    const contents = await textOf('contents.pdf', files.get('data/contents-and-schedules.pdf')!)
    expect(contents).toMatch(/Key to labels[\s\S]*Person A\s+another child/u)
    expect(contents).toMatch(/What was removed, and why[\s\S]*\(CT-2: DPA 2018 Sch 2/u)
    const { rows } = await readWorkbook(files.get('data/spreadsheets/0001.xlsx')!, null, 100)
    const child = '[redacted: Person A, another child]'
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['Name', 'Born', 'School'],
      ['Amina Yusuf', '4 May 2009', 'Meadow Bank School'],
      [child, child, child],
    ])
  })

  test('is the same to the byte again, and its workbooks open with the passphrase where they are encrypted', async () => {
    const { plan } = getPack(store, pack)
    const files = async () => {
      const made = new Map<string, Buffer>()
      const lock = (bytes: Buffer) => Promise.resolve(bytes)
      for await (const { name, bytes } of packFiles(
        store,
        { pack, plan, withTitles: true, lock },
        async () => {},
      ))
        made.set(name, bytes)
      return made
    }
    const one = await files()
    forgetRun(store)
    const other = await files()
    forgetRun(store)
    for (const [name, bytes] of one) expect(other.get(name)!.equals(bytes), name).toBe(true)
    const workbook = one.get('data/spreadsheets/0001.xlsx')!
    const locker = startLocker(lockOf(plan, PASSPHRASE))
    const locked = await locker.lock(workbook, 'data/spreadsheets/0001.xlsx')
    expect((await locker.lock(workbook, 'data/spreadsheets/0001.xlsx')).equals(locked)).toBe(true)
    expect(Buffer.from(await officeCrypto.decrypt(locked, { password: PASSPHRASE })).equals(workbook)).toBe(
      true,
    )
    await expect(officeCrypto.decrypt(locked, { password: 'another one' })).rejects.toThrow()
  })

  test('is not released when something else is to be removed by now', async () => {
    const release = { request, pack, how: 'collected', address: '1 High Street, Anytown' } as const
    markWords(store, 'Meadow Bank School', { label: 'a school', exemption: 'TP-16' })
    await expect(engine.call('cases.release', release)).rejects.toThrow(/Freeze the pack anew/u)
    store.raw.exec('delete from marks where id = (select max(id) from marks)')
  })

  test('is not built while the gate is shut, nothing is written then, and it cannot be released', async () => {
    addPersonRow(store, {
      letter: 'C',
      name: FAMILY.socialWorker,
      describedAs: 'somebody else',
      role: 'other',
      decision: 'withhold',
    })
    await expect(build('shut.zip')).rejects.toThrow(/The gate is shut/u)
    await expect(unzipped(to('shut.zip'))).rejects.toThrow()
    const release = { request, pack, how: 'collected', address: '1 High Street, Anytown' } as const
    await expect(engine.call('cases.release', release)).rejects.toThrow(/The gate is shut/u)
  })

  test('has its proof, its removals and everybody decided about in the internal copy', async () => {
    await engine.call('cases.buildInternal', { request, pack, to: to('internal.zip') })
    const files = await unzipped(to('internal.zip'))
    const lines = (name: string) => files.get(`data/decisions/${name}.jsonl`)!.toString().trim().split('\n')
    expect(lines('people')).toHaveLength(3)
    expect(lines('pack_pages').join('\n')).toContain('Idris Yusuf')
    const proof = JSON.parse(files.get('data/proof/0001.json')!.toString()) as {
      result: { isGreen: boolean }
    }
    expect(proof.result.isGreen).toBe(true)
  })
})

describe('dpo sar gate', () => {
  test('proves the pack that was frozen last, and ends with 1 while the gate is shut', async () => {
    await engine.call('registerFile.lock', {})
    const gate = (...more: string[]) =>
      dpo(['sar', 'gate', '--register', engine.path, '--id', 'RR-0001', ...more], {
        DPO_PASSPHRASE: REGISTER_PASSPHRASE,
        DPO_HOME: join(engine.folder, 'home'),
      })
    const { code, output, errors } = await gate()
    expect(code).toBe(1)
    expect(errors).toMatch(/The gate is shut/u)
    expect(output).toMatch(/^Pack 1: the gate is shut$/mu)
    expect(output).toMatch(/^FOUND data\/volumes\/volume-01\.pdf: 4 pages/mu)
    expect((await gate('--pack', '7')).errors).toMatch(/There is no pack 7/u)
  })
})

async function textOf(name: string, bytes: Buffer): Promise<string> {
  await writeFile(to(name), bytes)
  return textOfPdf(to(name))
}
