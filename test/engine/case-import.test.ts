import { createHash } from 'node:crypto'
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Source } from '#shared/cases/source.ts'
import { anAccessRequest } from '#test/support/a-case.ts'
import { startTestEngine } from '#test/support/engine.ts'
import { samples } from '../reading/samples.ts'

type Engine = Awaited<ReturnType<typeof startTestEngine>>

let engine: Engine
beforeAll(async () => void (engine = await startTestEngine()))
afterAll(() => engine[Symbol.asyncDispose]())

const EVERY = { offset: 0, limit: 1000, state: null, text: '', hidden: false } as const

async function aFolder(name: string, files: ReadonlyArray<readonly [string, Uint8Array | string]>) {
  const folder = join(engine.folder, name)
  for (const [file, bytes] of files) {
    await mkdir(join(folder, file, '..'), { recursive: true })
    await writeFile(join(folder, file), bytes)
  }
  return folder
}

async function imported(paths: readonly string[], password: string | null = null) {
  const request = await anAccessRequest(engine.call)
  const done = await engine.call('cases.import', { request, paths: [...paths], search: null, password })
  return { request, done, sources: await sourcesOf(request) }
}

const sourcesOf = async (request: string) =>
  (await engine.call('cases.sources', { request, ...EVERY })).sources
const withPath = (sources: readonly Source[], path: string) => sources.find((one) => one.path === path)!

function aPdf(words: readonly string[], options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const doc = new PDFDocument({ autoFirstPage: false, ...options })
  for (const text of words) doc.addPage().text(text)
  doc.end()
  return buffer(doc)
}

