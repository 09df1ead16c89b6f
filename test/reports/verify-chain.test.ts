import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyArchive } from '#engine/archive/verify-archive.ts'
import { unzipped } from '#test/support/a-zip.ts'
import { checkedByPage, failuresOf, zipCheckedByPage } from '#test/support/archive-page.ts'
import { anActivity } from '#test/support/builders.ts'
import { startTestEngine } from '#test/support/engine.ts'
import { leadOf } from '#test/support/leads.ts'

const TRAIL = 'data/revisions.jsonl'
const BODIES = 'data/revisions-bodies.jsonl'
const BREACH = 'data/revisions-of-this-breach.jsonl'

type Files = ReadonlyMap<string, Buffer>

/** An archive of a register with four revisions, its earlier contents beside it, and a bundle of a breach. */
const made = {
  folder: '',
  zip: '',
  files: new Map() as Files,
  bodies: '',
  bundle: new Map() as Files,
  whole: new Map() as Files,
  dpv: new Map() as Files,
}

beforeAll(async () => {
  made.folder = mkdtempSync(join(tmpdir(), 'dpo-chain-'))
  await using engine = await startTestEngine()
  const id = await anActivity(engine.call, 'Take referrals')
  // A line separator ends a line for some programs, and half a character for none.
  await engine.call('activities.change', { id, changes: { name: 'Take\u2028referrals \u{1F33B}' } })
  await engine.call('activities.change', { id, changes: { description: 'By telephone' } })
  made.zip = join(made.folder, 'archive.zip')
  const all = { organisationId: null, target: null, asAt: null }
  await engine.call('reports.writeRecord', { format: 'archive', to: join(engine.folder, 'a.zip'), ...all })
  writeFileSync(made.zip, await readFile(join(engine.folder, 'a.zip')))
  made.files = await unzipped(made.zip)
  const rows = await engine.engine.session().db.selectFrom('revisions').select(['seq', 'body']).execute()
  made.bodies = rows.map((row) => `${JSON.stringify(row)}\n`).join('')
  const whole = join(engine.folder, 'whole.zip')
  await engine.call('archives.writeWhole', {
    to: whole,
    withHistory: true,
    withCases: true,
    passphrase: null,
  })
  made.whole = await unzipped(whole)
  const dpv = join(engine.folder, 'dpv.zip')
  await engine.call('archives.writeDpv', { to: dpv, form: 'archive', organisationId: null })
  made.dpv = await unzipped(dpv)
  await using sample = await startTestEngine({ register: 'sample' })
  const to = join(sample.folder, 'bundle.zip')
  const breach = await leadOf(sample.call)
  await sample.call('breaches.writeBundle', { id: breach, to, withPeople: false, asAt: null })
  made.bundle = await unzipped(to)
}, 60_000)

afterAll(() => rmSync(made.folder, { recursive: true, force: true }))

let folders = 0

