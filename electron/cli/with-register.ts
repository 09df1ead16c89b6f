import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { AppError } from '#shared/errors.ts'
import type { Input, Output, ProcedureName } from '#shared/rpc/contract.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { dispatch } from '#engine/rpc/dispatch.ts'
import { type Engine, startEngine } from '#engine/start.ts'

/** Calls a procedure as a window would; throws what the engine refuses. */
export type Call = <P extends ProcedureName>(
  procedure: P,
  input: Input<P>,
  asAt?: PlainDate,
) => Promise<Output<P>>

/** Runs with an engine that is closed afterwards, whatever happens; without a `home` it remembers nothing. */
export async function withEngine<Result>(
  work: (call: Call, engine: Engine) => Promise<Result>,
  home: string | null = process.env['DPO_HOME'] ?? join(homedir(), '.dpo-workbench'),
): Promise<Result> {
  const engine = await startEngine({ home, windowed: false })
  let lastId = 0
  const call: Call = async (procedure, input, asAt) => {
    const reply = await dispatch(engine, { id: ++lastId, procedure, input, asAt })
    if (!reply.ok) throw AppError.fromWire(reply.error)
    return reply.value as never
  }
  try {
    return await work(call, engine)
  } finally {
    await engine.close()
  }
}

/** Runs with a register open. */
export async function withRegister<Result>(
  path: string,
  work: (call: Call, engine: Engine) => Promise<Result>,
): Promise<Result> {
  return withEngine(async (call, engine) => {
    await call('registerFile.open', { path: resolve(path), passphrase: await passphrase() })
    return work(call, engine)
  })
}

/** `DPO_PASSPHRASE`, or what the person types unseen. */
export async function passphrase(): Promise<string> {
  const given = process.env['DPO_PASSPHRASE']
  if (given) return given
  if (!process.stdin.isTTY)
    throw new AppError(
      'invalid',
      'Set DPO_PASSPHRASE to the passphrase of the register, or run this in a terminal to be asked for it.',
    )
  process.stderr.write('Passphrase: ')
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() })
  const prompt = createInterface({ input: process.stdin, output: unseen, terminal: true })
  const typed = await prompt.question('')
  prompt.close()
  process.stderr.write('\n')
  return typed
}
