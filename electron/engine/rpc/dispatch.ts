import type { z } from 'zod'
import { AppError } from '#shared/errors.ts'
import { contract, type ProcedureName } from '#shared/rpc/contract.ts'
import type { Procedure } from '#shared/rpc/procedure.ts'
import type { Reply, Request } from '#shared/rpc/wire.ts'
import { ukDayOf } from '#shared/time/plain-date.ts'
import { storageError } from '../db/storage-error.ts'
import { catchUpIndex } from '../records/search-index.ts'
import type { PastRegister } from '../revisions/as-at.ts'
import type { Engine } from '../start.ts'
import { handlers } from './handlers.ts'
import { runCommand } from './run-command.ts'
import { taskContext } from './task-context.ts'

type AnyHandler = (context: object, input: unknown) => Promise<unknown>

/** A read that the lock overtook: its database is closed, which is no bug. */
const CLOSED_MEANWHILE = new AppError(
  'locked',
  'The register was locked before this was done. Open it to go on.',
)

/** Serves one request: validate, run, validate, reply. Never throws. */
export async function dispatch(engine: Engine, request: Request): Promise<Reply> {
  const { id, procedure } = request
  const session = engine.openSession()
  try {
    return { id, ok: true, value: await run(engine, request) }
  } catch (thrown) {
    const wasClosed = session !== null && engine.openSession() !== session
    const error = storageError(thrown, session?.folder ?? 'the register')
    if (wasClosed && !(error instanceof AppError)) return { id, ok: false, error: CLOSED_MEANWHILE.toWire() }
    if (error instanceof AppError) return { id, ok: false, error: error.toWire() }
    const reference = engine.newId().slice(-6)
    engine.onBug(error, `${procedure} (${reference})`)
    return {
      id,
      ok: false,
      error: {
        code: 'bug',
        message: `Something went wrong in the program. Nothing was changed. Reference ${reference}.`,
      },
    }
  }
}

async function run(engine: Engine, { id, procedure: name, input: raw, asAt }: Request): Promise<unknown> {
  if (!Object.hasOwn(contract, name))
    throw new AppError('invalid', `There is no procedure called “${name.slice(0, 80)}”.`)
  const definition: Procedure = contract[name as ProcedureName]
  const handler = handlers[name as ProcedureName] as AnyHandler
  const input = parseInput(definition.input, raw)
  const now = engine.now()
  const call = { now, today: ukDayOf(now), actor: engine.actor }

  await engine.openSession()?.catchUp()
  switch (definition.kind) {
    case 'file':
      return definition.output.parse(await handler({ ...call, engine }, input))
    case 'query': {
      const session = engine.session()
      const { documents, cases } = session
      // History speaks of all times, so it is never shown as at one.
      const past = asAt && !name.startsWith('history.') ? await session.asAt(asAt) : null
      if (name.startsWith('search.')) await indexWords(engine, past)
      const context = past
        ? {
            ...call,
            today: asAt,
            documents,
            cases,
            db: past.db,
            lookups: () => past.lookups,
            remember: past.remember,
          }
        : {
            ...call,
            documents,
            cases,
            db: session.db,
            lookups: () => session.lookups(call.today),
            remember: session.memory.remember,
          }
      return definition.output.parse(await handler(context, input))
    }
    case 'command':
      return engine.serially(() =>
        runCommand(engine, name, call, async (context) =>
          definition.output.parse(await handler(context, input)),
        ),
      )
    case 'task':
      return runTask(engine, id, async () =>
        definition.output.parse(await handler(taskContext(engine, { id, procedure: name }, call), input)),
      )
  }
}

/** What is searched is indexed first; in a register that somebody else writes to, they do it. */
async function indexWords(engine: Engine, past: PastRegister | null): Promise<void> {
  const session = engine.session()
  if (past) await catchUpIndex(past.db)
  else if (!session.readOnlyBecause) await engine.serially(() => catchUpIndex(session.db))
}

async function runTask(engine: Engine, id: number, handle: () => Promise<unknown>): Promise<unknown> {
  engine.tasks.set(id, { cancelled: false, cases: new Set() })
  try {
    return await handle()
  } finally {
    if (engine.tasks.get(id)?.cases.size && engine.openSession()) engine.broadcast({ event: 'changed' })
    engine.tasks.delete(id)
  }
}

function parseInput(schema: z.ZodType, raw: unknown): unknown {
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  const fields = Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message]))
  const [first] = Object.entries(fields)
  throw new AppError(
    'invalid',
    first ? `${first[0] ? `${first[0]}: ` : ''}${first[1]}` : 'Some fields need another look.',
    { fields },
  )
}
