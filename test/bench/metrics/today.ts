import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { kindOf } from '#engine/described/kind-of.ts'
import type { OpenDatabase } from '#engine/db/open.ts'
import { byUrgency, deadlinesFor, inBucket } from '#engine/registers/today/today.query.ts'
import { openLedger } from '#engine/revisions/ledger.ts'
import { described } from '#shared/described/all.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { addDays } from '#shared/law/clocks/day-number.ts'
import { Bucket } from '#shared/registers/today/today.contract.ts'
import { Instant } from '#shared/time/instant.ts'
import { ukDayOf } from '#shared/time/plain-date.ts'
import { openBare, openHere } from '../engine.ts'
import { BENCH_NOW } from '../make-register.ts'
import { median, takeTurns, timed } from '../measure.ts'
import { copyOfRegister } from '../registers.ts'
import { milliseconds, type Result, spread } from '../report.ts'
import { type Bridge, startProgram, unlock } from '../window.ts'

const CASES = 2_000
const ACTIVITIES = 100
const TURNS = 9
const MOST_TIMES = 1.25
const MOST_BEYOND_SQL_MS = 50
/** The queue draws this many lines of each bucket at first. */
const PER_BUCKET = 20
/** Days over which the cases came in: a third of them is overdue, the others fall due later. */
const SPREAD_DAYS = 45

/** Today with many open cases: from the way there to the painted queue, against its SQL alone. */
export async function measureToday(): Promise<Result[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dpo-bench-'))
  const register = await copyOfRegister(ACTIVITIES, folder)
  const firstId = await putCases(register)
  const { page, close } = await startProgram(register)
  const bare = await openBare(register)
  try {
    await unlock(page)
    let turn = 0
    const turns = await takeTurns(
      TURNS,
      () => openToday(page, firstId, `Case of turn ${(turn += 1)}`),
      async () => (await timed(() => runBareQueries(bare))).ms,
    )
    const [ours, peer] = [median(turns.ours), median(turns.peer)]
    const most = peer * MOST_TIMES + MOST_BEYOND_SQL_MS
    return [
      {
        metric: 'Today',
        what: `Opening Today, ${CASES.toLocaleString('en-GB')} open cases, to paint`,
        ours: spread(turns.ours),
        peer: `${spread(turns.peer)} the same SQL alone`,
        figure: `SQL + ${milliseconds(ours - peer)}`,
        target: `${MOST_TIMES} times SQL + ${MOST_BEYOND_SQL_MS} ms`,
        verdict: ours <= most ? 'met' : 'missed',
        note: `${turns.ours.length} runs, load ${turns.load.toFixed(1)}, ${turns.discarded} discarded`,
      },
    ]
  } finally {
    bare.raw.close()
    await close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Puts the open cases into a register, the most urgent first, and answers the id of that one. */
async function putCases(register: string): Promise<string> {
  const { engine } = await openHere(register)
  const session = engine.session()
  const at = Instant.parse(BENCH_NOW)
  const today = ukDayOf(at)
  const info = { at, actor: 'bench', procedure: 'bench', command: engine.newId() }
  const { blank } = described('requests')
  const idOf = (index: number) => `0190c000-0000-7000-8000-${String(index).padStart(12, '0')}`
  await session.db.transaction().execute(async (db) => {
    const ledger = openLedger(db, info, session.head(), () => session.lookups(today, db))
    for (let index = 0; index < CASES; index += 1) {
      const receivedOn = addDays(today, Math.floor((index * SPREAD_DAYS) / CASES) - SPREAD_DAYS)
      const facts = { reference: `RR-${index}`, right: 'R-ERASE', receivedOn }
      const empty = blank(idOf(index), `Case ${index}`) as AnyRecord
      await ledger.put(kindOf('requests'), { ...empty, ...facts })
    }
    await ledger.settle()
  })
  await engine.close()
  return idOf(0)
}

/** The least that the page must ask: how many fall into each bucket, its first lines and their records. */
function runBareQueries({ db, raw }: OpenDatabase): void {
  const at = Instant.parse(BENCH_NOW)
  const seen = { today: ukDayOf(at), at }
  const run = <Row>({ sql, parameters }: { sql: string; parameters: readonly unknown[] }) =>
    raw.prepare<unknown[], Row>(sql).all(...parameters)
  let total = 0
  for (const bucket of Bucket.options) {
    const all = deadlinesFor(db, null)
    const counted = inBucket(
      all.select(({ fn }) => fn.countAll<number>().as('total')),
      bucket,
      seen,
    )
    total += run<{ total: number }>(counted.compile())[0]!.total
    const first = byUrgency(inBucket(all.select(['register', 'record', 'key']), bucket, seen)).limit(
      PER_BUCKET,
    )
    const ids = run<{ record: string }>(first.compile()).map(({ record }) => record)
    run(db.selectFrom('records').select(['id', 'title', 'body']).where('id', 'in', ids).compile())
  }
  if (total < CASES) throw new Error(`Only ${total} dates are kept for ${CASES} cases.`)
}

/** Renames the most urgent case, so that nothing kept will do, and goes to Today; answers the time to its paint. */
async function openToday(page: Page, firstId: string, name: string): Promise<number> {
  await page.evaluate(() => void (location.hash = '#/activities'))
  await page.locator('#activity-grid').waitFor()
  await page.evaluate(
    async ([id, changed]) => {
      const { engine } = globalThis as unknown as { engine: Bridge }
      const input = { register: 'requests', id, changes: { name: changed } }
      const reply = await engine.call('records.change', input)
      if (!reply.ok) throw new Error(reply.error?.message)
    },
    [firstId, name] as const,
  )
  // What the rail and the list ask anew after a change is not part of the way to Today.
  await page.waitForTimeout(1_000)
  return page.evaluate(goAndWait, name)
}

/** Runs in the page: from leaving for Today to the frame that shows the renamed case. */
function goAndWait(name: string): Promise<number> {
  return new Promise<number>((resolve) => {
    const from = performance.now()
    const observer = new MutationObserver(() => {
      const line = document.querySelector('[data-clock]')
      if (!line?.textContent?.includes(name)) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)))
    })
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })
    location.hash = '#/today'
  })
}
