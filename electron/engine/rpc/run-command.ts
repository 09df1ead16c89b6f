import { AppError } from '#shared/errors.ts'
import { openLedger } from '../revisions/ledger.ts'
import type { Engine } from '../start.ts'
import type { WriteContext } from './context.ts'

/** Who asks, and when. */
export type Call = Pick<WriteContext, 'now' | 'today' | 'actor'>

/**
 * One command: one transaction, its revisions in it; the session moves on only after the commit. Runs at once, so
 * whoever calls it sees to it that nothing else changes the register meanwhile.
 */
export async function runCommand<Result>(
  engine: Engine,
  procedure: string,
  call: Call,
  change: (context: WriteContext) => Promise<Result>,
): Promise<Result> {
  const session = engine.session()
  if (session.readOnlyBecause) throw new AppError('read-only', session.readOnlyBecause)
  const info = { at: call.now, actor: call.actor, procedure, command: engine.newId() }
  const following: (() => Promise<void>)[] = []
  const done = await session.db.transaction().execute(async (db) => {
    const lookups = () => session.lookups(call.today, db)
    const ledger = openLedger(db, info, session.head(), lookups)
    const { documents, cases } = session
    const output = await change({
      ...call,
      db,
      ledger,
      lookups,
      documents,
      cases,
      newId: engine.newId,
      afterwards: (work: () => Promise<void>) => void following.push(work),
      isWorkedOn: (request: string) => [...engine.tasks.values()].some((task) => task.cases.has(request)),
    })
    return { output, ...(await ledger.settle()), touched: ledger.touched() }
  })
  session.advance(done.head, done.lookups)
  for (const work of following) await work()
  if (done.touched.length > 0) engine.broadcast({ event: 'changed' })
  return done.output
}
