import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { drawPages } from '#engine/cases/check/draw-pages.ts'
import { secondCheckState } from '#engine/cases/check/second-check-state.ts'
import { errorRate } from '#shared/cases/second-check.ts'
import type { MadeFile } from '#test/support/a-case.ts'
import { aCheckedCase, LETTER, mark, REPORT } from '#test/support/a-checked-case.ts'
import { startTestEngine } from '#test/support/engine.ts'

const starting = startTestEngine()
afterAll(async () => (await starting)[Symbol.asyncDispose]())

const aCase = async (...files: MadeFile[]) => aCheckedCase(await starting, ...files)

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