/** Puts the files of an archive into a folder, as somebody unpacks them. */
function unpacked(files: Files, changes: Readonly<Record<string, string | null>> = {}): string {
  const folder = join(made.folder, `unpacked-${++folders}`)
  const changed = new Map<string, Buffer | string | null>([...files, ...Object.entries(changes)])
  for (const [name, bytes] of changed) {
    if (bytes === null) continue
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
  return folder
}

/** Runs the program as it lies in the archive, with nothing of ours around it. */
function follow(folder: string, ...args: readonly string[]): { code: number | null; says: string } {
  const run = spawnSync(process.execPath, [join(folder, 'verify-chain.mjs'), ...args], {
    cwd: '/',
    encoding: 'utf8',
    env: {},
  })
  return { code: run.status, says: run.stdout + run.stderr }
}

const linesOf = (files: Files, name = TRAIL) => files.get(name)!.toString('utf8').split('\n').slice(0, -1)
const joined = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')

const TAMPERINGS: readonly (readonly [what: string, tamper: (lines: string[]) => string, says: RegExp])[] = [
  [
    'a changed letter',
    (all) => joined(all).replace('activities.', 'activitiez.'),
    /revision \d does not follow/u,
  ],
  ['a dropped line', (all) => joined(all.toSpliced(1, 1)), /after revision 1 stands revision 3/u],
  ['the last line dropped', (all) => joined(all.slice(0, -1)), /bag-info\.txt names 4 [0-9a-f]{64}/u],
  [
    'swapped lines',
    ([a, b, c, ...rest]) => joined([a!, c!, b!, ...rest]),
    /after revision 1 stands revision 3/u,
  ],
  ['a repeated line', (all) => joined(all.toSpliced(2, 0, all[1]!)), /after revision 2 stands revision 2/u],
  ['a file cut short', (all) => joined(all).slice(0, -30), /line 4 is cut off/u],
  ['a line that is no JSON', (all) => joined(all.with(1, '{')), /line 2 is not JSON/u],
  [
    'something said beside the chain',
    (all) => joined(all.with(1, all[1]!.replace('{', '{"approved":true,'))),
    /revision 2 has "approved", which no link is made over/u,
  ],
  [
    'a number as text',
    (all) => joined(all.with(0, all[0]!.replace('"seq":1', '"seq":"1"'))),
    /no proper “seq”/u,
  ],
  ['an empty trail', () => '', /the trail ends at 0 0{64}/u],
]

describe('the chain verifier that lies in every archive', () => {
  test('is short, and knows nothing of the program', () => {
    const source = made.files.get('verify-chain.mjs')!.toString('utf8')
    expect(source.split('\n').length).toBeLessThan(200)
    const imports = [...source.matchAll(/from '([^']+)'/gu)].map(([, from]) => from)
    expect(imports.every((from) => from?.startsWith('node:'))).toBe(true)
    expect(made.bundle.get('verify-chain.mjs')?.toString('utf8')).toBe(source)
  })

  test('follows the trail of the archive it lies in, and of a file alone, to the head', () => {
    const folder = unpacked(made.files)
    const head = /Chain-Head: (\w+)/u.exec(made.files.get('bag-info.txt')!.toString('utf8'))![1]!
    expect(follow(folder)).toEqual({ code: 0, says: expect.stringContaining(`ok     Head: 4 ${head}`) })
    const alone = follow(folder, join(folder, TRAIL))
    expect(alone).toEqual({ code: 0, says: expect.stringContaining(`Note   Head: 4 ${head}`) })
    expect(follow(folder, join(folder, TRAIL), '--head', head).code).toBe(0)
    expect(follow(folder, join(folder, TRAIL), '--head', '0'.repeat(64)).code).toBe(1)
    expect(follow(folder, join(folder, 'data/nowhere')).says).toContain('FAILED Archive: there is no')
  })

  test.each(TAMPERINGS)('finds %s, as the program and the page do', async (_, tamper, says) => {
    const text = tamper(linesOf(made.files))
    const folder = unpacked(made.files, { [TRAIL]: text })
    const found = follow(folder)
    expect(found).toEqual({ code: 1, says: expect.stringMatching(says) })
    expect(found.says).toMatch(/FAILED (?:Chain of revisions|Head): /u)
    const { checks } = await verifyArchive(folder)
    const failed = checks.filter(({ ok }) => !ok).map(({ name }) => name)
    expect(failed).toContain('Chain of revisions: data/revisions.jsonl')
    const page = await checkedByPage(new Map([...made.files, [TRAIL, Buffer.from(text)]]))
    expect(failuresOf(page)).toContain('Chain of revisions: data/revisions.jsonl')
  })

  test('finds a head that was written anew', async () => {
    const info = made.files
      .get('bag-info.txt')!
      .toString('utf8')
      .replace(/Chain-Head: .*/u, `Chain-Head: ${'a'.repeat(64)}`)
    const folder = unpacked(made.files, { 'bag-info.txt': info })
    expect(follow(folder)).toEqual({
      code: 1,
      says: expect.stringContaining('FAILED Head: bag-info.txt names 4 aaaa'),
    })
    const page = await checkedByPage(new Map([...made.files, ['bag-info.txt', Buffer.from(info)]]))
    expect(failuresOf(page)).toEqual(
      expect.arrayContaining(['Tag manifests: bag-info.txt', 'Chain of revisions: data/revisions.jsonl']),
    )
  })

  test.each([
    ['as they were', (text: string) => text, null],
    ['with one taken out', (text: string) => text.replace(/"body":".*?"\}\n/u, '"body":null}\n'), null],
    [
      'with a changed one',
      (text: string) => text.replace('By telephone', 'By letter'),
      /the content of revision 4 is not/u,
    ],
    [
      'with one missing',
      (text: string) => text.replace(/\n.*?\n/u, '\n'),
      /the content of revision 2 belongs stands/u,
    ],
    [
      'with one too many',
      (text: string) => `${text}{"seq":5,"body":"{}"}\n`,
      /more contents than revisions/u,
    ],
    ['cut short', (text: string) => text.slice(0, -4), /line 4 is cut off/u],
  ])('holds earlier contents %s against their revisions', async (_, tamper, says) => {
    const text = tamper(made.bodies)
    const found = follow(unpacked(made.files, { [BODIES]: text }))
    expect(found).toEqual({
      code: says ? 1 : 0,
      says: expect.stringMatching(says ?? /ok {5}Contents: those of 4 revisions/u),
    })
    const page = await checkedByPage(new Map([...made.files, [BODIES, Buffer.from(text)]]))
    expect(failuresOf(page).includes(`Earlier contents: ${BODIES}`)).toBe(says !== null)
  })

  test('follows the revisions of a breach in an incident bundle, as far as they touch', async () => {
    expect(follow(unpacked(made.bundle))).toEqual({
      code: 0,
      says: expect.stringContaining('ok     Record: '),
    })
    const first = JSON.parse(linesOf(made.bundle, BREACH)[0]!) as { actor: string }
    const text = made.bundle.get(BREACH)!.toString('utf8').replace(first.actor, `${first.actor}, or somebody`)
    expect(follow(unpacked(made.bundle, { [BREACH]: text })).says).toMatch(
      /FAILED Revisions of the breach: revision \d+ does/u,
    )
    const record = made.bundle.get('data/record.json')!.toString('utf8').replace('"reference"', '"Reference"')
    expect(follow(unpacked(made.bundle, { 'data/record.json': record })).says).toContain('FAILED Record: ')
    const page = await checkedByPage(new Map([...made.bundle, [BREACH, Buffer.from(text)]]))
    expect(failuresOf(page)).toEqual(
      expect.arrayContaining([`Payload manifests: ${BREACH}`, `Revisions of the breach: ${BREACH}`]),
    )
  })
})

