import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Session } from '#engine/registerFile/session.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import { anActivity } from '#test/support/builders.ts'
import { type ChildEngine, startChildEngine } from '#test/support/child-engine.ts'
import { PASSPHRASE } from '#test/support/engine.ts'
import { keysOf, NOW, openAgain } from '#test/support/open-again.ts'

const ROUNDS = 100
/** Registers that are written to and killed side by side. */
const LANES = 2
/** Changes on their way to the engine at any time. */
const IN_FLIGHT = 3
/** The kill comes after up to so many acknowledged changes, and up to so many milliseconds later. */
const LATEST = { changes: 10, milliseconds: 10 }

type Tally = { acknowledged: number; lost: number; torn: number; stale: number; problems: string[] }

describe('an engine killed while it commits', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dpo-kill-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test(
    `${ROUNDS} times over loses nothing it acknowledged, tears nothing and leaves no stale lock`,
    { timeout: 600_000 },
    async () => {
      const tallies = await Promise.all(
        Array.from({ length: LANES }, (_, lane) => runLane(join(folder, `lane-${lane}`), ROUNDS / LANES)),
      )
      const sum = (name: 'acknowledged' | 'lost' | 'torn' | 'stale') =>
        tallies.reduce((total, tally) => total + tally[name], 0)
      expect(tallies.flatMap(({ problems }) => problems)).toEqual([])
      expect({ lost: sum('lost'), torn: sum('torn'), stale: sum('stale') }).toEqual({
        lost: 0,
        torn: 0,
        stale: 0,
      })
      // Rounds without commits would prove nothing.
      expect(sum('acknowledged')).toBeGreaterThan(ROUNDS * 3)
    },
  )
})

async function runLane(home: string, rounds: number): Promise<Tally> {
  const path = join(home, 'Killed.dpo')
  const tally: Tally = { acknowledged: 0, lost: 0, torn: 0, stale: 0, problems: [] }
  const first = await startChildEngine({ home })
  await first.call('registerFile.create', { path, passphrase: PASSPHRASE })
  const ids = [await anActivity(first.call, 'One'), await anActivity(first.call, 'Two')]
  await first.stop()
  const keys = await keysOf(path, PASSPHRASE)

  let next = 1
  let seq = 0
  for (let round = 0; round < rounds; round += 1) {
    const engine = await startChildEngine({ home })
    await engine.call('registerFile.open', { path, passphrase: PASSPHRASE })
    const done = await writeUntilKilled(engine, ids, next)
    const session = await openAgain(path, keys, home)
    if (session.readOnlyBecause) tally.stale += 1
    await examine(session, ids, { ...done, seq }, tally)
    seq = session.head().seq
    await session.close()
    next = done.sent + 1
  }
  return tally
}

/** Writes ever greater numbers into both activities, until the kill in the middle of it. */
async function writeUntilKilled(engine: ChildEngine, ids: readonly string[], from: number) {
  let sent = from - 1
  let killed = false
  const acknowledged: number[] = []
  const write = async () => {
    while (!killed) {
      const count = ++sent
      const reply = await engine.ask(...changeOf(count, ids)).reply
      if (reply.ok) acknowledged.push(count)
      else throw new Error(reply.error.message)
    }
  }
  for (let writer = 0; writer < IN_FLIGHT; writer += 1) void write()
  const enough = 1 + Math.random() * LATEST.changes
  while (acknowledged.length < enough) await wait(1)
  await wait(Math.random() * LATEST.milliseconds)
  killed = true
  await engine.kill()
  return { sent, acknowledged, from }
}

/** Most changes touch one record in two fields, every fourth both records at once. */
function changeOf(count: number, ids: readonly string[]): Parameters<ChildEngine['ask']> {
  const text = String(count)
  if (count % 4 === 0)
    return ['activities.applyBulk', { target: { ids }, edit: { action: 'set', field: 'owner', value: text } }]
  return [
    'activities.change',
    { id: ids[count % 2], changes: { description: text, notes: text.repeat(count % 60) } },
  ]
}

type Done = { acknowledged: readonly number[]; from: number; sent: number; seq: number }

/** Compares what was acknowledged with what the trail holds since revision `seq`, and has everything verified. */
async function examine(session: Session, ids: readonly string[], done: Done, tally: Tally): Promise<void> {
  const written = await session.db
    .selectFrom('revisions')
    .select(['command', 'procedure', 'body'])
    .where('seq', '>', done.seq)
    .where('record', 'in', ids)
    .execute()
  const states = written.map(({ body }) => JSON.parse(body!) as Activity)
  const seen = new Set(states.flatMap(({ description, owner }) => [Number(description), Number(owner)]))
  tally.acknowledged += done.acknowledged.length
  tally.lost += done.acknowledged.filter((count) => !seen.has(count)).length
  tally.torn += states.filter(
    ({ description, notes }) => notes !== description.repeat(Number(description) % 60),
  ).length
  const bulks = Map.groupBy(written, ({ command, procedure }) => `${procedure} ${command}`)
  for (const [name, parts] of bulks)
    if (name.startsWith('activities.applyBulk') && parts.length !== ids.length) tally.torn += 1
  tally.problems.push(...(await session.verify(NOW)).problems)
}
