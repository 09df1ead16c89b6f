import { execFileSync } from 'node:child_process'
import { chmod, mkdir, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openEncrypted } from '#engine/db/open.ts'
import { filesOf } from '#engine/registerFile/folder.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import {
  aBreach,
  attachBytes,
  evidenceOf,
  filesOfBreach,
  MIB,
  sha256Of,
  someBytes,
} from '#test/support/evidence.ts'
import { startTestEngine } from '#test/support/engine.ts'

describe('attaching files to a record', () => {
  test('makes documents.db only when the first file is taken in', async () => {
    await using engine = await startTestEngine()
    const breach = await aBreach(engine.call)
    expect(await readdir(engine.path)).not.toContain('documents.db')
    expect((await engine.call('registerFile.verify', {})).problems).toEqual([])
    await attachBytes(engine.call, engine.folder, breach, 'letter.txt', Buffer.from('Dear parent'))
    expect(await readdir(engine.path)).toContain('documents.db')
  })

  test.each([
    ['a small one', 'letter.txt', Buffer.from('Dear parent')],
    ['one of exactly a chunk', 'chunk.bin', someBytes(MIB)],
    ['one of three chunks and a byte', 'scan.pdf', someBytes(3 * MIB + 1)],
    ['an empty one', 'empty', Buffer.alloc(0)],
    [
      'one with letters from right to left and pictures in its name',
      'رسالة 👩‍👧 \u202Efdp.exe',
      Buffer.from('x'),
    ],
    ['one with the separators of other systems in its name', 'C:\\Users\\jo: a|b?.txt', Buffer.from('y')],
  ])('keeps %s byte for byte, with its name and hash', async (_, name, bytes) => {
    await using engine = await startTestEngine()
    const breach = await aBreach(engine.call)
    const entry = await attachBytes(engine.call, engine.folder, breach, name, bytes)
    expect(entry).toMatchObject({
      name,
      bytes: bytes.length,
      sha256: sha256Of(bytes),
      addedAt: '2026-11-22T09:00:00.000Z',
      about: '',
    })
    expect(await filesOfBreach(engine.call, breach)).toEqual([entry])
    const to = join(engine.folder, 'saved.bin')
    const saved = await engine.call('documents.save', { ...evidenceOf(breach), file: entry.id, to })
    expect(saved).toEqual({ path: to, bytes: bytes.length, sha256: entry.sha256 })
    expect(await readFile(to)).toEqual(bytes)
    expect((await engine.call('registerFile.verify', {})).problems).toEqual([])
  })

  test('several at once stand in the order they were chosen, and the same file may be attached to two records', async () => {
    await using engine = await startTestEngine()
    const [one, other] = [await aBreach(engine.call), await aBreach(engine.call, 'Another')]
    const documents = []
    for (const name of ['b.txt', 'a.txt']) {
      await writeFile(join(engine.folder, name), name)
      const { document } = await engine.call('documents.takeIn', { path: join(engine.folder, name) })
      documents.push({ document, about: `Shows ${name}` })
    }
    const { files } = await engine.call('documents.attach', { ...evidenceOf(one), documents })
    expect(files.map(({ name, about }) => [name, about])).toEqual([
      ['b.txt', 'Shows b.txt'],
      ['a.txt', 'Shows a.txt'],
    ])
    await engine.call('documents.attach', { ...evidenceOf(other), documents })
    expect((await filesOfBreach(engine.call, other)).map(({ id }) => id)).not.toContain(files[0]!.id)
  })

  test('says anew what a file shows, takes it off, and undo puts it back with its bytes', async () => {
    await using engine = await startTestEngine()
    const breach = await aBreach(engine.call)
    const entry = await attachBytes(engine.call, engine.folder, breach, 'log.csv', Buffer.from('a;b'))
    const place = { ...evidenceOf(breach), file: entry.id }
    await engine.call('documents.describe', { ...place, about: 'Who opened it' })
    expect(await filesOfBreach(engine.call, breach)).toEqual([{ ...entry, about: 'Who opened it' }])
    await engine.call('documents.detach', place)
    expect(await filesOfBreach(engine.call, breach)).toEqual([])
    await engine.call('history.undo', {})
    expect(await filesOfBreach(engine.call, breach)).toEqual([{ ...entry, about: 'Who opened it' }])
    const to = join(engine.folder, 'again.csv')
    await engine.call('documents.save', { ...place, to })
    expect(await readFile(to, 'utf8')).toBe('a;b')
  })

  test('shows file names in the history, and a file of a past day can be saved after it was taken off', async () => {
    await using engine = await startTestEngine({ now: '2026-11-20T09:00:00.000Z' })
    const breach = await aBreach(engine.call)
    const entry = await attachBytes(engine.call, engine.folder, breach, 'photo.jpg', Buffer.from('jpg'))
    engine.clock.now = '2026-11-22T09:00:00.000Z'
    const place = { ...evidenceOf(breach), file: entry.id }
    await engine.call('documents.detach', place)
    const history = await engine.call('history.ofRecord', { register: 'breaches', record: breach })
    expect(JSON.stringify(history)).toContain('photo.jpg')
    const to = join(engine.folder, 'past.jpg')
    await expect(engine.call('documents.save', { ...place, to })).rejects.toMatchObject({ code: 'not-found' })
    await engine.call('documents.save', { ...place, to, asAt: PlainDate.parse('2026-11-21') })
    expect(await readFile(to, 'utf8')).toBe('jpg')
  })

  test('goes through its own buttons only', async () => {
    await using engine = await startTestEngine()
    const breach = await aBreach(engine.call)
    await attachBytes(engine.call, engine.folder, breach, 'a.txt', Buffer.from('a'))
    await expect(
      engine.call('records.change', { register: 'breaches', id: breach, changes: { evidenceFiles: [] } }),
    ).rejects.toMatchObject({ code: 'rule' })
    const foreign = { register: 'breaches', id: breach, field: 'notes' } as const
    await expect(
      engine.call('documents.attach', { ...foreign, documents: [{ document: 'x', about: '' }] }),
    ).rejects.toMatchObject({ code: 'invalid' })
    await expect(
      engine.call('documents.attach', { ...evidenceOf(breach), documents: [{ document: 'x', about: '' }] }),
    ).rejects.toMatchObject({ code: 'rule', message: expect.stringContaining('was not taken in') })
  })
})

