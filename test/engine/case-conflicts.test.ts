import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { conflictState } from '#engine/cases/check/conflicts/keep-conflicts.ts'
import { dispatch } from '#engine/rpc/dispatch.ts'
import type { MarkShape } from '#shared/cases/mark.ts'
import type { Instant } from '#shared/time/instant.ts'
import { anAccessRequest, fillCase, type MadeFile } from '#test/support/a-case.ts'
import { aCheckedCase, BOX, handOver, LETTER, mark, REPORT } from '#test/support/a-checked-case.ts'
import { PASSPHRASE, startTestEngine } from '#test/support/engine.ts'

const starting = startTestEngine()
afterAll(async () => (await starting)[Symbol.asyncDispose]())

const aCase = async (...files: MadeFile[]) => aCheckedCase(await starting, ...files)

const SAID = 'On the third of May the uncle of the child was seen at the school gate in Leeds.'
const OTHER = 'The garden was tidy and everybody had enough to eat, as far as the visitor saw.'

/** A page of two lines, each of one word that has a box. */
const twoLines = (first: string, second: string) => ({
  text: `${first}\n${second}`,
  words: [
    { start: 0, end: first.length, left: 10, top: 10, right: 90, bottom: 20 },
    {
      start: first.length + 1,
      end: first.length + 1 + second.length,
      left: 10,
      top: 30,
      right: 90,
      bottom: 40,
    },
  ],
})
const FIRST_LINE: MarkShape = { kind: 'box', boxes: [{ left: 5, top: 5, right: 100, bottom: 25 }] }

