import { AppError } from '#shared/errors.ts'
import type {
  RegisterStatus,
  registerFileProcedures,
} from '#shared/registers/registerFile/registerFile.contract.ts'
import { passphraseProblem } from '#shared/registers/registerFile/passphrase.ts'
import { LATEST_SCHEMA } from '../../db/migrations/index.ts'
import { listBackups, restoreBackup } from '../../registerFile/backups.ts'
import { afterOpening } from '../../registerFile/after-opening.ts'
import { backUp } from '../../registerFile/back-up.ts'
import { createRegister } from '../../registerFile/create-register.ts'
import { filesOf, nameOfRegister, refuseOtherFolders } from '../../registerFile/folder.ts'
import { rememberHead } from '../../registerFile/heads.ts'
import {
  readKeyFile,
  unwrapByPassphrase,
  unwrapByRecoveryKey,
  withPassphrase,
  withRecoveryKey,
  writeKeyFile,
} from '../../registerFile/keys.ts'
import { openRegister } from '../../registerFile/open-register.ts'
import { newRecoveryKey } from '../../registerFile/recovery-key.ts'
import type { HandlersFor } from '../../rpc/context.ts'
import { buildSample } from '../../sample/build-sample.ts'
import type { Engine } from '../../start.ts'
import { readSettings } from '../settings/settings.kind.ts'

export const registerFileHandlers: HandlersFor<typeof registerFileProcedures> = {
  'registerFile.status': ({ engine }) => statusOf(engine),

  'registerFile.create': ({ engine }, { path, passphrase }) =>
    engine.oneRegisterAtATime(async () => {
      engine.grants.check(path)
      refuseWeak(passphrase)
      const recoveryKey = await createRegister(engine, {
        folder: path,
        passphrase,
        content: null,
        procedure: 'registerFile.create',
      })
      return { recoveryKey, status: await statusOf(engine) }
    }),

  'registerFile.createSample': ({ engine }, { path, passphrase }) =>
    engine.oneRegisterAtATime(async () => {
      engine.grants.check(path)
      const recoveryKey = await createRegister(engine, {
        folder: path,
        passphrase,
        content: buildSample(),
        procedure: 'registerFile.createSample',
      })
      return { recoveryKey, status: await statusOf(engine) }
    }),

  'registerFile.open': ({ engine, now }, { path, passphrase }) =>
    engine.oneRegisterAtATime(async () => {
      const keyFile = await keyFileAt(engine, path)
      const key = await unwrapByPassphrase(keyFile, passphrase)
      return useRegister(engine, {
        folder: path,
        registerId: keyFile.registerId,
        key,
        home: engine.home,
        now,
      })
    }),

  'registerFile.recover': ({ engine, now }, { path, recoveryKey, passphrase }) =>
    engine.oneRegisterAtATime(async () => {
      refuseWeak(passphrase)
      const keyFile = await keyFileAt(engine, path)
      const key = unwrapByRecoveryKey(keyFile, recoveryKey)
      await writeKeyFile(filesOf(path).keys, await withPassphrase(keyFile, key, passphrase))
      return useRegister(engine, {
        folder: path,
        registerId: keyFile.registerId,
        key,
        home: engine.home,
        now,
      })
    }),

  'registerFile.lock': async ({ engine }) => {
    await engine.lock('asked')
    return { state: 'none' }
  },

  'registerFile.changePassphrase': ({ engine }, { current, next }) =>
    engine.serially(async () => {
      refuseWeak(next)
      const { keys, keyFile } = await keyFileToWrite(engine)
      const key = await unwrapByPassphrase(keyFile, current)
      await writeKeyFile(keys, await withPassphrase(keyFile, key, next))
      key.fill(0)
      return statusOf(engine)
    }),

  'registerFile.newRecoveryKey': ({ engine }, { passphrase }) =>
    engine.serially(async () => {
      const { keys, keyFile } = await keyFileToWrite(engine)
      const key = await unwrapByPassphrase(keyFile, passphrase)
      const recoveryKey = newRecoveryKey()
      await writeKeyFile(keys, withRecoveryKey(keyFile, key, recoveryKey))
      key.fill(0)
      return { recoveryKey, status: await statusOf(engine) }
    }),

  'registerFile.backUp': ({ engine, now }) => backUp(engine, now),

  'registerFile.listBackups': ({ engine }, { path }) => {
    engine.grants.check(path)
    return listBackups(path)
  },

  'registerFile.restore': ({ engine, now }, { path, backup, passphrase }) =>
    engine.oneRegisterAtATime(async () => {
      engine.grants.check(path)
      // A register whose database is gone can be brought back, so only the keys must be there.
      const keyFile = await readKeyFile(filesOf(path).keys)
      const key = await unwrapByPassphrase(keyFile, passphrase)
      if (engine.openSession()?.folder === path) await engine.close()
      await restoreBackup(path, backup, key, now)
      // The restored state is meant: what this computer saw before no longer counts against it.
      const status = await useRegister(engine, {
        folder: path,
        registerId: keyFile.registerId,
        key,
        home: null,
        now,
      })
      const { registerId, head } = engine.session()
      if (engine.home) await rememberHead(engine.home, registerId, head())
      return status
    }),

  'registerFile.verify': ({ engine, now }) => engine.session().verify(now),

  'registerFile.keepAwake': ({ engine }) => {
    engine.stayAwake()
    return Promise.resolve({})
  },

  'registerFile.cancelTask': ({ engine }, { task }) => {
    const running = engine.tasks.get(task)
    if (running) running.cancelled = true
    return Promise.resolve({})
  },
}

async function useRegister(engine: Engine, unlocked: Parameters<typeof openRegister>[0]) {
  if (engine.openSession()) await engine.close()
  const session = await openRegister(unlocked)
  await engine.use(session)
  afterOpening(engine, session)
  return statusOf(engine)
}

async function keyFileAt(engine: Engine, path: string) {
  engine.grants.check(path)
  await refuseOtherFolders(path)
  return readKeyFile(filesOf(path).keys)
}

async function keyFileToWrite(engine: Engine) {
  const { folder, readOnlyBecause } = engine.session()
  if (readOnlyBecause) throw new AppError('read-only', readOnlyBecause)
  const { keys } = filesOf(folder)
  return { keys, keyFile: await readKeyFile(keys) }
}

function refuseWeak(passphrase: string): void {
  const problem = passphraseProblem(passphrase)
  if (problem) throw new AppError('invalid', `${problem}.`, { fields: { passphrase: problem } })
}

async function statusOf(engine: Engine): Promise<RegisterStatus> {
  const session = engine.openSession()
  if (!session) return { state: 'none' }
  const [latest] = await listBackups(session.folder)
  const { lockAfterMinutes } = await readSettings(session.db)
  return {
    state: 'open',
    path: session.folder,
    name: nameOfRegister(session.folder),
    registerId: session.registerId,
    readOnlyBecause: session.readOnlyBecause,
    encryption: 'AES-256 (SQLCipher 4), key wrapped by Argon2id',
    schemaVersion: session.schemaVersion || LATEST_SCHEMA,
    broughtUpToDate: session.broughtUpToDate,
    lastBackupAt: latest?.madeAt ?? null,
    chain: session.chain(),
    lockAfterMinutes,
  }
}
