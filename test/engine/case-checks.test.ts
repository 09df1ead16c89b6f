import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { drawPages } from '#engine/cases/check/draw-pages.ts'
import { conflictState } from '#engine/cases/check/conflicts/keep-conflicts.ts'
import { secondCheckState } from '#engine/cases/check/second-check-state.ts'
import { dispatch } from '#engine/rpc/dispatch.ts'
import type { CaseStore } from '#engine/cases/open-cases.ts'
import type { Box, MarkShape } from '#shared/cases/mark.ts'
import type { PageFlag } from '#shared/cases/page.ts'
import { PackPlan } from '#shared/cases/pack-plan.ts'
import type { RemovedArea } from '#shared/cases/removal.ts'
import { errorRate } from '#shared/cases/second-check.ts'
import type { Instant } from '#shared/time/instant.ts'
import { anAccessRequest, fillCase, type MadeFile } from '#test/support/a-case.ts'
import { PASSPHRASE, startTestEngine } from '#test/support/engine.ts'

const starting = startTestEngine()
afterAll(async () => (await starting)[Symbol.asyncDispose]())

const LETTER: MadeFile = { path: 'letter.pdf', pages: ['one', 'two', 'three'] }
const REPORT: MadeFile = { path: 'report.pdf', pages: ['four', 'five', 'six', 'seven'] }

/** A case of some files: its pages are numbered from 1 in their order. */
async function aCase(...files: MadeFile[]) {
  const { call, engine } = await starting
  const request = await anAccessRequest(call)
  const store = await fillCase(engine.session().cases, request, files)
  const flag = (
    pages: number[],
    value: PageFlag | null,
    more: { because?: string; exemption?: string } = {},
  ) => call('cases.flag', { request, pages, flag: value, because: '', exemption: '', ...more })
  const begin = (checker = 'Bea Ng', kind: 'sample' | 'full' = 'full', share = 100) =>
    call('cases.beginCheck', { request, kind, share, checker })
  const agree = (page: number) => call('cases.checkPage', { request, page, verdict: 'agree', note: '' })
  const giveBack = (page: number, note: string) =>
    call('cases.checkPage', { request, page, verdict: 'return', note })
  const signOff = (reviewer = 'Joan Lee') => call('cases.signOff', { request, reviewer })
  const state = () => call('cases.secondCheck', { request })
  const pages = (show: 'all' | 'open' | 'returned' = 'all') => call('cases.checkedPages', { request, show })
  const shown = async (page: number) => (await call('cases.page', { request, page })).page
  const undo = () => call('cases.undo', { request })
  const redo = () => call('cases.redo', { request })
  return {
    call,
    engine,
    request,
    store,
    flag,
    begin,
    agree,
    giveBack,
    signOff,
    state,
    pages,
    shown,
    undo,
    redo,
  }
}

const BOX: Box = { left: 10, top: 10, right: 100, bottom: 24 }

/** Puts a mark on a page as it is kept; returns its number. */
function mark(
  store: CaseStore,
  page: number,
  shape: MarkShape = { kind: 'page' },
  label = 'Person A',
): number {
  const { lastInsertRowid } = store.raw
    .prepare(
      `insert into marks (page, shape, target, origin, state, exemption, answers, reason, label, person, term, made_at,
         made_by)
       values (?, ?, '{"kind":"plain"}', 'hand', 'accepted', 'TP-16', '{}', 'About another child', ?, null, null,
         '2026-11-22T09:00:00.000Z', 'jlee')`,
    )
    .run(page, JSON.stringify(shape), label)
  return Number(lastInsertRowid)
}

