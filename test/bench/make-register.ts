import { rm } from 'node:fs/promises'
import { activityKind } from '#engine/records/activity.kind.ts'
import { createRegister } from '#engine/registerFile/create-register.ts'
import { openLedger } from '#engine/revisions/ledger.ts'
import { buildSample } from '#engine/sample/build-sample.ts'
import { type Engine, startEngine } from '#engine/start.ts'
import { type Activity, ActivityId } from '#shared/registers/activities/activity.schema.ts'
import { Instant } from '#shared/time/instant.ts'
import { ukDayOf } from '#shared/time/plain-date.ts'

/** The moment every measurement plays at, so that no list is made anew for another day. */
export const BENCH_NOW = '2026-03-02T09:00:00.000Z'

/** Opens every register that the measurements make. */
export const BENCH_PASSPHRASE = 'correct horse battery staple'

/** An engine that stands still in time and remembers nothing outside its registers. */
export function benchEngine(): Promise<Engine> {
  return startEngine({ home: null, windowed: false, now: () => Instant.parse(BENCH_NOW) })
}

/** Makes a register with this many activities, all written through the ledger in one transaction. */
export async function makeRegister(path: string, count: number): Promise<void> {
  const engine = await benchEngine()
  try {
    const sample = buildSample()
    await createRegister(engine, {
      folder: path,
      passphrase: BENCH_PASSPHRASE,
      content: { ...sample, activities: [] },
      procedure: 'bench',
    })
    await putActivities(engine, sample.activities, count)
  } catch (error) {
    await rm(path, { recursive: true, force: true })
    throw error
  } finally {
    await engine.close()
  }
}

async function putActivities(engine: Engine, models: readonly Activity[], count: number): Promise<void> {
  const session = engine.session()
  const at = Instant.parse(BENCH_NOW)
  const info = { at, actor: 'bench', procedure: 'bench', command: engine.newId() }
  await session.db.transaction().execute(async (db) => {
    const ledger = openLedger(db, info, session.head(), () => session.lookups(ukDayOf(at), db))
    for (const activity of manyActivities(models, count)) await ledger.put(activityKind, activity)
    await ledger.settle()
  })
}

/**
 * The activities of the sample over and over, each time with an id, a reference and a name of its own:
 * the same number always gives the same activities.
 */
export function* manyActivities(models: readonly Activity[], count: number): Generator<Activity> {
  for (let index = 0; index < count; index += 1) {
    const model = models[index % models.length]!
    const number = String(index + 1).padStart(6, '0')
    yield {
      ...model,
      id: ActivityId.parse(`0190b000-0000-7000-8000-000000${number}`),
      reference: `B-${number}`,
      name: `${model.name.slice(0, 170)} ${number}`,
      // Related activities of the sample are not among the copies.
      relatedIds: [],
    }
  }
}
