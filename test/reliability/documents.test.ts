import { copyFile, cp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openEncrypted } from '#engine/db/open.ts'
import { inChunks } from '#engine/documents/chunks.ts'
import { filesOf } from '#engine/registerFile/folder.ts'
import type { FileEntry } from '#shared/described/kept-fields.ts'
import { startChildEngine } from '#test/support/child-engine.ts'
import { PAGE, repeatableRandom } from '#test/support/damage.ts'
import { PASSPHRASE, startTestEngine } from '#test/support/engine.ts'
import {
  aBreach,
  attachBytes,
  evidenceOf,
  filesOfBreach,
  MIB,
  sha256Of,
  someBytes,
} from '#test/support/evidence.ts'
import { keysOf, NOW, openAgain } from '#test/support/open-again.ts'

describe('cutting a document into chunks', () => {
  test('keeps every byte in order, in full chunks but for the last, whatever pieces it comes in', async () => {
    const pieces = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(pieces, fc.integer({ min: 1, max: 17 }), async (given, length) => {
        const chunks: Buffer[] = []
        for await (const chunk of inChunks(given, length)) chunks.push(chunk)
        expect(Buffer.concat(chunks)).toEqual(Buffer.concat(given))
        expect(chunks.slice(0, -1).every((chunk) => chunk.length === length)).toBe(true)
        expect(chunks.every((chunk) => chunk.length > 0 && chunk.length <= length)).toBe(true)
      }),
    )
  })
})

