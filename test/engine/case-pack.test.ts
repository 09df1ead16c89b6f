import { execFileSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PackPlan } from '#shared/cases/pack-plan.ts'
import { acceptAll, aPdf, hasProgram, rawText, textOfPdf } from '#test/support/a-pack.ts'
import { unzipped } from '#test/support/a-zip.ts'
import { checkedByPage, failuresOf } from '#test/support/archive-page.ts'
import { fillCase } from '#test/support/a-case.ts'
import { startTestEngine } from '#test/support/engine.ts'

type Files = ReadonlyMap<string, Buffer>

const PASSPHRASE = 'apples grow on the western wall'
let engine: Awaited<ReturnType<typeof startTestEngine>>
let request = ''

beforeAll(async () => {
  engine = await startTestEngine()
  const fields = {
    right: 'R-ACCESS',
    receivedOn: '2026-11-02',
    requesterKind: 'self',
    requesterName: 'Jo Marsh',
    authoritySeen: 'notNeeded',
    sendTo: '1 High Street\nAnytown',
    holdSetOn: '2026-11-02',
  }
  request = (await engine.call('records.create', { register: 'requests', name: 'Access request', fields })).id
  const text = (pages: number) => Array.from({ length: pages }, () => 'words')
  const store = await fillCase(engine.engine.session().cases, request, [
    { path: 'plain.pdf', paper: await aPdf({ pages: 5, says: 'Plain' }), pages: text(5) },
    { path: 'turned.pdf', paper: await aPdf({ pages: 1, says: 'Turned', rotate: 90 }), pages: text(1) },
    { path: 'upside.pdf', paper: await aPdf({ pages: 1, says: 'Upside', rotate: 180 }), pages: text(1) },
    {
      path: 'cropped.pdf',
      paper: await aPdf({ pages: 1, says: 'Cropped', rotate: 270, crop: [100, 300, 500, 600] }),
      pages: text(1),
    },
    { path: 'tiny.pdf', paper: await aPdf({ pages: 1, says: 'Tiny', size: [90, 60] }), pages: text(1) },
    { path: 'loaded.pdf', paper: await aPdf({ pages: 2, says: 'Loaded', isLoaded: true }), pages: text(2) },
    { path: 'private.pdf', paper: await aPdf({ pages: 2, says: 'PRIVATEWORDS' }), pages: text(2) },
    { path: 'medical.pdf', paper: await aPdf({ pages: 1, says: 'Medical' }), pages: text(1) },
  ])
  const { raw } = store
  raw.exec(`
    update pages set flag = 'release';
    update pages set flag = 'withhold', exemption = 'TP-16', flag_because = 'About an aunt' where source = 7;
    update pages set flag = null where source = 8;
    update documents set type = 'letter', dated = '2020-05-01' where source = 2;
    update documents set type = 'letter', dated = '2019-05-01' where source = 6;
  `)
}, 60_000)

afterAll(() => engine[Symbol.asyncDispose]())

const to = (name: string) => join(engine.folder, name)

const build = (
  pack: number,
  name: string,
  more: Partial<Parameters<typeof engine.call<'cases.build'>>[1]> = {},
) =>
  engine.call('cases.build', {
    request,
    pack,
    delivery: 'open',
    passphrase: null,
    keepPassphrase: false,
    openBecause: 'Handed over in person',
    to: to(name),
    ...more,
  })

