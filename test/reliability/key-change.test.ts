import { watch } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesOf } from '#engine/registerFile/folder.ts'
import { readKeyFile, unwrapByPassphrase, unwrapByRecoveryKey } from '#engine/registerFile/keys.ts'
import { startChildEngine } from '#test/support/child-engine.ts'
import { PASSPHRASE, startTestEngine } from '#test/support/engine.ts'
import { openAgain } from '#test/support/open-again.ts'

const ROUNDS = 50
/** Registers whose keys are changed side by side. */
const LANES = 2

describe('an engine killed while it changes the passphrase', () => {
  let home = ''
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'dpo-key-'))
  })
  afterAll(() => rm(home, { recursive: true, force: true }))

  test(
    `leaves a register that opens with the old one or the new one, ${ROUNDS} times`,
    { timeout: 600_000 },
    async () => {
      const lanes = Array.from({ length: LANES }, (_, lane) => runLane(join(home, `Lane-${lane}.dpo`)))
      const opened = (await Promise.all(lanes)).flat()
      expect(opened).toHaveLength(ROUNDS)
      expect(opened.filter((name) => name !== 'old' && name !== 'new')).toEqual([])
      // Kills that always came too early or too late would prove nothing.
      expect(new Set(opened)).toEqual(new Set(['old', 'new']))
    },
  )

  async function runLane(path: string): Promise<string[]> {
    const opened: string[] = []
    let current = PASSPHRASE
    const first = await startChildEngine({ home })
    const { recoveryKey } = await first.call('registerFile.create', { path, passphrase: current })
    await first.stop()
    for (let round = 0; round < ROUNDS / LANES; round += 1) {
      const next = `passphrase of round ${round}`
      const acknowledged = await changeAndKill(path, current, next, round)
      const which = await whichOpens(path, current, next, recoveryKey)
      opened.push(acknowledged && which !== 'new' ? 'an acknowledged change was lost' : which)
      if (which === 'new') current = next
    }
    return opened
  }

  /** Kills when the new key file appears on the disk, in every third round at any moment of the stretching before. */
  async function changeAndKill(path: string, current: string, next: string, round: number): Promise<boolean> {
    const engine = await startChildEngine({ home })
    await engine.call('registerFile.open', { path, passphrase: current })
    let acknowledged = false
    const written = new Promise<void>((resolve) => {
      const watcher = watch(path, (_, name) => {
        if (!name?.startsWith('keys.json')) return
        watcher.close()
        resolve()
      })
    })
    void engine
      .ask('registerFile.changePassphrase', { current, next })
      .reply.then(({ ok }) => (acknowledged = ok))
    await (round % 3 === 0 ? wait(Math.random() * 400) : written)
    if (round % 3 === 2) await wait(Math.random() * 20)
    await engine.kill()
    return acknowledged
  }
})

/** Which passphrase opens the register; the recovery key must always do so. */
async function whichOpens(path: string, old: string, next: string, recoveryKey: string): Promise<string> {
  const keyFile = await readKeyFile(filesOf(path).keys)
  const opens = async (passphrase: string) => unwrapByPassphrase(keyFile, passphrase).catch(() => null)
  const [byOld, byNew] = [await opens(old), await opens(next)]
  const byRecovery = unwrapByRecoveryKey(keyFile, recoveryKey)
  const key = byOld ?? byNew
  if (!key?.equals(byRecovery)) return 'neither'
  const session = await openAgain(path, { registerId: keyFile.registerId, key })
  await session.close()
  if (session.readOnlyBecause) return 'a stale lock'
  return byOld && byNew ? 'both' : byOld ? 'old' : 'new'
}

describe('keys changed at the same time', () => {
  test('neither change undoes the other, and no half-written key file is left', async () => {
    await using engine = await startTestEngine()
    const next = 'another good passphrase'
    const [, { recoveryKey }] = await Promise.all([
      engine.call('registerFile.changePassphrase', { current: PASSPHRASE, next }),
      engine.call('registerFile.newRecoveryKey', { passphrase: next }),
    ])
    const keyFile = await readKeyFile(filesOf(engine.path).keys)
    expect(await unwrapByPassphrase(keyFile, next)).toEqual(unwrapByRecoveryKey(keyFile, recoveryKey))
    expect(await readdir(engine.path)).not.toContain('keys.json.new')
  })
})