/** Hands pages over as a released pack keeps it: the first `pages` of the case, and what was removed from which. */
function handOver(
  { raw }: CaseStore,
  pages: number,
  areas: Readonly<Record<number, readonly Box[]>> = {},
): void {
  const letter = {
    subject: '',
    dated: '2026-11-22',
    reference: '',
    from: [],
    to: [],
    greeting: [],
    paragraphs: [],
    signature: [],
    basis: '',
    checks: [],
  }
  const run = { paper: 'a', firstPage: 1, from: 1, pages, bytes: 1 }
  // Whatever else stands in a plan is a list.
  const lists = Object.fromEntries(Object.keys(PackPlan.shape).map((field) => [field, []]))
  const plan = {
    ...lists,
    version: 1,
    reference: 'RR-0001',
    phase: 1,
    kind: 'partial',
    order: 'came',
    madeAt: '2026-11-22T09:00:00.000Z',
    madeBy: 'test',
    seed: '0'.repeat(64),
    limits: { pages: 500, bytes: 1000 },
    firstNumber: 1,
    documents: [{ document: 1, title: 'a', type: 'other', dated: null, author: '', runs: [run] }],
    removals: { pages: 0, marks: 0, sha256: '' },
    letter,
    article15: letter,
  }
  raw
    .prepare(
      `insert into packs (id, phase, made_at, made_by, plan, plan_sha256, released_at, released_by)
       values (1, 1, '2026-11-22T09:00:00.000Z', 'test', ?, '', '2026-11-22T10:00:00.000Z', 'test')`,
    )
    .run(JSON.stringify(PackPlan.parse(plan)))
  const add = raw.prepare(`insert into pack_pages (pack, page, making, areas) values (1, ?, 'objects', ?)`)
  for (const [page, boxes] of Object.entries(areas)) {
    const area: RemovedArea = {
      mark: 1,
      boxes: [...boxes],
      words: '',
      label: 'Person A',
      spoken: 'redacted: Person A',
      exemption: 'TP-16',
      reason: 'About another child',
      person: null,
    }
    add.run(Number(page), JSON.stringify([area]))
  }
}

describe('the sample of a second check', () => {
  const aPage = fc.record({ document: fc.integer({ min: 1, max: 8 }), isMarked: fc.boolean() })

  test('has its share, every document with marks, and is drawn the same from the same seed', () => {
    fc.assert(
      fc.property(
        fc.array(aPage, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 100 }),
        fc.nat(),
        (made, share, seed) => {
          const pages = made.map((one, index) => ({ ...one, page: index + 1 }))
          const drawn = drawPages(pages, share, seed)
          const marked = new Set(pages.filter(({ isMarked }) => isMarked).map(({ document }) => document))
          expect(drawn).toEqual(drawPages(pages.toReversed(), share, seed).toSorted((one, two) => one - two))
          expect(new Set(drawn).size).toBe(drawn.length)
          const wanted = Math.max(Math.ceil((pages.length * share) / 100), marked.size)
          if (share === 100) expect(drawn).toHaveLength(pages.length)
          else expect(drawn).toHaveLength(wanted)
          const inSample = pages.filter(({ page, isMarked }) => isMarked && drawn.includes(page))
          expect(new Set(inSample.map(({ document }) => document))).toEqual(marked)
        },
      ),
    )
  })

  test('of another seed is another one', () => {
    const pages = Array.from({ length: 200 }, (_, index) => ({
      page: index + 1,
      document: 1,
      isMarked: false,
    }))
    expect(drawPages(pages, 10, 1)).not.toEqual(drawPages(pages, 10, 2))
  })
})

