import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ReadInTree, readTree } from '#engine/reading/read-tree.ts'
import { readerEntry } from '#engine/reading/reader-entry.ts'
import { type ReaderProcess, startReaderProcess } from '#engine/reading/reader-process.ts'

const FOLDER = join(import.meta.dirname, '../../../shared/corpora/archives/hostile')
const isThere = existsSync(FOLDER)
/** Those that hold a plain file, which has to come out whatever stands beside it. */
const WITH_OK = 'slip-dotdot slip-backslash slip-inner abs-unix abs-windows unc symlink-abs fifo-device'

describe.skipIf(!isThere)('hostile archives (skipped where the corpora are absent)', () => {
  let reader: ReaderProcess
  beforeAll(() => void (reader = startReaderProcess({ entry: readerEntry() })))
  afterAll(() => reader.close())

  async function read(name: string): Promise<ReadInTree[]> {
    const found: ReadInTree[] = []
    for await (const one of readTree(reader, { name, bytes: [readFileSync(join(FOLDER, name))] }))
      found.push(one)
    return found
  }

  const names = isThere ? readdirSync(FOLDER).filter((name) => !name.endsWith('.tsv')) : []

  test.each(names)(
    '%s ends with an outcome for every file in it, and a reason for what was left out',
    { timeout: 60_000 },
    async (name) => {
      const found = await read(name)
      const [own] = found
      expect(own?.path).toBe(name)
      for (const { reading } of found) if (reading.outcome !== 'read') expect(reading.reason).not.toBe('')
      expect(found.every(({ path }) => !/[\p{Cc}\p{Cf}]/u.test(path))).toBe(true)
    },
  )

  test.each(WITH_OK.split(' '))('%s still gives the plain file beside what is refused', async (name) => {
    const found = await read(`${name}.zip`)
    expect(found.find(({ path }) => path.endsWith('/ok.txt'))?.reading.outcome).toBe('read')
    expect(existsSync('/tmp/pwned-abs.txt') || existsSync('/tmp/pwned-dotdot.txt')).toBe(false)
  })

  test.each([
    ['bomb-flat-1g.zip', /unpacks to more than/u],
    ['bomb-overlap.zip', /shares its bytes/u],
    ['lying-size.zip', /damaged/u],
    ['bad-crc.zip', /checksum/u],
    ['encrypted-flag.zip', /password/u],
    ['name-mismatch.zip', /two different names/u],
    ['truncated.zip', /damaged or cut short/u],
    ['empty.zip', /empty/u],
    ['zero-bytes.pdf', /empty/u],
    ['symlink-abs.zip', /link/u],
    ['fifo-device.zip', /device/u],
    ['hostile.tar', /link or a device/u],
  ])('%s says what is wrong', async (name, reason) => {
    const [own] = await read(name)
    expect(own?.reading.reason).toMatch(reason)
  })

  test('a stub before an archive does not hide it, and a name does not decide the type', async () => {
    expect((await read('prefixed.zip'))[0]?.reading.type).toBe('zip')
    expect((await read('zip-named.pdf'))[0]?.reading.type).toBe('zip')
  })
})
