import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEngine } from '#engine/start.ts'
import type { FileEntry } from '#shared/described/kept-fields.ts'
import { callerOf, PASSPHRASE, startTestEngine } from '#test/support/engine.ts'
import { NOW } from '#test/support/open-again.ts'
import { aBreach, attachBytes, evidenceOf, filesOfBreach, MIB, someBytes } from '#test/support/evidence.ts'
import { smallDisk, whyNoSmallDisk } from '#test/support/small-disk.ts'

test('attached files can be read, not changed, by a second opener, also those attached meanwhile', async () => {
  await using engine = await startTestEngine()
  const breach = await aBreach(engine.call)
  const second = await startEngine({ home: null, windowed: false })
  const read = callerOf(second)
  await read('registerFile.open', { path: engine.path, passphrase: PASSPHRASE })
  const bytes = someBytes(MIB + 1)
  const entry = await attachBytes(engine.call, engine.folder, breach, 'scan.pdf', bytes)
  expect(await filesOfBreach(read, breach)).toEqual([entry])
  const to = join(engine.folder, 'copy.pdf')
  await read('documents.save', { ...evidenceOf(breach), file: entry.id, to })
  expect(await readFile(to)).toEqual(bytes)
  const path = join(engine.folder, 'more.txt')
  await writeFile(path, 'more')
  await expect(read('documents.takeIn', { path })).rejects.toMatchObject({ code: 'read-only' })
  expect((await read('registerFile.verify', {})).problems).toEqual([])
  await second.close()
})

const because = whyNoSmallDisk()

describe.skipIf(because)(`on a disk of a few MiB${because ? ` (skipped: ${because})` : ''}`, () => {
  let disk: ReturnType<typeof smallDisk>
  let engine: Awaited<ReturnType<typeof startTestEngine>>
  let [path, breach] = ['', '']
  let entry: FileEntry
  const open = () => engine.call('registerFile.open', { path, passphrase: PASSPHRASE })
  const bytes = someBytes(MIB)

  beforeAll(async () => {
    disk = smallDisk(40)
    engine = await startTestEngine({ register: 'none' })
    path = join(disk.path, 'Small.dpo')
    await engine.call('registerFile.create', { path, passphrase: PASSPHRASE })
    breach = await aBreach(engine.call)
    entry = await attachBytes(engine.call, engine.folder, breach, 'scan.pdf', bytes)
  })
  afterAll(async () => {
    try {
      await engine[Symbol.asyncDispose]()
    } finally {
      disk.unmount()
    }
  })

  test('a file for which there is no room is refused before it is begun', async () => {
    const long = join(engine.folder, 'long.bin')
    await writeFile(long, Buffer.alloc(30 * MIB))
    await expect(engine.call('documents.takeIn', { path: long })).rejects.toMatchObject({
      code: 'storage',
      reason: 'disk-full',
      message: expect.stringContaining('not enough room on the disk for “long.bin”'),
    })
  })

  test('when the disk fills up on the way nothing stays of the file, and the records can still be written', async () => {
    const { documents } = engine.engine.session()
    const about = { document: 'on-the-way', name: 'long.bin', at: NOW }
    async function* tooMuch() {
      yield someBytes(MIB)
      disk.fill(3 * MIB)
      for (let piece = 0; piece < 30; piece += 1) yield Buffer.alloc(MIB, piece)
    }
    await expect(documents.add(tooMuch(), about)).rejects.toMatchObject({
      code: 'storage',
      reason: 'disk-full',
      message: expect.stringContaining('not enough room on the disk for “long.bin”'),
    })
    await engine.call('documents.describe', { ...evidenceOf(breach), file: entry.id, about: 'Written' })
    disk.free()
    expect(await filesOfBreach(engine.call, breach)).toEqual([{ ...entry, about: 'Written' }])
    await attachBytes(engine.call, engine.folder, breach, 'small.txt', Buffer.from('fits'))
    expect((await engine.call('registerFile.verify', {})).problems).toEqual([])
    expect((await stat(join(path, 'documents.db'))).size).toBeLessThan(4 * MIB)
  })

  test('where the folder is read-only, attached files are read from a private copy that does not stay', async () => {
    await engine.call('registerFile.lock', {})
    disk.makeReadOnly()
    try {
      await open()
      const to = join(engine.folder, 'copy.pdf')
      await engine.call('documents.save', { ...evidenceOf(breach), file: entry.id, to })
      expect(await readFile(to)).toEqual(bytes)
      expect((await engine.call('registerFile.verify', {})).problems).toEqual([])
      await engine.call('registerFile.lock', {})
      expect((await readdir(tmpdir())).filter((name) => name.startsWith('dpo-read-only-'))).toEqual([])
    } finally {
      disk.makeWritable()
    }
  })
})