describe('the page that lies in every archive', () => {
  test('finds an archive and a bundle whole, unpacked or as a zip', async () => {
    const archive = await zipCheckedByPage(new Uint8Array(await readFile(made.zip)))
    expect(failuresOf(archive)).toEqual([])
    expect(archive).toMatchObject({ kind: 'register archive', extra: [], good: made.files.size - 2 })
    expect(archive.checks.map(({ name }) => name)).toContain('Chain of revisions')
    const bundle = await checkedByPage(made.bundle)
    expect(failuresOf(bundle)).toEqual([])
    expect(bundle).toMatchObject({ kind: 'incident bundle' })
    expect(bundle.checks.map(({ name }) => name)).toContain('Revisions of the breach')
  })

  test('finds a whole register and an export in the Data Privacy Vocabulary whole', async () => {
    const whole = await checkedByPage(made.whole)
    expect(failuresOf(whole)).toEqual([])
    expect(whole.kind).toBe('whole register')
    expect(whole.checks.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Nothing added', 'Chain of revisions', 'Earlier contents']),
    )
    expect(follow(unpacked(made.whole))).toEqual({
      code: 0,
      says: expect.stringMatching(/ok {5}Head: 4 .*\nok {5}Contents: those of 4 revisions/su),
    })
    const dpv = await checkedByPage(made.dpv)
    expect(failuresOf(dpv)).toEqual([])
    expect(dpv.kind).toBe('DPV export')
    expect(dpv.head).toBe(whole.head)
  })

  test('names what was put beside the payload, and what was taken away, as the program does', async () => {
    const files = new Map<string, Buffer>([...made.files, ['READ-ME-FIRST.html', Buffer.from('x')]])
    files.delete('tagmanifest-sha512.txt')
    files.delete('data/README.txt')
    const page = await checkedByPage(files)
    expect(page).toMatchObject({ extra: ['READ-ME-FIRST.html'], missing: ['data/README.txt'] })
    const { checks } = await verifyArchive(unpacked(files))
    const failed = checks.filter(({ ok }) => !ok).map(({ name }) => name)
    expect([...new Set(failed)].toSorted()).toEqual([...new Set(failuresOf(page))].toSorted())
    expect(failed).toContain('Nothing added: READ-ME-FIRST.html')
  })

  test('refuses a zip that is cut, encrypted or says too little of its length', async () => {
    const bytes = new Uint8Array(await readFile(made.zip))
    await expect(zipCheckedByPage(bytes.slice(0, -100))).rejects.toThrow('It is not a zip')
    const directory = Buffer.from(bytes).lastIndexOf('register-archive/bagit.txt') - 46
    const encrypted = bytes.slice()
    encrypted[directory + 8]! |= 1
    await expect(zipCheckedByPage(encrypted)).rejects.toThrow('It is encrypted.')
    const short = Buffer.from(bytes)
    short.writeUInt32LE(10, directory + 24)
    expect(failuresOf(await zipCheckedByPage(new Uint8Array(short)))[0]).toMatch(
      /^(?:Declaration|Reading|Tag files): bagit/u,
    )
  })
})

describe('a trail alone', () => {
  test('is followed by the program, which tells the head it ends at', async () => {
    const folder = unpacked(made.files)
    const whole = await verifyArchive(join(folder, TRAIL))
    expect(whole).toMatchObject({ ok: true, kind: 'Trail of revisions' })
    expect(whole.checks.map(({ detail }) => detail).join(' ')).toMatch(/4 revisions.* ends at [0-9a-f]{64};/u)
    writeFileSync(join(folder, 'cut.jsonl'), joined(linesOf(made.files).toSpliced(1, 1)))
    const cut = await verifyArchive(join(folder, 'cut.jsonl'))
    expect(cut).toMatchObject({ ok: false, checks: [{ detail: 'Revision 2 is missing.' }] })
  })
})
