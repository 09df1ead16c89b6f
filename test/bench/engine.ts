import { openEncrypted, type OpenDatabase } from '#engine/db/open.ts'
import { filesOf } from '#engine/registerFile/folder.ts'
import { readKeyFile, unwrapByPassphrase } from '#engine/registerFile/keys.ts'
import { dispatch } from '#engine/rpc/dispatch.ts'
import type { Engine } from '#engine/start.ts'
import { AppError } from '#shared/errors.ts'
import type { Input, Output, ProcedureName } from '#shared/rpc/contract.ts'
import { BENCH_PASSPHRASE, benchEngine } from './make-register.ts'

/** Calls a procedure of an engine as a window would, without the window. */
export type Call = <P extends ProcedureName>(procedure: P, input: Input<P>) => Promise<Output<P>>

/** An engine in this process with a register open. */
export async function openHere(path: string): Promise<{ engine: Engine; call: Call }> {
  const engine = await benchEngine()
  let lastId = 0
  const call: Call = async (procedure, input) => {
    const reply = await dispatch(engine, { id: ++lastId, procedure, input })
    if (!reply.ok) throw AppError.fromWire(reply.error)
    return reply.value as never
  }
  await call('registerFile.open', { path, passphrase: BENCH_PASSPHRASE })
  return { engine, call }
}

/** The database of a register by itself, to read with nothing of the engine in between. */
export async function openBare(path: string): Promise<OpenDatabase> {
  const key = await unwrapByPassphrase(await readKeyFile(filesOf(path).keys), BENCH_PASSPHRASE)
  return openEncrypted(filesOf(path).database, key, { readonly: true })
}