describe('a second check', () => {
  test('is of pages to be released only, and needs somebody who decided about none of them', async () => {
    const { begin, flag, store, state, pages } = await aCase(LETTER, REPORT)
    expect(await state()).toBeNull()
    await expect(begin()).rejects.toThrow(/nothing to check/)
    await flag([1, 2, 4], 'release')
    await flag([3], 'withhold')
    mark(store, 4)
    store.raw.exec(`update pages set flagged_by = 'Amélie  Roux'`)
    await expect(begin('ROUX, Amelie')).rejects.toThrow(/“ROUX, Amelie” reads like “Amélie {2}Roux”/)
    await expect(begin('Joan Lee')).rejects.toMatchObject({
      message: expect.stringMatching(/“Joan Lee” reads like “jlee”/),
      fields: { checker: 'Decided about some of these pages' },
    })
    expect(await begin()).toMatchObject({
      kind: 'full',
      share: 100,
      checker: 'Bea Ng',
      reviewers: ['Amélie  Roux', 'jlee'],
      pages: 3,
      checked: 0,
      signedOff: null,
    })
    expect(await pages()).toEqual(
      [1, 2, 4].map((page) => ({ page, place: page, verdict: null, note: '', isStale: false })),
    )
  })

  test('a sample is kept with its seed and has a page of each document with marks', async () => {
    const { begin, flag, store, pages } = await aCase(LETTER, REPORT)
    await flag([1, 2, 3, 4, 5, 6, 7], 'release')
    mark(store, 6)
    expect(await begin('Bea Ng', 'sample', 20)).toMatchObject({ kind: 'sample', share: 20, pages: 2 })
    expect((await pages()).map(({ page }) => page)).toContain(6)
    expect(store.raw.prepare('select seed from check_rounds').pluck().get()).toBeGreaterThan(0)
  })

  test('a returned page is open again until it is decided anew, and counts as an error for good', async () => {
    const { begin, agree, giveBack, signOff, flag, shown, pages, state } = await aCase(LETTER)
    await flag([1, 2], 'release')
    await begin()
    await agree(1)
    await expect(giveBack(2, ' ')).rejects.toMatchObject({ fields: { note: 'Say what is wrong' } })
    await expect(agree(3)).rejects.toThrow(/not of the second check/)
    expect(await giveBack(2, 'A name is left in line 4')).toMatchObject({
      checked: 2,
      returned: 1,
      open: 1,
      stale: 0,
    })
    expect((await shown(2)).reopened).toBe('returned by Bea Ng: A name is left in line 4')
    expect(await pages('returned')).toMatchObject([{ page: 2, note: 'A name is left in line 4' }])
    await expect(signOff()).rejects.toThrow(/1 page was returned and not changed since/)

    await flag([2], 'release')
    expect((await shown(2)).reopened).toBe('')
    expect(await state()).toMatchObject({ open: 0, stale: 1 })
    await expect(signOff()).rejects.toThrow(/1 page was changed after it was checked/)
    const done = await agree(2)
    expect(done).toMatchObject({ checked: 2, returned: 1, open: 0, stale: 0 })
    expect(errorRate(done)).toBe(0.5)
    expect((await pages())[1]).toMatchObject({ verdict: 'agree', note: 'A name is left in line 4' })
  })

  test('a page returned by mistake is closed by agreeing; one that waits for something else is not', async () => {
    const { begin, agree, giveBack, flag, shown, store } = await aCase(LETTER)
    await flag([1, 2], 'release')
    await begin()
    await giveBack(1, 'Wrong page')
    await agree(1)
    expect((await shown(1)).reopened).toBe('')
    store.raw.exec(`update pages set reopened = 'Person B is decided otherwise' where id = 2`)
    await expect(agree(2)).rejects.toThrow(/to be decided again first: Person B is decided otherwise/)
    await giveBack(2, 'And line 3')
    await giveBack(2, 'And line 4')
    expect((await shown(2)).reopened).toBe('Person B is decided otherwise; returned by Bea Ng: And line 4')
    await flag([1], null)
    await expect(agree(1)).rejects.toThrow(/not decided/)
  })

  test('is signed off in two names when nothing is open, and any change after that shows', async () => {
    const { begin, agree, signOff, flag, state, store, undo } = await aCase(LETTER)
    await flag([1, 2], 'release')
    expect(secondCheckState(store)).toMatchObject({ check: null, toRelease: 2, missing: 2, isDone: false })
    await begin()
    await agree(1)
    await expect(signOff()).rejects.toThrow(/1 page is not checked/)
    await agree(2)
    await expect(signOff('bea ng')).rejects.toMatchObject({ fields: { reviewer: 'This is the checker' } })
    expect((await signOff()).signedOff).toEqual({
      at: '2026-11-22T09:00:00.000Z',
      checker: 'Bea Ng',
      reviewer: 'Joan Lee',
    })
    expect(secondCheckState(store)).toMatchObject({ missing: 0, isDone: true })
    // Saying the same again is no change.
    expect((await agree(1)).signedOff).not.toBeNull()

    await flag([1], 'withhold')
    expect(await state()).toMatchObject({ stale: 1 })
    expect(secondCheckState(store).isDone).toBe(false)
    await undo()
    expect(secondCheckState(store).isDone).toBe(true)
    mark(store, 2)
    expect(secondCheckState(store).isDone).toBe(false)
    // Looking at it again is no signature: both sign anew.
    await agree(2)
    expect((await state())?.signedOff).toBeNull()
    await signOff()
    expect(secondCheckState(store).isDone).toBe(true)

    await flag([3], 'release')
    expect(secondCheckState(store)).toMatchObject({ toRelease: 3, missing: 1, isDone: false })
  })

  test('a sample falls short when documents are marked or many pages released after it was drawn', async () => {
    const { begin, flag, store, pages, agree, giveBack, call, request } = await aCase(LETTER, REPORT)
    await flag([1, 2, 3], 'release')
    await begin('Bea Ng', 'sample', 40)
    expect(secondCheckState(store).missing).toBe(0)
    // One that is withheld when it was returned is no gap in the sample.
    const [first, second] = (await pages()).map(({ page }) => page)
    await agree(first!)
    await giveBack(second!, 'Not to be handed over')
    await flag([second!], 'withhold')
    expect(secondCheckState(store).missing).toBe(0)
    await flag([4, 5, 6, 7], 'release')
    expect(secondCheckState(store).missing).toBe(1)
    await flag([7], null)
    mark(store, 5)
    expect(await call('cases.checkScope', { request })).toMatchObject({
      toRelease: 5,
      markedDocuments: 1,
      missing: 1,
    })
  })

  test('the checker cannot have decided about a page in the meantime', async () => {
    const { begin, agree, signOff, flag, store } = await aCase(LETTER)
    await flag([1], 'release')
    await begin()
    store.raw.exec(`update pages set flagged_by = 'bea ng' where id = 1`)
    await agree(1)
    await expect(signOff()).rejects.toThrow(/decided about some of these pages/)
  })
})

