import { setImmediate as breathe } from 'node:timers/promises'
import { AppError } from '#shared/errors.ts'
import { notingCases } from '../cases/noting-cases.ts'
import { nameOfRegister } from '../registerFile/folder.ts'
import type { Engine } from '../start.ts'
import type { TaskContext } from './context.ts'
import { type Call, runCommand } from './run-command.ts'

/** How often progress is told, in milliseconds; more would only slow the work down. */
const PROGRESS_EVERY = 100
/** How often a window is told to look again while a task works on a case, in milliseconds. */
const CHANGED_EVERY = 2_000

/** What a task may do: read, tell its progress, and notice that it was stopped. */
export function taskContext(
  engine: Engine,
  { id: task, procedure }: { readonly id: number; readonly procedure: string },
  call: Call,
): TaskContext {
  const atStart = engine.openSession()
  let toldAt = 0
  let changedAt: number | null = null
  return {
    ...call,
    engine,
    readDb: async (asAt) => (asAt ? (await engine.session().asAt(asAt)).db : engine.session().db),
    stamp(asAt) {
      const { folder, registerId, head } = engine.session()
      return Promise.resolve({
        registerName: nameOfRegister(folder),
        registerId,
        madeAt: call.now,
        asAt,
        chain: head(),
      })
    },
    // Only a task that asks for documents needs an open register.
    get documents() {
      return engine.session().documents
    },
    // What a task does to a case is no change of the register, which would be told of itself.
    get cases() {
      return notingCases(engine.session().cases, (request) => {
        engine.tasks.get(task)?.cases.add(request)
        changedAt ??= performance.now()
      })
    },
    serially: engine.serially,
    change: (work) =>
      engine.serially(() => {
        // Another register may have been opened since: what was made from one is never recorded in another.
        if (engine.session() !== atStart) throw new AppError('locked', 'The register was locked meanwhile.')
        return runCommand(engine, procedure, call, work)
      }),
    atRest: (read) => engine.serially(read),
    async step(done, total, doing) {
      if (engine.tasks.get(task)?.cancelled) throw new AppError('cancelled', 'Stopped. Nothing was written.')
      const now = performance.now()
      if (now - toldAt < PROGRESS_EVERY && done < total) return
      toldAt = now
      engine.broadcast({ event: 'progress', task, done, total, doing })
      if (changedAt !== null && now - changedAt > CHANGED_EVERY) {
        changedAt = now
        engine.broadcast({ event: 'changed' })
      }
      engine.stayAwake()
      await breathe()
    },
    mayUse: (path) => engine.grants.check(path),
    mayRead: (path) => engine.grants.checkReading(path),
  }
}