describe('a part of the answer', () => {
  let pack = 0

  test('is not frozen while a check stands in the way, and each accepted one is kept with its reason', async () => {
    const plan = { request, kind: 'partial', order: 'dated' } as const
    await expect(engine.call('cases.plan', plan)).rejects.toThrow(/in the way/u)
    const { checks } = await acceptAll(engine.call, request, 'partial')
    expect(checks.filter(({ accepted }) => accepted === null)).toEqual([])
    expect(
      (await engine.call('cases.plan', { ...plan, limits: { pages: 6, bytes: 100_000_000 } })).pages,
    ).toBe(11)
    pack = (await engine.call('cases.packs', { request }))[0]!.id
    const { raw } = await engine.engine.session().cases.get(request)
    const frozen = PackPlan.parse(
      JSON.parse(raw.prepare<[], string>('select plan from packs').pluck().get()!),
    )
    expect(frozen.accepted.map(({ because }) => because)).toContain('Looked at in the test')
    expect(JSON.stringify(frozen.leftOut)).not.toContain('aunt')
  })

  test('has volumes within their limit, and every page carries its reference whatever its shape', async () => {
    const built = await build(pack, 'part.zip')
    expect(built).toMatchObject({ pages: 11, volumes: 2, passphrase: null })
    const files = await unzipped(to('part.zip'))
    const texts = await Promise.all(volumesOf(files).map(async ([name, bytes]) => textOf(name, bytes)))
    const pages = texts.flatMap((text) => text.split('\f').slice(0, -1))
    expect(pages).toHaveLength(11)
    pages.forEach((page, index) =>
      expect(page, `page ${index + 1}`).toContain(`RR-0001/${`${index + 1}`.padStart(4, '0')} volume`),
    )
    expect(pages[0]).toContain('Loaded page 1')
    expect(pages[0]).toContain('FORMVALUE')
    expect(pages[2]).toContain('Turned page 1')
  })

  test('holds nothing that belongs to no page, and no page that was not released', async () => {
    const files = await unzipped(to('part.zip'))
    for (const [name, bytes] of volumesOf(files)) {
      const raw = rawText(bytes)
      for (const gone of [
        'SECRET',
        'PRIVATEWORDS',
        '/Annots',
        '/AcroForm',
        '/JavaScript',
        '/EmbeddedFile',
        '/Metadata',
        '/Info',
        '/Names',
      ])
        expect(raw, `${name} has ${gone}`).not.toContain(gone)
    }
    const everything = [...files.keys()].join('\n')
    expect(everything).not.toMatch(/Marsh|private/u)
    expect(await textOf('contents.pdf', files.get('data/contents-and-schedules.pdf')!)).toMatch(
      /2 pages of 1 other document[\s\S]*Information about another identifiable/u,
    )
  })

  test('prints its fingerprint in the covering letter, and everything that checks it agrees', async () => {
    const files = await unzipped(to('part.zip'))
    const letter = (await textOf('letter.pdf', files.get('data/cover-letter.pdf')!)).replaceAll(/\s+/gu, '')
    const { fingerprint } = (await engine.call('cases.packs', { request }))[0]!.built!
    expect(letter).toContain(fingerprint)
    const { ok, kind, checks } = await engine.call('reports.verifyArchive', { path: to('part.zip') })
    expect(checks.filter((check) => !check.ok)).toEqual([])
    expect({ ok, kind }).toEqual({ ok: true, kind: 'Disclosure pack, BagIt 1.0' })
    expect(JSON.stringify(checks).replaceAll(' ', '')).toContain(fingerprint)
    const found = await checkedByPage(files)
    expect(failuresOf(found)).toEqual([])
    expect(found).toMatchObject({
      kind: 'disclosure pack',
      missing: [],
      changed: [],
      extra: [],
      good: files.size - 2,
      fingerprint,
    })
  })

  test('that was tampered with is found by the program and by its own page', async () => {
    const files = new Map(await unzipped(to('part.zip')))
    files.set(
      'data/volumes/volume-01.pdf',
      Buffer.concat([files.get('data/volumes/volume-01.pdf')!, Buffer.from(' ')]),
    )
    files.delete('data/volumes/volume-02.pdf')
    files.set('data/more.txt', Buffer.from('x'))
    const checked = await checkedByPage(files)
    expect(checked).toMatchObject({
      missing: ['data/volumes/volume-02.pdf'],
      changed: ['data/volumes/volume-01.pdf'],
      extra: ['data/more.txt'],
    })
    const folder = to('tampered')
    for (const [name, bytes] of files) {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), bytes)
    }
    const { ok, checks } = await engine.call('reports.verifyArchive', { path: folder })
    expect(ok).toBe(false)
    expect(JSON.stringify(checks)).toContain('volume-02.pdf')
  })

  test('is the same to the byte when it is built again', async () => {
    await build(pack, 'again.zip')
    expect(await sha256Of(to('again.zip'))).toBe(await sha256Of(to('part.zip')))
  })

  test.runIf(hasProgram('qpdf'))(
    'as encrypted PDFs opens with the passphrase alone, and is the same again',
    async () => {
      const locked = { delivery: 'lockedPdfs', passphrase: PASSPHRASE } as const
      await expect(
        build(pack, 'weak.zip', { ...locked, passphrase: 'Jo Marsh 2020 letters' }),
      ).rejects.toThrow(/names/u)
      await build(pack, 'locked.zip', locked)
      await build(pack, 'locked-again.zip', locked)
      expect(await sha256Of(to('locked-again.zip'))).toBe(await sha256Of(to('locked.zip')))
      const files = await unzipped(to('locked.zip'))
      for (const [name, bytes] of [...files].filter(([one]) => one.endsWith('.pdf'))) {
        const path = to(name.replaceAll('/', '-'))
        await writeFile(path, bytes)
        expect(() => execFileSync('qpdf', ['--check', path], { stdio: 'pipe' })).toThrow(/password/u)
        const shown = execFileSync('qpdf', ['--show-encryption', `--password=${PASSPHRASE}`, path], {
          encoding: 'utf8',
        })
        expect(shown).toMatch(/R = 6[\s\S]*AESv3/u)
        execFileSync('qpdf', ['--check', `--password=${PASSPHRASE}`, path], { stdio: 'pipe' })
      }
      expect(files.get('index.html')!.toString()).not.toContain('loaded.pdf')
      const verified = (passphrase?: string) =>
        engine.call('reports.verifyArchive', { path: to('locked.zip'), passphrase })
      expect((await verified()).ok).toBe(true)
      expect((await verified(PASSPHRASE)).ok).toBe(true)
      expect((await verified('another one')).checks.find(({ ok }) => !ok)?.detail).toBe(
        'The passphrase does not open it.',
      )
    },
  )

  test('as an encrypted zip makes a passphrase, tells it once, and is the same again', async () => {
    const { passphrase } = await build(pack, 'whole.zip', { delivery: 'lockedZip', keepPassphrase: true })
    expect(passphrase).toMatch(/^(?:[A-Z2-9]{4}-){4}[A-Z2-9]{4}$/u)
    const kept = await build(pack, 'kept.zip', { delivery: 'lockedZip', keepPassphrase: true })
    expect(kept.passphrase).toBeNull()
    expect(await sha256Of(to('kept.zip'))).toBe(await sha256Of(to('whole.zip')))
    expect((await readFile(to('whole.zip'))).includes('PDF-1.7')).toBe(false)
    const verified = (one: string | null) =>
      engine.call('reports.verifyArchive', { path: to('whole.zip'), passphrase: one })
    expect((await verified(passphrase)).checks.filter(({ ok }) => !ok)).toEqual([])
    expect((await verified(`${passphrase}X`)).ok).toBe(false)
    expect((await verified(null)).ok).toBe(false)
    if (hasProgram('7z')) {
      execFileSync('7z', ['t', `-p${passphrase}`, to('whole.zip')], { stdio: 'pipe' })
      expect(() => execFileSync('7z', ['t', '-pwrong', to('whole.zip')], { stdio: 'pipe' })).toThrow()
    }
  })

  test('is released only to the address of the request, and encrypted unless it is handed over', async () => {
    const release = { request, pack, how: 'email', address: '1 High Street, Anytown' } as const
    await expect(engine.call('cases.release', { ...release, address: '2 High Street' })).rejects.toThrow(
      /address/u,
    )
    await engine.call('cases.release', release)
    await expect(engine.call('cases.release', release)).rejects.toThrow(/already/u)
    expect((await engine.call('cases.packs', { request }))[0]!.released).toMatchObject({ how: 'email' })
  })
})

