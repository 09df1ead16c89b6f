import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEncrypted } from '#engine/db/open.ts'
import { damageable, PAGE, repeatableRandom } from '#test/support/damage.ts'
import { PASSPHRASE, startTestEngine } from '#test/support/engine.ts'
import { keysOf } from '#test/support/open-again.ts'

const FLIPS = 1_000

describe('a damaged file', () => {
  let engine: Awaited<ReturnType<typeof startTestEngine>>
  let keys: Awaited<ReturnType<typeof keysOf>>
  let older: Buffer
  let register: Awaited<ReturnType<typeof damageable>>
  const file = () => join(engine.path, 'register.db')

  /** A register with a past: many pages, several states of each record, and pages that are free again. */
  beforeAll(async () => {
    engine = await startTestEngine()
    const ids: string[] = []
    for (let count = 0; count < 20; count += 1) {
      const { id } = await engine.call('activities.create', {
        name: `Activity ${count}`,
        organisationId: null,
        role: 'controller',
      })
      await engine.call('activities.change', { id, changes: { notes: `${count} `.repeat(1_500) } })
      ids.push(id)
    }
    keys = await keysOf(engine.path, PASSPHRASE)
    await engine.engine.close()
    older = await readFile(file())
    await engine.call('registerFile.open', { path: engine.path, passphrase: PASSPHRASE })
    for (const id of ids)
      await engine.call('activities.change', { id, changes: { notes: 'x'.repeat(3_000) } })
    await engine.call('activities.remove', { target: { ids: ids.slice(10) } })
    await engine.engine.close()
    register = await damageable(engine.path, keys)
  })
  afterAll(() => engine[Symbol.asyncDispose]())

  test('is whole to begin with, and has free pages', async () => {
    expect(await register.reportsOn(register.good)).toEqual([])
    const { raw } = openEncrypted(file(), keys.key, { readonly: true })
    expect(raw.pragma('freelist_count', { simple: true })).toBeGreaterThan(0)
    raw.close()
  })

  test(`with one bit flipped is reported, ${FLIPS} times of ${FLIPS}`, { timeout: 180_000 }, async () => {
    const random = repeatableRandom(2026)
    const unseen: number[] = []
    for (let flip = 0; flip < FLIPS; flip += 1) {
      // The first page is hit often, every other page in turn.
      const page = flip % 10 === 0 ? 0 : flip % register.pages
      const at = page * PAGE + (flip % 20 === 0 ? random(100) : random(PAGE))
      const bytes = Buffer.from(register.good)
      bytes[at]! ^= 1 << random(8)
      if ((await register.reportsOn(bytes)).length === 0) unseen.push(at)
    }
    expect(unseen).toEqual([])
  })

  test('cut short is reported, wherever it was cut, down to nothing', async () => {
    const { length } = register.good
    for (const size of [0, 1, 100, PAGE - 1, PAGE, PAGE * 2 + 7, length / 2, length - PAGE, length - 1])
      expect(
        await register.reportsOn(register.good.subarray(0, Math.floor(size))),
        `${size} bytes`,
      ).not.toEqual([])
  })

  test('with bytes added is reported', async () => {
    for (const added of [1, PAGE]) {
      const bytes = Buffer.concat([register.good, Buffer.alloc(added, 7)])
      expect(await register.reportsOn(bytes), `${added} bytes`).not.toEqual([])
    }
  })

  test('with two pages swapped is reported', async () => {
    const random = repeatableRandom(7)
    for (let swap = 0; swap < 50; swap += 1) {
      const [one, other] = [1 + random(register.pages - 2), 1 + random(register.pages - 2)]
      if (one === other) continue
      const bytes = Buffer.from(register.good)
      register.good.copy(bytes, one * PAGE, other * PAGE, (other + 1) * PAGE)
      register.good.copy(bytes, other * PAGE, one * PAGE, (one + 1) * PAGE)
      expect(await register.reportsOn(bytes), `${one} and ${other}`).not.toEqual([])
    }
  })

  test('with an old page of its own put back is reported, unless nothing uses that page', async () => {
    const inBoth = Math.min(older.length, register.good.length) / PAGE
    const replaced: number[] = []
    const unseen: number[] = []
    await register.restore()
    const used = pagesInUse()
    for (let page = 0; page < inBoth; page += 1) {
      const [was, is] = [older, register.good].map((bytes) => bytes.subarray(page * PAGE, (page + 1) * PAGE))
      if (was!.equals(is!) || !used.has(page + 1)) continue
      replaced.push(page)
      const bytes = Buffer.from(register.good)
      was!.copy(bytes, page * PAGE)
      if ((await register.reportsOn(bytes)).length === 0) unseen.push(page + 1)
    }
    expect(replaced.length).toBeGreaterThan(10)
    expect(unseen).toEqual([])
  })

  test('is never written to', async () => {
    const bytes = Buffer.from(register.good)
    bytes[PAGE * 3 + 50]! ^= 1
    await register.reportsOn(bytes)
    expect((await readFile(file())).equals(bytes)).toBe(true)
    await register.restore()
  })

  function pagesInUse(): Set<unknown> {
    const { raw } = openEncrypted(file(), keys.key, { readonly: true })
    const pages = raw.prepare('select pageno from dbstat').pluck().all()
    raw.close()
    return new Set(pages)
  }
})
