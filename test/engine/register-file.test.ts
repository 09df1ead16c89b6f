import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { callerOf, PASSPHRASE, startTestEngine } from '#test/support/engine.ts'
import { startEngine } from '#engine/start.ts'
import { normaliseRecoveryKey } from '#engine/registerFile/recovery-key.ts'

describe('a register file', () => {
  test('opens with its passphrase and no other', async () => {
    await using engine = await startTestEngine()
    await engine.call('registerFile.lock', {})
    await expect(
      engine.call('registerFile.open', { path: engine.path, passphrase: 'correct horse battery stapler' }),
    ).rejects.toMatchObject({ code: 'storage', reason: 'wrong-passphrase' })
    expect(
      await engine.call('registerFile.open', { path: engine.path, passphrase: PASSPHRASE }),
    ).toMatchObject({ state: 'open', readOnlyBecause: null })
  })

  test('refuses a passphrase that is too short, and makes nothing', async () => {
    await using engine = await startTestEngine({ register: 'none' })
    await expect(
      engine.call('registerFile.create', { path: engine.path, passphrase: 'short' }),
    ).rejects.toMatchObject({ code: 'invalid' })
    await expect(readFile(join(engine.path, 'keys.json'))).rejects.toThrow()
  })

  test('refuses a folder that holds something already', async () => {
    await using engine = await startTestEngine()
    await expect(
      engine.call('registerFile.create', { path: engine.path, passphrase: PASSPHRASE }),
    ).rejects.toMatchObject({ reason: 'already-exists' })
  })

  test('answers nothing while it is locked', async () => {
    await using engine = await startTestEngine()
    await engine.call('registerFile.lock', {})
    await expect(engine.call('organisations.list', { relation: null })).rejects.toMatchObject({
      code: 'locked',
    })
  })

  test('opens with the recovery key however it is typed, and takes a new passphrase with it', async () => {
    await using engine = await startTestEngine()
    await engine.call('registerFile.lock', {})
    const typed = ` ${normaliseRecoveryKey(engine.recoveryKey).toLowerCase().replaceAll('0', 'o')} `
    await engine.call('registerFile.recover', {
      path: engine.path,
      recoveryKey: typed,
      passphrase: 'another good passphrase',
    })
    await engine.call('registerFile.lock', {})
    await expect(
      engine.call('registerFile.open', { path: engine.path, passphrase: PASSPHRASE }),
    ).rejects.toMatchObject({ reason: 'wrong-passphrase' })
    await engine.call('registerFile.open', { path: engine.path, passphrase: 'another good passphrase' })
  })

  test('a new recovery key ends the old one', async () => {
    await using engine = await startTestEngine()
    const { recoveryKey } = await engine.call('registerFile.newRecoveryKey', { passphrase: PASSPHRASE })
    expect(recoveryKey).not.toBe(engine.recoveryKey)
    const passphrase = 'another good passphrase'
    await expect(
      engine.call('registerFile.recover', { path: engine.path, recoveryKey: engine.recoveryKey, passphrase }),
    ).rejects.toMatchObject({ reason: 'wrong-passphrase' })
    await engine.call('registerFile.recover', { path: engine.path, recoveryKey, passphrase })
  })

  test('changing the passphrase needs the present one and rewrites keys.json only', async () => {
    await using engine = await startTestEngine()
    const before = await readFile(join(engine.path, 'register.db'))
    await expect(
      engine.call('registerFile.changePassphrase', {
        current: 'not this one at all',
        next: 'another good passphrase',
      }),
    ).rejects.toMatchObject({ reason: 'wrong-passphrase' })
    await engine.call('registerFile.changePassphrase', {
      current: PASSPHRASE,
      next: 'another good passphrase',
    })
    expect(await readFile(join(engine.path, 'register.db'))).toEqual(before)
    await engine.call('registerFile.lock', {})
    await engine.call('registerFile.open', { path: engine.path, passphrase: 'another good passphrase' })
  })

  test('a second opener is told who has it and may read only', async () => {
    await using first = await startTestEngine()
    await first.call('organisations.create', { legalName: 'Kept', relation: 'own' })
    const second = await startEngine({ home: null, windowed: false })
    const call = callerOf(second)
    try {
      const status = await call('registerFile.open', { path: first.path, passphrase: PASSPHRASE })
      expect(status).toMatchObject({
        state: 'open',
        readOnlyBecause: expect.stringContaining('has this register open'),
      })
      expect(await call('organisations.list', { relation: null })).toMatchObject([{ legalName: 'Kept' }])
      await expect(
        call('organisations.create', { legalName: 'Lost', relation: 'own' }),
      ).rejects.toMatchObject({ code: 'read-only' })
      await first.call('organisations.create', { legalName: 'Later', relation: 'own' })
      expect(await call('organisations.list', { relation: null })).toHaveLength(2)
    } finally {
      await second.close()
    }
  })

  test('a damaged key file is named, not guessed at', async () => {
    await using engine = await startTestEngine()
    await engine.call('registerFile.lock', {})
    await writeFile(join(engine.path, 'keys.json'), '{ "format": ')
    await expect(
      engine.call('registerFile.open', { path: engine.path, passphrase: PASSPHRASE }),
    ).rejects.toMatchObject({ reason: 'damaged', message: expect.stringContaining('keys.json') })
  })

  test('a key file that asks for weaker stretching is refused', async () => {
    await using engine = await startTestEngine()
    await engine.call('registerFile.lock', {})
    const file = join(engine.path, 'keys.json')
    const keys = JSON.parse(await readFile(file, 'utf8'))
    await writeFile(file, JSON.stringify({ ...keys, kdf: { ...keys.kdf, memoryKiB: 1024 } }))
    await expect(
      engine.call('registerFile.open', { path: engine.path, passphrase: PASSPHRASE }),
    ).rejects.toMatchObject({ message: expect.stringContaining('weaker protection') })
  })

  test('a folder without a register is said to be none', async () => {
    await using engine = await startTestEngine({ register: 'none' })
    await expect(
      engine.call('registerFile.open', { path: engine.folder, passphrase: PASSPHRASE }),
    ).rejects.toMatchObject({ reason: 'missing' })
    await expect(
      engine.call('registerFile.open', { path: join(engine.folder, 'gone.dpo'), passphrase: PASSPHRASE }),
    ).rejects.toMatchObject({ reason: 'missing' })
  })

  test('in a window, a path that was not chosen in a dialog is refused', async () => {
    await using engine = await startTestEngine({ windowed: true })
    await expect(
      engine.call('registerFile.open', { path: '/etc', passphrase: PASSPHRASE }),
    ).rejects.toMatchObject({ code: 'rule' })
    await expect(
      engine.call('registerFile.open', {
        path: join(engine.folder, '../elsewhere.dpo'),
        passphrase: PASSPHRASE,
      }),
    ).rejects.toMatchObject({ code: 'rule' })
  })
})
