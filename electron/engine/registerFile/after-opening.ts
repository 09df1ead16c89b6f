import { setTimeout as wait } from 'node:timers/promises'
import { ukDayOf } from '#shared/time/plain-date.ts'
import { refreshActivity } from '../records/dependents.ts'
import { getRecord } from '../records/store.ts'
import { settingsKind } from '../registers/settings/settings.kind.ts'
import type { Engine } from '../start.ts'
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
  void lockWhenIdle(engine, session, isOpen)
  void wait(FIRST_PAGE, undefined, { ref: false })
    .then(async () => {
      if (!isOpen()) return
      await refreshLists(engine, session, isOpen)
      if (isOpen()) await session.verify(engine.now())
      if (isOpen()) engine.broadcast({ event: 'changed' })
    })
    .catch((error: unknown) => engine.onBug(error, 'after opening'))
}

/** Rules about dates find other gaps on another day, so the counts in the lists are made anew. */
async function refreshLists(engine: Engine, session: Session, isOpen: () => boolean): Promise<void> {
  const now = engine.now()
  if (!staleSince(session, now)) return
  const ids = await session.db.selectFrom('activities').select('id').execute()
  const lookups = await session.lookups(ukDayOf(now))
  for (let start = 0; start < ids.length && isOpen(); start += REFRESHED_AT_A_TIME) {
    await engine.serially(() =>
      session.db.transaction().execute(async (db) => {
        for (const { id } of ids.slice(start, start + REFRESHED_AT_A_TIME))
          await refreshActivity(db, id, lookups)
      }),
    )
  }
  if (!isOpen()) return
  await session.db
    .insertInto('meta')
    .values({ key: 'listed_on', value: ukDayOf(now) })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: ukDayOf(now) }))
    .execute()
}

async function lockWhenIdle(engine: Engine, session: Session, isOpen: () => boolean): Promise<void> {
  while (isOpen()) {
    await wait(LOOK_EVERY, undefined, { ref: false })
    if (!isOpen()) return
    const { lockAfterMinutes } = await getRecord(session.db, settingsKind, 'settings')
    if (engine.idleSince() > lockAfterMinutes * 60_000) await engine.lock('idle')
  }
}
