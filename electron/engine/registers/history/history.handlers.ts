import type { CommandEntry, historyProcedures } from '#shared/registers/history/history.contract.ts'
import { AppError } from '#shared/errors.ts'
import { RegisterName } from '#shared/records/record.ts'
import type { ReadDb } from '../../db/schema.ts'
import { refuseWhileCase } from '../../cases/refuse-while-case.ts'
import { kinds } from '../../records/kinds.ts'
import type { HandlersFor, WriteContext } from '../../rpc/context.ts'
import {
  recentCommands,
  revisionBefore,
  revisionsOf,
  revisionsOfCommand,
  undoneCommands,
} from './history.query.ts'

/** How far back undo and redo look for something to take back. */
const UNDO_DEPTH = 200
/** What a person did not do at the screen is not undone from it. */
const NOT_UNDOABLE = ['registerFile.create', 'registerFile.createSample', 'archives.import']

export const historyHandlers: HandlersFor<typeof historyProcedures> = {
  'history.ofRecord': async ({ db, lookups }, { register, record }) =>
    revisionsOf(db, register, record, await lookups()),

  'history.recent': ({ db }, { limit }) => recentCommands(db, limit),

  'history.ofCommand': async ({ db, lookups }, { command }) =>
    revisionsOfCommand(db, command, await lookups()),

  'history.undo': async (context) => {
    const entry = (await recentCommands(context.db, UNDO_DEPTH)).find(
      ({ procedure, undone }) =>
        !undone && !procedure.startsWith('history.') && !NOT_UNDOABLE.includes(procedure),
    )
    if (entry) await restoreBefore(context, entry.command, entry.command)
    return { entry: entry ?? null }
  },

  'history.redo': async (context) => {
    const entry = await lastUndone(context.db)
    if (entry) await restoreBefore(context, entry.undo, entry.command)
    return { entry: entry?.entry ?? null }
  },
}

/** Puts every record a command touched back to what it was before it, last touched first. */
async function restoreBefore(
  { db, ledger, cases }: WriteContext,
  command: string,
  takesBack: string,
): Promise<void> {
  ledger.takesBack(takesBack)
  const rows = await db
    .selectFrom('revisions')
    .select(['seq', 'register', 'record'])
    .where('command', '=', command)
    .orderBy('seq', 'desc')
    .execute()
  for (const row of rows) {
    const kind = kinds[RegisterName.parse(row.register)]
    const before = await revisionBefore(db, row)
    if (before && before.body === null)
      throw new AppError(
        'rule',
        'This cannot be taken back: the earlier content was erased under its retention rule.',
      )
    if (!before || before.body === 'null') {
      refuseWhileCase(cases, kind.register, row.record)
      await ledger.remove(kind, row.record)
    } else await ledger.put(kind, kind.schema.parse(JSON.parse(before.body!)))
  }
}

/** The command that was taken back last, while nothing else was done since. */
async function lastUndone(
  db: ReadDb,
): Promise<{ command: string; undo: string; entry: CommandEntry } | null> {
  const undone = await undoneCommands(db)
  for (const entry of await recentCommands(db, UNDO_DEPTH)) {
    if (entry.procedure === 'history.redo') continue
    if (entry.procedure !== 'history.undo') return null
    const row = await db
      .selectFrom('revisions')
      .select('undoes')
      .where('command', '=', entry.command)
      .limit(1)
      .executeTakeFirstOrThrow()
    // An undo that was done again since is passed over.
    if (!row.undoes || !undone.has(row.undoes)) continue
    return { command: row.undoes, undo: entry.command, entry: { ...entry, procedure: entry.procedure } }
  }
  return null
}