describe('what is decided otherwise elsewhere', () => {
  const find = async ({ call, request }: Awaited<ReturnType<typeof aCase>>) =>
    call('cases.findConflicts', { request })
  const references = async ({ call, request }: Awaited<ReturnType<typeof aCase>>) =>
    (await call('cases.summary', { request })).reference

  test('the same page and the same passage in a sibling’s case are found, with its reference and reason', async () => {
    const page = { path: 'a.pdf', pages: [SAID, twoLines(SAID, OTHER), `${OTHER} And more.`] }
    const one = await aCase(page)
    const two = await aCase(page)
    for (const { store } of [one, two]) store.raw.exec(`update pages set fingerprint = 'page ' || number`)
    await one.flag([1, 2, 3], 'release')
    await two.flag([1], 'withhold', { because: 'About the uncle', exemption: 'TP-16' })
    await two.flag([2, 3], 'release')
    mark(two.store, 2, FIRST_LINE, 'Person B, a relative')

    const found = await find(one)
    const reference = await references(two)
    expect(found).toMatchObject({ isStale: false, unread: [], more: 0 })
    const withTwo = found.conflicts.filter(({ otherRequest }) => otherRequest === two.request)
    expect(withTwo).toMatchObject([
      {
        page: 1,
        place: 1,
        title: 'a.pdf',
        kind: 'page',
        otherReference: reference,
        otherPage: 1,
        here: 'Released',
        there: 'Withheld',
        thereBecause: expect.stringContaining('About the uncle'),
        wasReleased: false,
      },
      {
        page: 1,
        kind: 'passage',
        otherPage: 2,
        there: 'Removed',
        thereBecause: expect.stringContaining('Person B, a relative'),
      },
      { page: 2, kind: 'passage', otherPage: 2, here: `Stays: “${SAID}”`, there: 'Removed' },
    ])
    // Seen from the other side: what it removes stays there.
    const fromTwo = (await find(two)).conflicts.filter(({ otherRequest }) => otherRequest === one.request)
    expect(fromTwo).toMatchObject([
      { page: 1, kind: 'page', here: 'Withheld', there: 'Released' },
      { page: 2, kind: 'passage', otherPage: 1, here: `Removed: “${SAID}”`, there: 'Stays' },
      { page: 2, kind: 'passage', otherPage: 2, here: `Removed: “${SAID}”`, there: 'Stays' },
    ])
    expect(conflictState(two.store)).toMatchObject({ isStale: false, withReleased: 0 })
  })

  test('what was found is kept with its time, and is old once anything is decided', async () => {
    const one = await aCase({ path: 'a.pdf', pages: [OTHER] })
    const { call, request, flag, store, undo } = one
    expect(await call('cases.conflicts', { request })).toMatchObject({ lookedAt: null, conflicts: [] })
    await flag([1], 'release')
    await find(one)
    const kept = () => call('cases.conflicts', { request })
    expect(await kept()).toMatchObject({ lookedAt: '2026-11-22T09:00:00.000Z', isStale: false })
    await flag([1], 'query')
    expect((await kept()).isStale).toBe(true)
    await undo()
    expect((await kept()).isStale).toBe(false)
    mark(store, 1)
    expect(conflictState(store).isStale).toBe(true)
  })

  test('within a case: what is removed on one page and stays on another, now or in an earlier part', async () => {
    const one = await aCase({ path: 'a.pdf', pages: [twoLines(SAID, 'x'), SAID, twoLines(SAID, 'y'), SAID] })
    await one.flag([1, 2, 3], 'release')
    handOver(one.store, 1, { 1: [{ left: 5, top: 5, right: 100, bottom: 25 }] })
    mark(one.store, 3, FIRST_LINE)
    const { conflicts } = await find(one)
    expect(conflicts.filter(({ otherRequest }) => otherRequest === one.request)).toMatchObject([
      { page: 2, kind: 'passage', otherPage: 1, here: `Stays: “${SAID}”`, wasReleased: true },
    ])
  })

  test('it can be stopped, tells how far it is, and then keeps nothing', async () => {
    const one = await aCase({ path: 'a.pdf', pages: Array.from({ length: 250 }, () => SAID) })
    const { call, engine, request, flag } = one
    await flag(
      Array.from({ length: 250 }, (_, index) => index + 1),
      'release',
    )
    const task = 4711
    const told: string[] = []
    const leave = engine.subscribe((push) => push.event === 'progress' && told.push(push.doing))
    const input = { request }
    const reply = dispatch(engine, { id: task, procedure: 'cases.findConflicts', input, asAt: undefined })
    await call('registerFile.cancelTask', { task })
    expect(await reply).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(await call('cases.conflicts', { request })).toMatchObject({ lookedAt: null })
    await find(one)
    leave()
    expect(told).toContain('Reading what is removed: 100 pages')
  })

  test('a case whose key was destroyed is passed over, and one whose file is gone is named', async () => {
    await using engine = await startTestEngine()
    const { call } = engine
    const requests = [await anAccessRequest(call), await anAccessRequest(call), await anAccessRequest(call)]
    for (const request of requests)
      await fillCase(engine.engine.session().cases, request, [{ path: 'a.pdf', pages: [SAID] }])
    const [here, destroyed, gone] = requests as [string, string, string]
    const { cases } = engine.engine.session()
    cases.destroyKey(destroyed, '{}', '2026-11-22T09:00:00.000Z' as Instant)
    await call('registerFile.lock', {})
    await call('registerFile.open', { path: engine.path, passphrase: PASSPHRASE })
    await rm(join(engine.path, 'cases', `${gone}.db`))
    const { reference } = await call('cases.summary', { request: gone })
    expect(await call('cases.findConflicts', { request: here })).toMatchObject({
      cases: 0,
      unread: [reference],
      conflicts: [],
    })
  })
})

describe('what is different from before', () => {
  test('nothing before a part was handed over; then what comes along, goes, and is removed more or less', async () => {
    const { call, request, store, flag } = await aCase(LETTER, REPORT)
    const differences = () => call('cases.differences', { request })
    await flag([1, 2, 3, 4, 5], 'release')
    expect(await differences()).toEqual([])
    handOver(store, 4, { 2: [BOX], 3: [BOX] })
    mark(store, 1, { kind: 'box', boxes: [BOX] })
    mark(store, 3, { kind: 'box', boxes: [{ ...BOX, left: 10.4 }] })
    await flag([4], 'withhold')
    expect(await differences()).toMatchObject([
      {
        page: 1,
        change: 'moreRemoved',
        says: '1 place is removed now that was handed over.',
        title: 'letter.pdf',
      },
      { page: 2, change: 'lessRemoved', says: '1 place is no longer removed that was removed then.' },
      { page: 4, place: 4, change: 'noLonger', title: 'report.pdf' },
      { page: 5, change: 'added', says: '1 page comes along.' },
    ])
  })
})
