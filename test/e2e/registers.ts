import { join } from 'node:path'
import { dispatch } from '#engine/rpc/dispatch.ts'
import { startEngine } from '#engine/start.ts'
import { Instant } from '#shared/time/instant.ts'

/** The moment every end-to-end test plays at, for the engine and for the page. */
export const NOW = '2026-03-02T09:00:00.000Z'

/** Opens every register that the tests make. */
export const PASSPHRASE = 'correct horse battery staple'

export type RegisterKind = 'empty' | 'sample'

/** Makes a register in a folder with the real engine and answers its path. */
export async function makeRegister(kind: RegisterKind, folder: string): Promise<string> {
  const path = join(folder, kind === 'sample' ? 'Sample.dpo' : 'Empty.dpo')
  const engine = await startEngine({ home: null, windowed: false, now: () => Instant.parse(NOW) })
  const procedure = kind === 'sample' ? 'registerFile.createSample' : 'registerFile.create'
  const reply = await dispatch(engine, { id: 1, procedure, input: { path, passphrase: PASSPHRASE } })
  await engine.close()
  if (!reply.ok) throw new Error(`The ${kind} register could not be made: ${reply.error.message}`)
  return path
}
