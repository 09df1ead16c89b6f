import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anActivity } from '#test/support/builders.ts'
import { callerOf, PASSPHRASE, startTestEngine } from '#test/support/engine.ts'
import { filesBelow } from '#test/support/look-for.ts'
import { smallDisk, whyNoSmallDisk } from '#test/support/small-disk.ts'
import { startEngine } from '#engine/start.ts'

const because = whyNoSmallDisk()
const FULL = { code: 'storage', reason: 'disk-full', message: expect.stringContaining('disk is full') }

describe.skipIf(because)(`on a disk of a few MiB${because ? ` (skipped: ${because})` : ''}`, () => {
  let disk: ReturnType<typeof smallDisk>
  let engine: Awaited<ReturnType<typeof startTestEngine>>
  let path = ''
  let id = ''
  const open = () => engine.call('registerFile.open', { path, passphrase: PASSPHRASE })
  const notes = async () => (await engine.call('activities.get', { id })).activity.notes
  const verify = async () => (await engine.call('registerFile.verify', {})).problems

  beforeAll(async () => {
    disk = smallDisk(24)
    engine = await startTestEngine({ register: 'none' })
    path = join(disk.path, 'Small.dpo')
    await engine.call('registerFile.create', { path, passphrase: PASSPHRASE })
    id = await anActivity(engine.call, 'Helpline')
    await engine.call('registerFile.backUp', {})
  })
  afterAll(async () => {
    try {
      await engine[Symbol.asyncDispose]()
    } finally {
      disk.unmount()
    }
  })

  describe('when it is full', () => {
    test('a change is refused in words, what was acknowledged stays, and it goes on once there is space', async () => {
      disk.fill(1_000_000)
      let acknowledged = ''
      let refusal: unknown = null
      for (let count = 0; count < 500 && !refusal; count += 1) {
        const text = `${count} `.repeat(3_000)
        await engine.call('activities.change', { id, changes: { notes: text } }).then(
          () => (acknowledged = text),
          (error: unknown) => (refusal = error),
        )
      }
      expect(refusal).toMatchObject(FULL)
      expect(acknowledged).not.toBe('')
      expect(await notes()).toBe(acknowledged)
      await expect(
        engine.call('activities.change', { id, changes: { notes: 'x'.repeat(20_000) } }),
      ).rejects.toMatchObject(FULL)

      disk.free()
      await engine.call('activities.change', { id, changes: { notes: 'after' } })
      expect(await notes()).toBe('after')
      expect(await verify()).toEqual([])
    })

    test('a backup is refused and leaves nothing behind', async () => {
      const before = await readdir(join(path, 'backups'))
      disk.fill()
      await expect(engine.call('registerFile.backUp', {})).rejects.toMatchObject(FULL)
      expect(await readdir(join(path, 'backups'))).toEqual(before)
      disk.free()
      await engine.call('registerFile.backUp', {})
    })

    test.each(['pdf', 'xlsx', 'csv', 'json', 'archive'] as const)(
      'an export as %s is refused, leaves nothing behind and keeps what stood there',
      async (format) => {
        const to = join(disk.path, `record.${format}`)
        const job = { format, to, organisationId: null, target: null, asAt: null }
        disk.fill()
        const before = await filesBelow(disk.path)
        await expect(engine.call('reports.writeRecord', job)).rejects.toMatchObject(FULL)
        expect(await filesBelow(disk.path)).toEqual(before)
        disk.free()
        const { sha256 } = await engine.call('reports.writeRecord', job)
        disk.fill()
        await expect(engine.call('reports.writeRecord', job)).rejects.toMatchObject(FULL)
        disk.free()
        expect((await engine.call('reports.writeRecord', job)).sha256).toBe(sha256)
      },
    )

    test('a new passphrase is refused and the old one still opens', async () => {
      const before = await readFile(join(path, 'keys.json'), 'utf8')
      disk.fill()
      await expect(
        engine.call('registerFile.changePassphrase', {
          current: PASSPHRASE,
          next: 'another good passphrase',
        }),
      ).rejects.toMatchObject(FULL)
      expect(await readFile(join(path, 'keys.json'), 'utf8')).toBe(before)
      expect(await readdir(path)).not.toContain('keys.json.new')
      disk.free()
    })

    test('a restore is refused and the register is as it was', async () => {
      const [backup] = await engine.call('registerFile.listBackups', { path })
      await engine.call('registerFile.lock', {})
      disk.fill()
      await expect(
        engine.call('registerFile.restore', { path, backup: backup!.name, passphrase: PASSPHRASE }),
      ).rejects.toMatchObject(FULL)
      disk.free()
      await open()
      expect(await notes()).toBe('after')
      expect(
        (await readdir(path)).filter((name) => name.includes('restoring') || name.includes('replaced')),
      ).toEqual([])
    })

    test('a new register is refused and leaves nothing behind', async () => {
      disk.fill()
      const second = await startEngine({ home: null, windowed: false })
      const call = callerOf(second)
      await expect(
        call('registerFile.create', { path: join(disk.path, 'New.dpo'), passphrase: PASSPHRASE }),
      ).rejects.toMatchObject(FULL)
      expect(await readdir(disk.path)).not.toContain('New.dpo')
      disk.free()
    })

    test('the register still locks, says why it does not open, and opens to be written to once there is space', async () => {
      disk.fill()
      await engine.call('registerFile.lock', {})
      disk.fill()
      await expect(open()).rejects.toMatchObject(FULL)
      disk.free()
      expect(await open()).toMatchObject({ state: 'open', readOnlyBecause: null })
      await engine.call('activities.change', { id, changes: { notes: 'later' } })
      expect(await verify()).toEqual([])
    })
  })

  describe('when it is read-only', () => {
    beforeAll(async () => {
      await engine.call('registerFile.lock', {})
      disk.makeReadOnly()
    })
    afterAll(() => disk.makeWritable())

    test('the register opens to be read, says why, and refuses every change', async () => {
      expect(await open()).toMatchObject({
        state: 'open',
        readOnlyBecause: expect.stringContaining('read-only'),
      })
      expect(await notes()).toBe('later')
      expect(await verify()).toEqual([])
      const refused = { code: 'read-only', message: expect.stringContaining('read-only') }
      await expect(engine.call('activities.change', { id, changes: { notes: 'no' } })).rejects.toMatchObject(
        refused,
      )
      await expect(engine.call('registerFile.backUp', {})).rejects.toMatchObject(refused)
      await expect(
        engine.call('registerFile.changePassphrase', {
          current: PASSPHRASE,
          next: 'another good passphrase',
        }),
      ).rejects.toMatchObject(refused)
      await engine.call('registerFile.lock', {})
      expect((await readdir(tmpdir())).filter((name) => name.startsWith('dpo-read-only-'))).toEqual([])
    })

    test('making a register there, recovering or restoring is refused with the reason', async () => {
      const readOnly = { code: 'storage', reason: 'folder-read-only' }
      await expect(
        engine.call('registerFile.create', { path: join(disk.path, 'New.dpo'), passphrase: PASSPHRASE }),
      ).rejects.toMatchObject(readOnly)
      const [backup] = await engine.call('registerFile.listBackups', { path })
      await expect(
        engine.call('registerFile.restore', { path, backup: backup!.name, passphrase: PASSPHRASE }),
      ).rejects.toMatchObject(readOnly)
    })
  })
})
