import { stat } from 'node:fs/promises'
import { AppError } from '#shared/errors.ts'
import type { Output } from '#shared/rpc/contract.ts'
import { verifyArchive } from '../archive/verify-archive.ts'
import { storageError } from '../db/storage-error.ts'
import { freeBytes, ROOM_LEFT } from '../documents/disk-room.ts'
import { afterOpening } from '../registerFile/after-opening.ts'
import { filesOf, makeFolder, removeFolder } from '../registerFile/folder.ts'
import { newKeyFile, writeKeyFile } from '../registerFile/keys.ts'
import { openRegister } from '../registerFile/open-register.ts'
import { newRecoveryKey } from '../registerFile/recovery-key.ts'
import type { TaskContext } from '../rpc/context.ts'
import { fillRegister } from './fill-register.ts'
import { type Material, materialOf } from './material.ts'
import { type OpenArchive, withArchive } from './open-archive.ts'

type Asked = {
  readonly path: string
  readonly folder: string
  readonly passphrase: string
  readonly archivePassphrase: string | null
}
type Context = Pick<TaskContext, 'engine' | 'now' | 'actor' | 'step'>

/**
 * Makes a new register of an archive and opens it. The archive is checked whole first, what was made is compared with it
 * afterwards, and only then the keys are written, without which a folder is no register. Nothing is left behind when
 * anything is wrong or the person stops it. Throws a sentence that names what is wrong.
 */
export async function importArchive(ctx: Context, asked: Asked): Promise<Output<'archives.import'>> {
  const { path, archivePassphrase } = asked
  const seen = await lengthAndTime(path)
  // What cannot be opened, or holds no register, is said before everything in it is read.
  await withArchive(path, archivePassphrase, async () => {})
  const sealsBroken = await refuseUnsound(ctx, asked)
  return withArchive(path, archivePassphrase, async (archive) => {
    const material = await materialOf(archive)
    if ((await lengthAndTime(path)) !== seen)
      throw new AppError('rule', 'The archive was changed while it was read. Bring it in again.')
    await refuseWithoutRoom(archive, asked.folder)
    const made = await inNewFolder(ctx, asked, { archive, material })
    return { ...made, notes: [...made.notes, ...sealsBroken] }
  })
}

/** The archive as everything about it that is checked must be; a seal that was broken in the register itself is told. */
async function refuseUnsound(
  { step }: Context,
  { path, archivePassphrase }: Asked,
): Promise<readonly string[]> {
  const { checks } = await verifyArchive(path, step, archivePassphrase)
  const failed = checks.filter(({ ok }) => !ok)
  const seals = failed.filter(({ name }) => name.startsWith('Seals'))
  const [first, ...more] = failed.filter((one) => !seals.includes(one))
  if (first)
    throw new AppError(
      'rule',
      `This archive is not what was written, so nothing was brought in. ${first.name}: ${first.detail}${more.length > 0 ? ` (and ${more.length} more; “dpo verify” lists them)` : ''}`,
    )
  return seals.map(({ detail }) => detail)
}

async function inNewFolder(
  ctx: Context,
  { folder, passphrase }: Asked,
  { archive, material }: { readonly archive: OpenArchive; readonly material: Material },
): Promise<Output<'archives.import'>> {
  const { engine, now } = ctx
  await makeFolder(folder)
  try {
    const registerId = engine.newId()
    const recoveryKey = newRecoveryKey()
    const { dataKey, keyFile } = await newKeyFile(registerId, passphrase, recoveryKey)
    const filled = await fillRegister(ctx, { folder, key: dataKey }, archive, material)
    await ctx.step(0, 1, 'Opening the register')
    await writeKeyFile(filesOf(folder).keys, keyFile)
    await engine.oneRegisterAtATime(async () => {
      const session = await openRegister({ folder, registerId, key: dataKey, home: engine.home, now })
      await engine.use(session)
      afterOpening(engine, session)
    })
    return { recoveryKey, ...filled }
  } catch (error) {
    await removeFolder(folder)
    throw storageError(error, folder)
  }
}

async function lengthAndTime(path: string): Promise<string> {
  const found = await stat(path).catch((error: unknown) => {
    throw new AppError('not-found', `There is no file at ${path}.`, { cause: error })
  })
  return `${found.ino} ${found.size} ${found.mtimeMs}`
}

/** About how much longer a register is than the files it is made of: encrypted pages, and what is derived. */
const LONGER = 1.5

async function refuseWithoutRoom({ reader }: OpenArchive, folder: string): Promise<void> {
  const bytes = [...reader.bag.files.values()].reduce((sum, entry) => sum + entry.bytes, 0)
  if ((await freeBytes(folder)) >= bytes * LONGER + ROOM_LEFT) return
  throw new AppError(
    'storage',
    'There is not enough room on the disk for this register. Free some space, or choose another disk.',
    {
      reason: 'disk-full',
    },
  )
}
