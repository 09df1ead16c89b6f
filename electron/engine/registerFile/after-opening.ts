import { setTimeout as wait } from 'node:timers/promises'
import { RegisterName } from '#shared/records/record.ts'
import { ukDayOf } from '#shared/time/plain-date.ts'
import type { ReadDb } from '../db/schema.ts'
import { refreshRecord } from '../records/dependents.ts'
import { catchUpIndex } from '../records/search-index.ts'
import { readSettings } from '../registers/settings/settings.kind.ts'
import type { Engine } from '../start.ts'
import { rememberProgress } from './heads.ts'
import { type Session, staleSince } from './session.ts'

/** How long a window has to show its first page before other work begins, in milliseconds. */
const FIRST_PAGE = 1_500
/** How often the engine looks whether anybody is still there, in milliseconds. */
const LOOK_EVERY = 5_000
const REFRESHED_AT_A_TIME = 100

/** Work that must not keep the first page waiting: dated gaps, the check of the chain, the idle lock. */
export function afterOpening(engine: Engine, session: Session): void {
  if (!engine.windowed) return
  const isOpen = () => engine.openSession() === session
  lockWhenIdle(engine, session, isOpen).catch((error: unknown) => {
    if (isOpen()) engine.onBug(error, 'idle lock')
  })
  void wait(FIRST_PAGE, undefined, { ref: false })
    .then(async () => {
      if (!isOpen()) return
      await refreshLists(engine, session, isOpen)
      if (isOpen()) await session.verify(engine.now(), { withStructure: false })
      if (isOpen()) engine.broadcast({ event: 'changed' })
    })
    .catch((error: unknown) => {
      // A register that was locked meanwhile needs none of this.
      if (isOpen()) engine.onBug(error, 'after opening')
    })
}

/** Rules about dates find other gaps on another day, so the counts in the lists are made anew. */
async function refreshLists(engine: Engine, session: Session, isOpen: () => boolean): Promise<void> {
  const now = engine.now()
  if (!staleSince(session, now)) return
  const dated = await datedRecords(session.db)
  const lookups = await session.lookups(ukDayOf(now))
  for (let start = 0; start < dated.length && isOpen(); start += REFRESHED_AT_A_TIME) {
    await engine.serially(() =>
      session.db.transaction().execute(async (db) => {
        for (const { id, register } of dated.slice(start, start + REFRESHED_AT_A_TIME))
          await refreshRecord(db, register, id, lookups)
      }),
    )
  }
  if (!isOpen()) return
  session.memory.forget()
  await session.db
    .insertInto('meta')
    .values({ key: 'listed_on', value: ukDayOf(now) })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: ukDayOf(now) }))
    .execute()
}

/** The records whose gaps depend on the day. */
async function datedRecords(db: ReadDb): Promise<Array<{ id: string; register: RegisterName }>> {
  const activities = await db.selectFrom('activities').select('id').execute()
  const described = await db.selectFrom('records').select(['id', 'register']).execute()
  return [
    ...activities.map(({ id }) => ({ id, register: 'activities' as const })),
    ...described.map(({ id, register }) => ({ id, register: RegisterName.parse(register) })),
  ]
}

async function lockWhenIdle(engine: Engine, session: Session, isOpen: () => boolean): Promise<void> {
  let remembered = session.head().seq
  while (isOpen()) {
    await wait(LOOK_EVERY, undefined, { ref: false })
    if (!isOpen()) return
    // After a crash, too, this computer shall know how far the register had come.
    const { home } = engine
    if (home && session.head().seq !== remembered) {
      remembered = session.head().seq
      await engine.serially(() => (isOpen() ? rememberProgress(home, session) : Promise.resolve()))
    }
    if (!session.readOnlyBecause)
      await engine.serially(() => (isOpen() ? catchUpIndex(session.db) : Promise.resolve()))
    const { lockAfterMinutes } = await readSettings(session.db)
    if (engine.idleSince() > lockAfterMinutes * 60_000) await engine.lock('idle')
  }
}
