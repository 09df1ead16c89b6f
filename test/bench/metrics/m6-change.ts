import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ActivityId } from '#shared/registers/activities/activity.schema.ts'
import { type BareCommits, bareCommits } from '../bare-commit.ts'
import { type Call, openHere } from '../engine.ts'
import { median, quantile, takeTurns, type Turns } from '../measure.ts'
import { copyOfRegister } from '../registers.ts'
import { milliseconds, ratioResult, type Result } from '../report.ts'
import { type Bridge, startProgram, unlock } from '../window.ts'
import { countFlushes } from './m6-flushes.ts'

const COUNT = 1_000
const TURNS = 9
/** Changes in one turn: enough for a p95, few enough that both sides see the same minute. */
const CHANGES = 40
const ID = ActivityId.parse('0190b000-0000-7000-8000-000000000005')
const MOST_MEDIAN = 3
const MOST_P95 = 5

/** One saved change, through the dispatcher and through the window's own line, against commits with nothing around them. */
export async function measureChange(): Promise<Result[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dpo-bench-'))
  const bare = bareCommits(folder)
  try {
    const register = await copyOfRegister(COUNT, folder)
    const here = await throughDispatcher(register, bare)
    const window = await throughWindow(register, bare)
    return [...here, ...window, await countFlushes(register)]
  } finally {
    bare.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function throughDispatcher(register: string, bare: BareCommits): Promise<Result[]> {
  const { engine, call } = await openHere(register)
  try {
    const changes = () => timeEach((number) => saveOnce(call, number))
    const body = JSON.stringify((await call('activities.get', { id: ID })).activity)
    const record = await takeTurns(TURNS, changes, () =>
      timeEach((number) => bare.recordAndRevision(`${body}${number}`)),
    )
    const short = await takeTurns(TURNS, changes, () =>
      timeEach((number) => bare.shortRow(`Person ${number}`)),
    )
    const what = 'One change through the dispatcher'
    return [
      ...againstCommit(what, 'bare commit of the record and its revision', record),
      ...againstCommit(what, 'bare commit of one short row', short),
    ]
  } finally {
    await engine.close()
  }
}

async function throughWindow(register: string, bare: BareCommits): Promise<Result[]> {
  const { page, close } = await startProgram(register)
  try {
    await unlock(page)
    const body = 'x'.repeat(6_000)
    const empty: number[] = []
    const turns = await takeTurns(
      TURNS,
      async () => {
        const { changes, emptyCalls } = await saveFromWindow(page)
        empty.push(...emptyCalls)
        return changes
      },
      () => timeEach((number) => bare.recordAndRevision(`${body}${number}`)),
    )
    const what = 'One change from the window and back'
    const note = `of which an empty call and back ${milliseconds(median(empty))}`
    return againstCommit(what, 'bare commit of the record and its revision', turns, note)
  } finally {
    await close()
  }
}

async function saveOnce(call: Call, number: number): Promise<void> {
  const owner = `Person ${number} ${performance.now()}`
  const { activity } = await call('activities.change', { id: ID, changes: { owner } })
  if (activity.owner !== owner) throw new Error('The change was not saved.')
}

/** In the page: what a field does when it saves, with the list on screen following, and calls that do nothing. */
async function saveFromWindow(page: Page): Promise<{ changes: number[]; emptyCalls: number[] }> {
  return page.evaluate(
    async ({ id, count }) => {
      const { engine } = globalThis as unknown as { engine: Bridge }
      const time = async (procedure: string, input: object) => {
        // A person pauses between two fields; the list on screen catches up.
        await new Promise((resolve) => setTimeout(resolve, 60))
        const start = performance.now()
        const reply = await engine.call(procedure, input)
        if (!reply.ok) throw new Error(`The change was refused: ${reply.error?.message}`)
        return performance.now() - start
      }
      const [changes, emptyCalls]: [number[], number[]] = [[], []]
      for (let number = 0; number < count; number += 1) {
        const owner = `Person ${number} ${performance.now()}`
        changes.push(await time('activities.change', { id, changes: { owner } }))
        emptyCalls.push(await time('registerFile.keepAwake', {}))
      }
      return { changes, emptyCalls }
    },
    { id: ID, count: CHANGES },
  )
}

async function timeEach(change: (number: number) => Promise<void> | void): Promise<number[]> {
  const times: number[] = []
  for (let number = 0; number < CHANGES; number += 1) {
    const start = performance.now()
    await change(number)
    times.push(performance.now() - start)
  }
  return times
}

function againstCommit(what: string, peer: string, turns: Turns, note = ''): Result[] {
  const ratio = quantile(turns.ours, 0.95) / quantile(turns.peer, 0.95)
  return [
    ratioResult({ metric: 'M6', what: `${what}: median`, peer, most: MOST_MEDIAN, turns, note }),
    {
      metric: 'M6',
      what: `${what}: p95`,
      ours: milliseconds(quantile(turns.ours, 0.95)),
      peer: `${milliseconds(quantile(turns.peer, 0.95))} ${peer}`,
      figure: `${ratio.toFixed(2)} times`,
      target: `at most ${MOST_P95}`,
      verdict: ratio <= MOST_P95 ? 'met' : 'missed',
      note: `median ${(median(turns.ours) / median(turns.peer)).toFixed(2)} times`,
    },
  ]
}