describe('a file that cannot be attached is refused in one sentence', () => {
  test('a folder, a missing one, a pipe, one of more than 2 GB', async () => {
    await using engine = await startTestEngine()
    const path = (name: string) => join(engine.folder, name)
    await mkdir(path('Case files'))
    execFileSync('mkfifo', [path('pipe')])
    await writeFile(path('film.mp4'), '')
    // A file with a hole takes no room on the disk.
    await truncate(path('film.mp4'), 2_000_000_001)
    const sentences = []
    for (const name of ['Case files', 'gone.txt', 'pipe', 'film.mp4'])
      sentences.push(
        await engine.call('documents.takeIn', { path: path(name) }).then(
          () => '',
          ({ message }: Error) => message,
        ),
      )
    expect(sentences).toEqual([
      '“Case files” is a folder. Attach the files in it, or a zip of the folder.',
      '“gone.txt” is not there any more. Choose it again.',
      '“pipe” is not a file that can be attached.',
      '“film.mp4” is larger than 2 GB, the most one file may have. Attach it in parts.',
    ])
  })

  test.skipIf(process.getuid?.() === 0)('one this account may not read', async () => {
    await using engine = await startTestEngine()
    const path = join(engine.folder, 'secret.txt')
    await writeFile(path, 'x')
    await chmod(path, 0)
    await expect(engine.call('documents.takeIn', { path })).rejects.toMatchObject({
      message: '“secret.txt” cannot be read: this account may not open it.',
    })
  })

  test('in a window, one that was not chosen, and a place to save that was not chosen', async () => {
    await using engine = await startTestEngine({ windowed: true })
    const breach = await aBreach(engine.call)
    const entry = await attachBytes(engine.call, engine.folder, breach, 'a.txt', Buffer.from('a'))
    await expect(engine.call('documents.takeIn', { path: '/etc/hostname' })).rejects.toMatchObject({
      code: 'rule',
    })
    await expect(
      engine.call('documents.save', { ...evidenceOf(breach), file: entry.id, to: '/tmp/elsewhere.txt' }),
    ).rejects.toMatchObject({ code: 'rule' })
  })

  test('stopped on the way, it leaves nothing behind', async () => {
    await using engine = await startTestEngine()
    const path = join(engine.folder, 'long.bin')
    await writeFile(path, '')
    await truncate(path, 200 * MIB)
    let stoppedAt = 0
    engine.engine.subscribe((push) => {
      if (push.event !== 'progress' || push.done === 0) return
      stoppedAt = push.done
      engine.engine.tasks.get(push.task)!.cancelled = true
    })
    await expect(engine.call('documents.takeIn', { path })).rejects.toMatchObject({ code: 'cancelled' })
    expect(stoppedAt).toBeGreaterThanOrEqual(MIB)
    const { key } = engine.engine.session()
    const { raw } = openEncrypted(filesOf(engine.path).documents, key, { readonly: true })
    expect(raw.prepare('select count(*) from chunks').pluck().get()).toBe(0)
    raw.close()
    expect((await stat(filesOf(engine.path).documents)).size, 'the room is given back').toBeLessThan(MIB)
  })
})