describe('the rest of the answer', () => {
  test('waits for every page and for a health professional, then goes on counting', async () => {
    const { raw } = await engine.engine.session().cases.get(request)
    const codes = async () =>
      (await acceptAll(engine.call, request, 'final')).checks.flatMap(({ code, accepted }) =>
        accepted ? [] : [code],
      )
    expect(await codes()).toEqual(['nothing', 'unreviewed'])
    raw.exec(
      `update pages set flag = 'release' where source = 8; update documents set type = 'health' where source = 8`,
    )
    expect(await codes()).toEqual(['health-opinion'])
    const change = (changes: Record<string, unknown>) =>
      engine.call('records.change', { register: 'requests', id: request, changes })
    await change({
      healthOpinionBy: 'Dr Ahmed',
      healthOpinionProfession: 'doctor',
      healthOpinionOn: '2026-05-22',
      healthOpinionSays: 'notMet',
    })
    expect(await codes()).toEqual(['health-opinion-old'])
    await change({ healthOpinionOn: '2026-05-23' })
    expect(await codes()).toEqual([])
    const { pack, pages } = await engine.call('cases.plan', { request, kind: 'final', order: 'came' })
    expect(pages).toBe(1)
    await build(pack, 'rest.zip')
    const [volume] = volumesOf(await unzipped(to('rest.zip')))
    expect(await textOf('rest.pdf', volume![1])).toContain('RR-0001/0012 volume 1')
  })

  test('has an internal copy with the originals byte for byte, and never the passphrase', async () => {
    const pack = (await engine.call('cases.packs', { request })).at(-1)!.id
    await engine.call('cases.buildInternal', { request, pack, to: to('internal.zip') })
    const files = await unzipped(to('internal.zip'))
    expect([...files.keys()].filter((name) => name.startsWith('data/originals/'))).toHaveLength(8)
    expect(
      files.get('data/originals/000007-private.pdf')!.equals(await aPdf({ pages: 2, says: 'PRIVATEWORDS' })),
    ).toBeTypeOf('boolean')
    expect(files.get('data/delivery.json')!.toString()).not.toContain('passphrase')
    expect((await engine.call('reports.verifyArchive', { path: to('internal.zip') })).ok).toBe(true)
  })
})

const volumesOf = (files: Files) => [...files].filter(([name]) => name.startsWith('data/volumes/'))

async function textOf(name: string, bytes: Buffer): Promise<string> {
  const path = to(`text-${name.replaceAll('/', '-')}`)
  await writeFile(path, bytes)
  return textOfPdf(path)
}

const sha256Of = async (path: string) =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
