import { randomInt } from 'node:crypto'
import { newPackPassphrase, weaknessOf } from '#shared/cases/pack-passphrase.ts'
import { AppError } from '#shared/errors.ts'
import type { archiveProcedures } from '#shared/registers/archives/archive.contract.ts'
import { passphraseProblem } from '#shared/registers/registerFile/passphrase.ts'
import { importArchive } from '../../exit/import-archive.ts'
import { lookAtArchive } from '../../exit/look-at-archive.ts'
import { writeWhole } from '../../exit/write-whole.ts'
import { putInPlace } from '../../files/put-in-place.ts'
import { nameOfRegister } from '../../registerFile/folder.ts'
import type { HandlersFor } from '../../rpc/context.ts'

type Handlers = HandlersFor<typeof archiveProcedures>

/** Leaving with everything, and coming back. */
export const exitHandlers: Pick<Handlers, 'archives.writeWhole' | 'archives.look' | 'archives.import'> = {
  'archives.writeWhole': async (ctx, { to, withHistory, withCases, passphrase: typed }) => {
    ctx.mayUse(to)
    const session = ctx.engine.session()
    const passphrase = typed === '' ? newPackPassphrase(randomInt) : typed
    const weakness = passphrase === null ? null : weaknessOf(passphrase, [nameOfRegister(session.folder)])
    if (weakness) throw new AppError('invalid', weakness, { fields: { passphrase: weakness } })
    await ctx.step(0, 1, 'Reading the register')
    const asked = { now: ctx.now, withHistory, withCases, passphrase }
    let written: Awaited<ReturnType<typeof writeWhole>> | undefined
    const file = await putInPlace(to, ctx.step, async (path) => {
      written = await writeWhole(session, asked, path, ctx.step)
    })
    return { ...file, ...written!, passphrase }
  },

  'archives.look': async (ctx, { path, passphrase }) => {
    ctx.mayRead(path)
    return lookAtArchive(path, passphrase)
  },

  'archives.import': async (ctx, { path, register, passphrase, archivePassphrase }) => {
    ctx.mayRead(path)
    ctx.mayUse(register)
    const weakness = passphraseProblem(passphrase)
    if (weakness) throw new AppError('invalid', `${weakness}.`, { fields: { passphrase: weakness } })
    if (!/\.dpo$/iu.test(register))
      throw new AppError('invalid', 'The folder of a register ends in .dpo.', {
        fields: { register: 'End its name in .dpo' },
      })
    return importArchive(ctx, { path, folder: register, passphrase, archivePassphrase })
  },
}
