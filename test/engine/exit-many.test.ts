import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { RegisterName } from '#shared/records/record.ts'
import { bodiesOf } from '#engine/exit/record-lines.ts'
import type { Session } from '#engine/registerFile/session.ts'
import { activityKind } from '#engine/records/activity.kind.ts'
import { openLedger } from '#engine/revisions/ledger.ts'
import { buildSample } from '#engine/sample/build-sample.ts'
import { ukDayOf } from '#shared/time/plain-date.ts'
import { manyActivities } from '../bench/make-register.ts'
import { PASSPHRASE, startTestEngine } from '../support/engine.ts'

/** How many records more than the sample has; DPO_MANY_RECORDS=100000 is the whole proof. */
const MANY = Number(process.env['DPO_MANY_RECORDS'] ?? 100)

test('many records come back to the letter, each with its history', { timeout: 3_600_000 }, async () => {
  await using it = await startTestEngine({ register: 'sample' })
  const { engine, call } = it
  const times = timer()
  await putMany(engine.session(), engine.now())
  times.say('made', MANY)
  const to = join(it.folder, 'many.zip')
  const written = await call('archives.writeWhole', {
    to,
    withHistory: true,
    withCases: true,
    passphrase: null,
  })
  times.say('written', written.bytes)
  const before = await fingerprint(engine.session())
  const register = join(it.folder, 'Many.dpo')
  const input = { path: to, register, passphrase: PASSPHRASE, archivePassphrase: null }
  const back = await call('archives.import', input)
  times.say('brought in', back.counts.records)
  expect(back.counts.records).toBeGreaterThan(MANY)
  expect(await fingerprint(engine.session())).toEqual(before)
  const { head } = engine.session().head()
  expect(head).not.toBe(written.chainHead)
  expect((await call('registerFile.verify', {})).problems).toEqual([])
  times.say('verified', process.memoryUsage().rss)
})

async function putMany(
  session: Session,
  at: ReturnType<Awaited<ReturnType<typeof startTestEngine>>['engine']['now']>,
) {
  const info = { at, actor: 'test', procedure: 'test', command: 'test' }
  const done = await session.db.transaction().execute(async (db) => {
    const ledger = openLedger(db, info, session.head(), () => session.lookups(ukDayOf(at), db))
    for (const activity of manyActivities(buildSample().activities, MANY))
      await ledger.put(activityKind, activity)
    return ledger.settle()
  })
  session.advance(done.head, done.lookups)
}

/** What a register holds, to the letter: each record's body, and each revision of the first of them. */
async function fingerprint({ db, raw }: Session) {
  const hash = createHash('sha256')
  let records = 0
  for (const register of RegisterName.options)
    for await (const { id, body } of bodiesOf(db, register)) {
      hash.update(`${register} ${id} ${body}\n`)
      records += 1
    }
  const trail = raw
    .prepare<[], object>(`select * from revisions where procedure <> 'archives.import' order by seq`)
    .iterate()
  for (const revision of trail) hash.update(JSON.stringify(revision))
  return { records, sha256: hash.digest('hex') }
}

/** Times are told only where somebody asked for the whole proof. */
function timer() {
  let at = performance.now()
  return {
    say(what: string, count: number) {
      const now = performance.now()
      if (process.env['DPO_MANY_RECORDS']) console.log(`${what}: ${Math.round(now - at) / 1000} s (${count})`)
      at = now
    },
  }
}
