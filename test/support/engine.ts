import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dispatch } from '#engine/rpc/dispatch.ts'
import { type Engine, startEngine } from '#engine/start.ts'
import { AppError } from '#shared/errors.ts'
import type { Input, Output, ProcedureName } from '#shared/rpc/contract.ts'
import { Instant } from '#shared/time/instant.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'

export const PASSPHRASE = 'correct horse battery staple'

type Options = { now?: string; register?: 'none' | 'empty' | 'sample'; windowed?: boolean }

/** A whole engine on a real encrypted register in a folder of its own, with a clock you set. */
export async function startTestEngine({
  now = '2026-11-22T09:00:00.000Z',
  register = 'empty',
  windowed = false,
}: Options = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'dpo-test-'))
  const clock = { now }
  const bugs: unknown[] = []
  const engine = await startEngine({
    home: join(folder, 'home'),
    windowed,
    now: () => Instant.parse(clock.now),
    onBug: (error) => bugs.push(error),
  })
  engine.grants.allow(folder)
  const call = callerOf(engine)
  const path = join(folder, 'Test.dpo')
  const recoveryKey =
    register === 'none'
      ? ''
      : (
          await call(register === 'sample' ? 'registerFile.createSample' : 'registerFile.create', {
            path,
            passphrase: PASSPHRASE,
          })
        ).recoveryKey

  return {
    engine,
    call,
    clock,
    bugs,
    folder,
    path,
    recoveryKey,
    async [Symbol.asyncDispose]() {
      await engine.close()
      await rm(folder, { recursive: true, force: true })
      if (bugs.length > 0)
        throw new AggregateError(
          bugs,
          `The engine met bugs during the test: ${bugs.map((bug) => (bug instanceof Error ? bug.stack : String(bug))).join('\n')}`,
        )
    },
  }
}

/** Calls procedures as a window would; throws what the engine refuses. */
export function callerOf(engine: Engine) {
  let lastId = 0
  return async function call<P extends ProcedureName>(
    procedure: P,
    input: Input<P>,
    asAt?: PlainDate,
  ): Promise<Output<P>> {
    const reply = await dispatch(engine, { id: ++lastId, procedure, input, asAt })
    if (!reply.ok) throw AppError.fromWire(reply.error)
    return reply.value as Output<P>
  }
}
