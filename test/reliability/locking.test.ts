import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { dispatch } from '#engine/rpc/dispatch.ts'
import { startEngine } from '#engine/start.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { anActivity, listOf } from '#test/support/builders.ts'
import { startChildEngine } from '#test/support/child-engine.ts'
import { PASSPHRASE, startTestEngine } from '#test/support/engine.ts'

const open = (engine: Awaited<ReturnType<typeof startTestEngine>>) =>
  engine.call('registerFile.open', { path: engine.path, passphrase: PASSPHRASE })

describe('locked means locked', () => {
  test('the key is wiped and the file is free, even where nothing can be remembered outside the register', async () => {
    await using engine = await startTestEngine()
    // A file in the place of the folder: writing below it fails like a full or missing disk.
    await rm(join(engine.folder, 'home'), { recursive: true, force: true })
    await writeFile(join(engine.folder, 'home'), '')
    const { key } = engine.engine.session()
    await engine.call('registerFile.lock', {})
    expect(key).toEqual(Buffer.alloc(32))
    expect(engine.engine.openSession()).toBeNull()
    await rm(join(engine.folder, 'home'))
    expect(await open(engine)).toMatchObject({ readOnlyBecause: null })
  })

  test('a lock asked for while the register is being opened holds for it', async () => {
    await using engine = await startTestEngine()
    await engine.call('registerFile.lock', {})
    const opening = open(engine)
    // The passphrase is being stretched now.
    await wait(20)
    await engine.engine.lock('system')
    await opening
    await expect.poll(() => engine.engine.openSession()).toBeNull()
  })

  test('an idle register locks itself after the minutes set, and says so', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    onTestFinished(() => void vi.useRealTimers())
    await using engine = await startTestEngine({ windowed: true })
    await engine.call('registerFile.lock', {})
    await open(engine)
    const because: string[] = []
    engine.engine.subscribe((push) => push.event === 'locked' && because.push(push.because))
    await vi.advanceTimersByTimeAsync(5 * 60_000 + 1)
    await expect.poll(() => because, { timeout: 15_000 }).toEqual(['idle'])
    expect(engine.engine.openSession()).toBeNull()
  })

  test(
    'the writer leaves no lock when it is killed, and its successor is not told of it',
    { timeout: 60_000 },
    async () => {
      await using engine = await startTestEngine()
      await engine.call('registerFile.lock', {})
      const child = await startChildEngine({ home: join(engine.folder, 'home') })
      await child.call('registerFile.open', { path: engine.path, passphrase: PASSPHRASE })
      expect(await open(engine)).toMatchObject({
        readOnlyBecause: expect.stringContaining('has this register open'),
      })
      await engine.call('registerFile.lock', {})
      await child.kill()
      expect(await open(engine)).toMatchObject({ readOnlyBecause: null })
    },
  )

  test('a lock file that is not one is refused in words, not taken for another program', async () => {
    await using engine = await startTestEngine()
    await engine.call('registerFile.lock', {})
    await writeFile(
      join(engine.path, 'writer.lock'),
      'not a database, but long enough to be looked at as one'.repeat(20),
    )
    await expect(open(engine)).rejects.toMatchObject({ code: 'storage', reason: 'damaged' })
    await rm(join(engine.path, 'writer.lock'))
    await open(engine)
  })
})

describe('what goes wrong says nothing of what people wrote', () => {
  const SECRET = 'Marjorie Underhill at 5 High Street'

  test('a bug is logged by name and place, never by its message', async () => {
    const logged: string[] = []
    vi.spyOn(console, 'error').mockImplementation((...parts: unknown[]) => void logged.push(parts.join(' ')))
    onTestFinished(() => void vi.restoreAllMocks())
    const plain = await startEngine({ home: null, windowed: false })
    for (const message of [SECRET, `"${SECRET}" is not valid\n    at ${SECRET}`]) {
      plain.onBug(new SyntaxError(message), 'activities.get')
      plain.onBug(message, 'activities.get')
    }
    expect(logged).toHaveLength(4)
    expect(logged.join('\n')).not.toContain('Marjorie')
    expect(logged[0]).toMatch(/SyntaxError at .*locking\.test\.ts/)
    await plain.close()
  })

  test('a record that cannot be read is a bug with a reference, and its text stays out of the reply', async () => {
    const bugs: unknown[] = []
    const folder = join(tmpdir(), `dpo-bug-${process.pid}`)
    await mkdir(folder, { recursive: true })
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const engine = await startEngine({ home: null, windowed: false, onBug: (error) => bugs.push(error) })
    const path = join(folder, 'Bug.dpo')
    await dispatch(engine, {
      id: 1,
      procedure: 'registerFile.create',
      input: { path, passphrase: PASSPHRASE },
    })
    engine.session().raw.prepare('update settings set body = ?').run(SECRET)
    const reply = await dispatch(engine, { id: 2, procedure: 'settings.get', input: {} })
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'bug', message: expect.stringMatching(/Reference [0-9a-f]{6}/) },
    })
    expect(JSON.stringify(reply)).not.toContain('Marjorie')
    expect(bugs).toHaveLength(1)
    await engine.close()
  })

  test('the note on who holds the register names a person and a machine, no path and no register', async () => {
    await using engine = await startTestEngine()
    const note = JSON.parse(await readFile(join(engine.path, 'writer.json'), 'utf8')) as object
    expect(Object.keys(note).toSorted()).toEqual(['computer', 'since', 'user'])
  })
})

describe('several things at once', () => {
  test('past days asked for side by side are all answered', async () => {
    await using engine = await startTestEngine()
    await anActivity(engine.call, 'Helpline')
    const days = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'].map(
      (day) => PlainDate.parse(day),
    )
    const totals = await Promise.all(
      days.map(async (day) => (await engine.call('activities.list', listOf(), day)).total),
    )
    expect(totals).toEqual([0, 0, 1, 1, 1, 1])
    expect((await engine.call('settings.get', {}, days[0]!)).lockAfterMinutes).toBe(5)
  })

  test('changes, a backup, a check and a lock: all that was acknowledged is there', async () => {
    await using engine = await startTestEngine()
    const changes = Array.from({ length: 20 }, (_, count) => anActivity(engine.call, `Activity ${count}`))
    const backup = engine.call('registerFile.backUp', {})
    const check = engine.call('registerFile.verify', {})
    const more = Array.from({ length: 20 }, (_, count) =>
      anActivity(engine.call, `More ${count}`).catch(() => null),
    )
    const locked = engine.call('registerFile.lock', {})
    const ids = (await Promise.all([...changes, ...more])).filter((id) => id !== null)
    await backup
    expect((await check).problems).toEqual([])
    await locked
    await open(engine)
    expect(
      (await engine.call('activities.list', listOf())).rows.map(({ id }) => String(id)).toSorted(),
    ).toEqual(ids.toSorted())
    expect((await engine.call('registerFile.verify', {})).problems).toEqual([])
  })
})