describe('attached files changed behind the program’s back', () => {
  let engine: Awaited<ReturnType<typeof startTestEngine>>
  let keys: Awaited<ReturnType<typeof keysOf>>
  let breach = ''
  let [letter, scan]: FileEntry[] = []
  const documents = () => filesOf(engine.path).documents
  const good = () => `${engine.path}.good`

  beforeAll(async () => {
    engine = await startTestEngine()
    breach = await aBreach(engine.call)
    letter = await attachBytes(engine.call, engine.folder, breach, 'letter.txt', Buffer.from('Dear parent'))
    scan = await attachBytes(engine.call, engine.folder, breach, 'scan.pdf', someBytes(2 * MIB + 5))
    keys = await keysOf(engine.path, PASSPHRASE)
    await engine.engine.close()
    await cp(engine.path, good(), { recursive: true })
  })
  afterAll(() => engine[Symbol.asyncDispose]())
  beforeEach(async () => {
    await engine.engine.close()
    await rm(engine.path, { recursive: true, force: true })
    await cp(good(), engine.path, { recursive: true })
  })

  const edit = (change: (raw: Sqlite.Database) => void) => editFile(documents(), keys.key, change)

  async function problems(): Promise<string[]> {
    const session = await openAgain(engine.path, keys)
    try {
      return (await session.verify(NOW)).problems
    } finally {
      await session.close()
    }
  }

  test('are silent while nothing was changed', async () => {
    expect(await problems()).toEqual([])
  })

  test('a changed byte is named with its record and file, even where somebody made its chunk’s hash fit', async () => {
    edit((raw) => {
      const bytes = raw
        .prepare('select bytes from chunks where document = ?')
        .pluck()
        .get(letter!.document) as Buffer
      bytes[0]! ^= 1
      raw.prepare('update chunks set bytes = ? where document = ?').run(bytes, letter!.document)
    })
    expect(await problems()).toEqual(['BR-0001: the attached file “letter.txt” is not what was taken in.'])
    edit((raw) => refit(raw, letter!.document))
    expect(await problems()).toEqual(['BR-0001: the attached file “letter.txt” is not what was taken in.'])
    edit((raw) =>
      raw
        .prepare('update documents set sha256 = (select sha256 from chunks where document = id) where id = ?')
        .run(letter!.document),
    )
    expect(await problems()).toEqual(['BR-0001: the attached file “letter.txt” is not what the record says.'])
  })

  test.each([
    ['a missing chunk', 'delete from chunks where number = 1', 'is not what was taken in'],
    ['a missing last chunk', 'delete from chunks where number = 2', 'is not what was taken in'],
    ['a missing document', `delete from documents where name = 'scan.pdf'`, 'is not in documents.db'],
    [
      'another length',
      `update documents set bytes = bytes - 1 where name = 'scan.pdf'`,
      'is not what the record says',
    ],
  ])('%s is named', async (_, sql, words) => {
    edit((raw) => raw.exec(sql))
    expect(await problems()).toEqual([`BR-0001: the attached file “scan.pdf” ${words}.`])
  })

  test('a missing documents.db is named file by file, and the register opens and can be changed', async () => {
    await rm(documents())
    expect(await problems()).toEqual([
      'BR-0001: the attached file “letter.txt” is not in documents.db.',
      'BR-0001: the attached file “scan.pdf” is not in documents.db.',
    ])
    await open()
    const place = { ...evidenceOf(breach), file: letter!.id }
    await expect(
      engine.call('documents.save', { ...place, to: join(engine.folder, 'never.txt') }),
    ).rejects.toMatchObject({ code: 'storage', reason: 'missing' })
    await engine.call('documents.describe', { ...place, about: 'Lost' })
  })

  test.each([0, 1, PAGE * 3 + 7, MIB])('documents.db cut to %i bytes is reported', async (size) => {
    await truncate(documents(), size)
    expect(await problems()).not.toEqual([])
    await open()
  })

  test('any flipped bit is reported, and what it hit is never written out as if it were whole', async () => {
    const random = repeatableRandom(5)
    const whole = await readFile(documents())
    for (let flip = 0; flip < 40; flip += 1) {
      const bytes = Buffer.from(whole)
      bytes[random(bytes.length)]! ^= 1 << random(8)
      await writeFile(documents(), bytes)
      expect(await problems(), `flip ${flip}`).not.toEqual([])
    }
  })

  test('a changed document is not saved, and what stood there still stands', async () => {
    edit((raw) => {
      raw.prepare(`update chunks set bytes = zeroblob(11) where document = ?`).run(letter!.document)
      refit(raw, letter!.document)
    })
    await open()
    const to = join(engine.folder, 'kept.txt')
    await writeFile(to, 'what stood there')
    await expect(
      engine.call('documents.save', { ...evidenceOf(breach), file: letter!.id, to }),
    ).rejects.toMatchObject({
      code: 'storage',
      reason: 'damaged',
      message: expect.stringContaining('“letter.txt”'),
    })
    expect(await readFile(to, 'utf8')).toBe('what stood there')
    expect((await readdir(engine.folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  test('cannot be read in the file without the key', async () => {
    expect((await readFile(documents())).includes('Dear parent')).toBe(false)
  })

  const open = () => engine.call('registerFile.open', { path: engine.path, passphrase: PASSPHRASE })

  test('a backup keeps every file, and a restore puts back what is missing or damaged', async () => {
    await open()
    const { path } = await engine.call('registerFile.backUp', {})
    const later = await attachBytes(engine.call, engine.folder, breach, 'later.txt', Buffer.from('later'))
    await engine.engine.close()
    const restore = () =>
      engine.call('registerFile.restore', {
        path: engine.path,
        backup: basename(path),
        passphrase: PASSPHRASE,
      })
    const { documents: file } = filesOf(engine.path)
    const present = await readFile(file)

    for (const harm of [
      () => rm(file),
      () => truncate(file, PAGE * 5),
      () => writeFile(file, Buffer.alloc(9_000, 7)),
    ]) {
      await engine.engine.close()
      await harm()
      await restore()
      expect((await filesOfBreach(engine.call, breach)).map(({ id }) => id)).toEqual([letter!.id, scan!.id])
      expect((await engine.call('registerFile.verify', {})).problems).toEqual([])
    }
    // A restore of an older state keeps the documents that came later, and no sweep takes them away.
    await engine.engine.close()
    await writeFile(file, present)
    await restore()
    engine.clock.now = '2027-06-01T09:00:00.000Z'
    await engine.engine.close()
    await open()
    expect(await engine.engine.session().documents.check(later.document)).toBeNull()
    engine.clock.now = NOW
  })

  test('a restore rescues what can still be read of a damaged documents.db', async () => {
    await open()
    const { path } = await engine.call('registerFile.backUp', {})
    const later = await attachBytes(engine.call, engine.folder, breach, 'later.txt', Buffer.from('later'))
    await engine.engine.close()
    const bytes = await readFile(documents())
    // The middle holds the chunks of the scan, which the copy has.
    bytes[Math.floor(bytes.length / 2)]! ^= 1
    await writeFile(documents(), bytes)
    await engine.call('registerFile.restore', {
      path: engine.path,
      backup: basename(path),
      passphrase: PASSPHRASE,
    })
    expect((await engine.call('registerFile.verify', {})).problems).toEqual([])
    expect(await engine.engine.session().documents.check(later.document)).toBeNull()
    expect((await readdir(engine.path)).some((name) => name.startsWith('documents.db.replaced-'))).toBe(true)
  })

  test('a backup of a damaged file says so, keeps the good copy, and has the records', async () => {
    await open()
    await engine.call('registerFile.backUp', {})
    const copy = await readFile(filesOf(engine.path).documentsCopy)
    await engine.engine.close()
    edit((raw) => raw.exec(`update chunks set bytes = zeroblob(11) where length(bytes) = 11`))
    await open()
    engine.clock.now = '2026-11-22T11:00:00.000Z'
    // The good copy is left alone, so the backup is whole.
    await engine.call('registerFile.backUp', {})
    await rm(filesOf(engine.path).documentsCopy)
    engine.clock.now = '2026-11-22T12:00:00.000Z'
    await expect(engine.call('registerFile.backUp', {})).rejects.toMatchObject({
      code: 'storage',
      message: expect.stringContaining(
        'The records were backed up, but not every attached file: “letter.txt”',
      ),
    })
    engine.clock.now = NOW
    expect(await readdir(filesOf(engine.path).backups)).toHaveLength(4)
    expect(copy.length).toBeGreaterThan(2 * MIB)
  })

  test('a damaged copy among the backups is made anew and kept aside', async () => {
    await open()
    await engine.call('registerFile.backUp', {})
    const { documentsCopy, backups } = filesOf(engine.path)
    const bytes = await readFile(documentsCopy)
    bytes[MIB]! ^= 1
    await writeFile(documentsCopy, bytes)
    engine.clock.now = '2026-11-22T11:00:00.000Z'
    await engine.call('registerFile.backUp', {})
    engine.clock.now = NOW
    expect((await readdir(backups)).some((name) => name.startsWith('documents.db.damaged-'))).toBe(true)
    await rm(documents())
    await copyFile(documentsCopy, documents())
    await engine.engine.close()
    expect(await problems()).toEqual([])
  })
})

describe('a document that nothing refers to', () => {
  const DAYS_LATER = '2026-11-24T09:00:00.000Z'
  const open = (engine: Awaited<ReturnType<typeof startTestEngine>>) =>
    engine.call('registerFile.open', { path: engine.path, passphrase: PASSPHRASE })

  test('is kept for a day, then swept when the register is opened to write; one that was ever attached stays', async () => {
    await using engine = await startTestEngine()
    const breach = await aBreach(engine.call)
    const attached = await attachBytes(engine.call, engine.folder, breach, 'a.txt', Buffer.from('a'))
    await engine.call('documents.detach', { ...evidenceOf(breach), file: attached.id })
    const path = join(engine.folder, 'orphan.txt')
    await writeFile(path, 'nobody names it')
    const { document } = await engine.call('documents.takeIn', { path })
    const isThere = async (id: string) => (await engine.engine.session().documents.find(id)) !== null
    await engine.engine.close()
    await open(engine)
    expect(await isThere(document)).toBe(true)
    engine.clock.now = DAYS_LATER
    await engine.engine.close()
    await open(engine)
    expect([await isThere(document), await isThere(attached.document)]).toEqual([false, true])
  })

  test(
    'is all that a kill leaves, between taking in and attaching or in the middle of a file',
    { timeout: 60_000 },
    async () => {
      await using engine = await startTestEngine()
      const breach = await aBreach(engine.call)
      await engine.engine.close()
      const home = join(engine.folder, 'home')
      const long = join(engine.folder, 'long.bin')
      await writeFile(long, '')
      await truncate(long, 400 * MIB)
      const letter = join(engine.folder, 'letter.txt')
      await writeFile(letter, 'Dear parent')

      const child = await startChildEngine({ home })
      await child.call('registerFile.open', { path: engine.path, passphrase: PASSPHRASE })
      const { document } = await child.call('documents.takeIn', { path: letter })
      void child.ask('documents.takeIn', { path: long })
      await wait(400)
      await child.kill()

      const { key } = await keysOf(engine.path, PASSPHRASE)
      const chunks = () =>
        count(
          filesOf(engine.path).documents,
          key,
          `select count(*) from chunks where document <> '${document}'`,
        )
      expect(chunks(), 'the kill came in the middle of the file').toBeGreaterThan(0)
      await open(engine)
      expect(chunks()).toBe(0)
      expect((await engine.call('registerFile.verify', {})).problems).toEqual([])
      expect(await filesOfBreach(engine.call, breach)).toEqual([])
      // What was taken in before the kill can still be attached.
      await engine.call('documents.attach', { ...evidenceOf(breach), documents: [{ document, about: '' }] })
      expect((await engine.call('registerFile.verify', {})).problems).toEqual([])
    },
  )
})

function count(file: string, key: Buffer, sql: string): unknown {
  const { raw } = openEncrypted(file, key, { readonly: true })
  try {
    return raw.prepare(sql).pluck().get()
  } finally {
    raw.close()
  }
}

function editFile(file: string, key: Buffer, change: (raw: Sqlite.Database) => void): void {
  const { raw } = openEncrypted(file, key, { readonly: false })
  try {
    change(raw)
  } finally {
    raw.close()
  }
}

/** Makes the hash of a chunk fit its changed bytes, as somebody would who knows how they are kept. */
function refit(raw: Sqlite.Database, document: string): void {
  raw.function('sha256', (bytes) => sha256Of(bytes as Buffer))
  raw.prepare('update chunks set sha256 = sha256(bytes) where document = ?').run(document)
}