/** What a person can do to pages 1 to 3 while a check is under way. */
const anAct = fc.record({
  does: fc.constantFrom('release', 'withhold', 'agree', 'return', 'mark', 'unmark', 'undo', 'redo'),
  page: fc.integer({ min: 1, max: 3 }),
})

test('a page is stale exactly while it is not as it was when it was checked, whatever was done and undone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { maxLength: 25 }), async (acts) => {
      const { call, request, begin, flag, agree, giveBack, undo, redo, pages, store } = await aCase(LETTER)
      await flag([1, 2, 3], 'release')
      await begin()
      const now = (page: number) =>
        JSON.stringify([
          store.raw.prepare('select flag, reopened from pages where id = ?').get(page),
          store.raw.prepare('select label from marks where page = ? order by label').pluck().all(page),
        ])
      // What the model remembers of each check, in step with what can be undone.
      type Checked = ReadonlyMap<number, string>
      let checked: Checked = new Map()
      const [past, future]: [Checked[], Checked[]] = [[], []]
      const did = (next: Checked) => {
        past.push(checked)
        future.length = 0
        checked = next
      }
      for (const { does, page } of acts) {
        if (does === 'release' || does === 'withhold') {
          await flag([page], does)
          did(checked)
        } else if (does === 'agree' || does === 'return') {
          const isSaid = (await pages()).some(
            (one) => one.page === page && one.verdict === 'agree' && !one.isStale,
          )
          await (does === 'agree' ? agree(page) : giveBack(page, 'Look again'))
          if (does === 'return' || !isSaid) did(new Map(checked).set(page, now(page)))
        } else if (does === 'mark') {
          await call('cases.mark', {
            request,
            page,
            shape: { kind: 'page' },
            target: { kind: 'plain' },
            said: { exemption: '', answers: {}, reason: '', label: 'Person A' },
            person: null,
          })
          did(checked)
        } else if (does === 'unmark') {
          const marks = store.raw.prepare<[number], number>('select id from marks where page = ?').pluck()
          if (marks.all(page).length === 0) continue
          await call('cases.removeMarks', { request, marks: marks.all(page) })
          did(checked)
        } else if (does === 'undo' && past.length > 0) {
          await undo()
          future.push(checked)
          checked = past.pop()!
        } else if (does === 'redo' && future.length > 0) {
          await redo()
          past.push(checked)
          checked = future.pop()!
        }
        for (const { page: id, verdict, isStale } of await pages()) {
          const then = checked.get(id)
          expect(verdict === null).toBe(then === undefined)
          expect(isStale).toBe(then !== undefined && then !== now(id))
        }
      }
    }),
    { numRuns: 25 },
  )
})

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