describe('what is brought into a case', () => {
  test('is read with everything in it, file by file, and each page can be found and shown', async () => {
    const folder = await aFolder('Letters', await samples())
    await symlink('/etc/hosts', join(folder, 'way out'))
    const { request, done, sources } = await imported([folder])
    expect(sources.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['Letters/a.eml', 'Letters/a.eml/a.txt', 'Letters/a.zip/a.eml']),
    )
    expect(done).toMatchObject({ added: sources.length, counts: { waiting: 0 } })
    expect(withPath(sources, 'Letters/way out')).toMatchObject({ state: 'not-read', bytes: 0, pages: 0 })
    expect(withPath(sources, 'Letters/way out').reason).toMatch(/not followed/u)
    for (const { path, state, reason } of sources) {
      expect(path).not.toContain(engine.folder)
      if (state !== 'read') expect(reason).not.toBe('')
    }
    const mail = withPath(sources, 'Letters/a.eml')
    const attached = withPath(sources, 'Letters/a.eml/a.txt')
    expect(attached).toMatchObject({ parent: mail.id, family: mail.id, how: 'attachment' })
    expect(withPath(sources, 'Letters/a.pdf')).toMatchObject({ type: 'pdf', pages: 2, state: 'read' })

    const { total, hits } = await engine.call('cases.find', { request, text: 'Subject', limit: 10 })
    expect(total).toBe(1)
    const { page, path, document } = await engine.call('cases.page', { request, page: hits[0]!.page })
    expect({ path, title: document.title, type: document.type }).toEqual({
      path: 'Letters/a.eml',
      title: 'x',
      type: 'email',
    })
    const { text, words } = await engine.call('cases.pageWords', { request, page: page.id })
    expect(text).toContain('From:')
    expect(words.length).toBeGreaterThan(5)
    const sheet = await engine.call('cases.source', {
      request,
      source: withPath(sources, 'Letters/a.xlsx').id,
    })
    const shown = await engine.call('cases.page', { request, page: sheet.firstPage! })
    expect(shown.page.label).toMatch(/^Sheet /u)
  })

  test('what came out of a file stands right behind it in the case', async () => {
    const folder = await aFolder('Two', [
      ['1.eml', MAIL('one', 'enclosed with one')],
      ['2.eml', MAIL('two', 'enclosed with two')],
    ])
    const { request } = await imported([folder])
    const { documents } = await engine.call('cases.documents', {
      request,
      order: 'came',
      type: null,
      text: '',
      offset: 0,
      limit: 10,
    })
    expect(documents.map(({ path }) => path)).toEqual([
      'Two/1.eml',
      'Two/1.eml/note.txt',
      'Two/2.eml',
      'Two/2.eml/note.txt',
    ])
    expect(documents[0]).toMatchObject({ dated: '2026-10-05', author: 'a@example.org', isConfirmed: false })
  })

  test('the same bytes are read once, the same text is pointed out, and one decision flags the copies', async () => {
    const text = 'These are the words of a letter about a child.'
    const folder = await aFolder('Same', [
      ['a.txt', text],
      ['b.txt', text],
      ['c.html', `<p>${text.replaceAll(' ', '  ')}</p>`],
      ['empty 1.txt', ''],
      ['empty 2.txt', ''],
    ])
    const { request, sources } = await imported([folder])
    const [first, copy, alike] = ['a.txt', 'b.txt', 'c.html'].map((name) => withPath(sources, `Same/${name}`))
    expect(copy).toMatchObject({ sameBytesAs: first!.id, pages: 0, state: 'read', type: 'txt' })
    expect(alike).toMatchObject({ sameBytesAs: null, sameTextAs: first!.id, pages: 1 })
    expect((await engine.call('cases.source', { request, source: copy!.id })).firstPage).not.toBeNull()

    const groups = await engine.call('cases.duplicates', { request })
    expect(groups.map(({ kind, kept, sources: same }) => [kind, kept, same.map(({ id }) => id)])).toEqual([
      ['bytes', first!.id, [first!.id, copy!.id]],
      ['text', null, [first!.id, alike!.id]],
    ])
    const { key } = groups[1]!
    const decide = (kept: number) =>
      engine.call('cases.decideDuplicates', { request, key, kept, because: 'The letter itself' })
    expect(await decide(first!.id)).toEqual({ flagged: 1 })
    expect(await flagsOf(request)).toEqual([null, 'duplicate'])
    expect(await decide(alike!.id)).toEqual({ flagged: 1 })
    expect(await flagsOf(request)).toEqual(['duplicate', null])
    await engine.call('cases.undo', { request })
    expect(await flagsOf(request)).toEqual([null, 'duplicate'])
    expect((await engine.call('cases.duplicates', { request }))[1]!.kept).toBe(first!.id)
    await engine.call('cases.undo', { request })
    expect(await flagsOf(request)).toEqual([null, null])
    expect((await engine.call('cases.duplicates', { request }))[1]!.kept).toBeNull()
  })

  test('an import that is stopped goes on where it was, with nothing lost or there twice', async () => {
    const folder = await aFolder(
      'Many',
      Array.from(
        { length: 12 },
        (_, index) => [`${index + 10}.eml`, MAIL(`${index}`, `note ${index}`)] as const,
      ),
    )
    const request = await anAccessRequest(engine.call)
    const stop = engine.engine.subscribe((push) => {
      if (push.event === 'progress' && push.doing.startsWith('Reading') && push.done > 0)
        engine.engine.tasks.get(push.task)!.cancelled = true
    })
    const going = engine.call('cases.import', { request, paths: [folder], search: null, password: null })
    await expect(going).rejects.toMatchObject({
      code: 'cancelled',
      message: expect.stringContaining('waits'),
    })
    stop()
    const half = await sourcesOf(request)
    expect(half.some(({ state }) => state === 'waiting')).toBe(true)
    expect(half.some(({ state }) => state === 'read')).toBe(true)
    const { counts } = await engine.call('cases.goOn', { request, password: null })
    expect(counts.waiting).toBe(0)
    const paths = (await sourcesOf(request)).map(({ path }) => path)
    expect(paths.length).toBe(24)
    expect(new Set(paths).size).toBe(24)
  })

  test('a locked PDF opens with its password, its copy follows, and its pages are shown without it', async () => {
    const locked = await aPdf(['Words under a lock, quite a number of them.', 'More of them.'], {
      userPassword: 'open sesame',
      pdfVersion: '1.7',
    })
    const folder = await aFolder('Locked', [
      ['a.pdf', locked],
      ['b.pdf', locked],
    ])
    const { request, done, sources } = await imported([folder])
    expect(done.counts['not-read']).toBe(2)
    const [{ id }] = sources as [Source]
    const wrong = await engine.call('cases.readAgain', { request, source: id, password: 'no' })
    expect(wrong.counts['not-read']).toBe(1)
    const again = await engine.call('cases.readAgain', { request, source: id, password: 'open sesame' })
    expect(again).toMatchObject({ pages: 2, counts: { read: 2, waiting: 0 } })
    const [first, copy] = await sourcesOf(request)
    expect(first).toMatchObject({ state: 'read', pages: 2, sha256: hashOf(locked), reason: '' })
    expect(copy).toMatchObject({ state: 'read', pages: 0, sameBytesAs: first!.id })
    const { firstPage } = await engine.call('cases.source', { request, source: id })
    const { text } = await engine.call('cases.pageWords', { request, page: firstPage! })
    expect(text).toContain('Words under a lock')
    const drawn = await engine.call('cases.picture', { request, page: firstPage!, width: 200 })
    expect(drawn.width).toBe(200)
    await expect(
      engine.call('cases.readAgain', { request, source: id, password: null }),
    ).rejects.toMatchObject({ code: 'rule' })
  })

  test('every original is given back byte for byte, also one that came out of another', async () => {
    const folder = await aFolder('Originals', [['a.eml', MAIL('x', 'the very bytes\r\n\u0000')]])
    const { request, sources } = await imported([folder])
    for (const { id, sha256, bytes } of sources) {
      const to = join(engine.folder, `original ${id}`)
      const saved = await engine.call('cases.saveOriginal', { request, source: id, to })
      expect(saved).toMatchObject({ sha256, bytes })
      expect(hashOf(await readFile(to))).toBe(sha256)
    }
    expect(await readFile(join(engine.folder, 'original 1'), 'utf8')).toBe(
      MAIL('x', 'the very bytes\r\n\u0000'),
    )
  })

  test('refuses what is not there and two imports into one case at once', async () => {
    const folder = await aFolder('Once', [['a.txt', 'words']])
    const request = await anAccessRequest(engine.call)
    const into = (path: string) =>
      engine.call('cases.import', { request, paths: [path], search: null, password: null })
    await expect(into(join(folder, 'nothing'))).rejects.toMatchObject({ code: 'storage', reason: 'missing' })
    const [one, two] = await Promise.allSettled([into(folder), into(folder)])
    expect([one.status, two.status].toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await sourcesOf(request)).toHaveLength(1)
  })
})

async function flagsOf(request: string): Promise<(string | null)[]> {
  const flags: (string | null)[] = []
  for (let place = 1; ; place += 1) {
    const { page } = await engine.call('cases.pageAt', { request, place })
    const shown = await engine.call('cases.page', { request, page: page! })
    if (shown.place < place) return flags
    flags.push(shown.page.flag)
    if (shown.of === place) return flags
  }
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const MAIL = (subject: string, enclosed: string) =>
  `From: a@example.org\nTo: b@example.org\nSubject: ${subject}\nDate: Mon, 5 Oct 2026 09:30:00 +0100\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nDear all, this is about ${subject}.\n--b\nContent-Type: text/plain; name=note.txt\nContent-Disposition: attachment; filename=note.txt\nContent-Transfer-Encoding: base64\n\n${Buffer.from(enclosed).toString('base64')}\n--b--\n`
