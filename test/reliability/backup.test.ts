import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { restoreBackup } from '#engine/registerFile/backups.ts'
import { filesOf } from '#engine/registerFile/folder.ts'
import { takeWriterLock } from '#engine/registerFile/writer-lock.ts'
import { anActivity } from '#test/support/builders.ts'
import { PAGE, repeatableRandom } from '#test/support/damage.ts'
import { callerOf, PASSPHRASE, startTestEngine } from '#test/support/engine.ts'
import { keysOf, NOW } from '#test/support/open-again.ts'
import { startEngine } from '#engine/start.ts'

const DAMAGED = 100

describe('a backup', () => {
  let engine: Awaited<ReturnType<typeof startTestEngine>>
  let backup = ''
  let name = ''
  let backedUp: Awaited<ReturnType<typeof everything>>
  const open = () => engine.call('registerFile.open', { path: engine.path, passphrase: PASSPHRASE })
  const restore = (which = name) =>
    engine.call('registerFile.restore', { path: engine.path, backup: which, passphrase: PASSPHRASE })

  /** Every row of every table, and the head of the chain. */
  function everything() {
    const { raw, head } = engine.engine.session()
    const tables = [
      'activities',
      'organisations',
      'contracts',
      'terms',
      'views',
      'settings',
      'links',
      'revisions',
      'meta',
    ]
    return {
      head: head(),
      rows: tables.map((table) => raw.prepare(`select * from ${table} order by 1, 2`).all()),
    }
  }

  beforeAll(async () => {
    engine = await startTestEngine({ register: 'sample' })
    backedUp = everything()
    const made = await engine.call('registerFile.backUp', {})
    expect(made.chainHead).toBe(backedUp.head.head)
    backup = made.path
    name = basename(backup)
    for (let count = 0; count < 5; count += 1) await anActivity(engine.call, `After the backup ${count}`)
  })
  afterAll(() => engine[Symbol.asyncDispose]())

  test(
    `damaged by a flip, a cut or a swap is refused, ${DAMAGED} times, and the register stays untouched`,
    { timeout: 120_000 },
    async () => {
      const keys = await keysOf(engine.path, PASSPHRASE)
      await engine.call('registerFile.lock', {})
      const [good, original] = [await readFile(backup), await readFile(filesOf(engine.path).database)]
      const names = await readdir(engine.path)
      const random = repeatableRandom(11)
      const accepted: number[] = []
      for (let round = 0; round < DAMAGED; round += 1) {
        await writeFile(backup, damage(good, round, random))
        await restoreBackup(engine.path, name, keys.key, NOW).then(
          () => accepted.push(round),
          (error: unknown) => expect(error).toMatchObject({ code: 'storage', reason: 'damaged' }),
        )
      }
      await writeFile(backup, good)
      expect(accepted).toEqual([])
      expect(await readFile(filesOf(engine.path).database)).toEqual(original)
      expect((await readdir(engine.path)).toSorted()).toEqual(names.toSorted())
      await open()
    },
  )

  test('brings back every record and the head of the chain, and keeps what it replaced', async () => {
    const before = everything()
    await restore()
    expect(everything()).toEqual(backedUp)
    expect((await engine.call('registerFile.verify', {})).problems).toEqual([])

    const kept = (await readdir(engine.path)).find((file) => file.startsWith('register.db.replaced-'))
    await engine.call('registerFile.lock', {})
    await writeFile(filesOf(engine.path).database, await readFile(join(engine.path, kept!)))
    await open()
    expect(everything()).toEqual(before)
  })

  test('that was restored on purpose is not reported as put back, also after a crash', async () => {
    await restore()
    const { registerId } = await keysOf(engine.path, PASSPHRASE)
    const seen = JSON.parse(await readFile(join(engine.folder, 'home/seen-registers.json'), 'utf8'))
    expect(seen[registerId]).toEqual(backedUp.head)
  })

  test('is made of what is not yet in the database file, too, and can be made while others read', async () => {
    const id = await anActivity(engine.call, 'In the log only')
    const reader = await startEngine({ home: null, windowed: false })
    const read = callerOf(reader)
    await read('registerFile.open', { path: engine.path, passphrase: PASSPHRASE })
    engine.clock.now = '2026-11-22T10:00:00.000Z'
    const { path, chainHead } = await engine.call('registerFile.backUp', {})
    await reader.close()
    await engine.call('activities.remove', { target: { ids: [id] } })
    await restore(basename(path))
    expect((await engine.call('activities.get', { id })).activity.name).toBe('In the log only')
    expect(everything().head.head).toBe(chainHead)
  })

  test('is not restored under somebody who has the register open', async () => {
    const { key } = await keysOf(engine.path, PASSPHRASE)
    await expect(restoreBackup(engine.path, name, key, NOW)).rejects.toMatchObject({ reason: 'in-use' })
    await engine.call('registerFile.lock', {})
    const lock = takeWriterLock(engine.path, NOW)
    await expect(restore()).rejects.toMatchObject({
      reason: 'in-use',
      message: expect.stringContaining('Close it there'),
    })
    if ('release' in lock) lock.release()
    await open()
  })

  test('can bring back a register whose database is gone', async () => {
    await engine.call('registerFile.lock', {})
    await rm(filesOf(engine.path).database)
    await expect(open()).rejects.toMatchObject({ reason: 'missing' })
    await restore()
    expect(everything()).toEqual(backedUp)
  })

  test('of another register is refused', async () => {
    await using other = await startTestEngine()
    const { path } = await other.call('registerFile.backUp', {})
    const foreign = '20260101-000000000.db'
    await writeFile(join(filesOf(engine.path).backups, foreign), await readFile(path))
    await expect(restore(foreign)).rejects.toMatchObject({ reason: 'damaged' })
    await open()
    expect(everything()).toEqual(backedUp)
  })

  test.each(['../register.db', '/etc/passwd', '20260101-000000000.db/../../keys.json', ''])(
    'is not looked for elsewhere: %j',
    async (path) => {
      await expect(restore(path)).rejects.toMatchObject({ code: 'invalid' })
      await open()
    },
  )
})

/** One bit changed, the end cut off, or two pages in each other's place. */
function damage(good: Buffer, round: number, random: (below: number) => number): Buffer {
  if (round % 3 === 1) return good.subarray(0, round === 1 ? 0 : random(good.length))
  const bytes = Buffer.from(good)
  if (round % 3 === 0) bytes[random(bytes.length)]! ^= 1 << random(8)
  else {
    const pages = good.length / PAGE
    const [one, other] = [random(pages / 2), Math.floor(pages / 2) + random(pages / 2 - 1)]
    good.copy(bytes, one * PAGE, other * PAGE, (other + 1) * PAGE)
    good.copy(bytes, other * PAGE, one * PAGE, (one + 1) * PAGE)
  }
  return bytes
}
