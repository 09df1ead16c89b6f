import { describe, expect, test } from 'vitest'
import { openInMemory } from '#engine/db/open.ts'
import { catchUpIndex } from '#engine/records/search-index.ts'
import { anActivity, listOf } from '#test/support/builders.ts'
import { startTestEngine } from '#test/support/engine.ts'

type Engine = Awaited<ReturnType<typeof startTestEngine>>

const stale = ({ engine }: Engine) =>
  engine.session().raw.prepare('select count(*) from search_stale').pluck().get()

const search = ({ call }: Engine, text: string) => call('search.everything', { text, limit: 5 })

/** Whether the index holds exactly what the search table says; SQLite throws where it does not. */
const checkIndex = ({ engine }: Engine) =>
  engine.session().raw.exec(`insert into search_words (search_words, rank) values ('integrity-check', 1)`)

/** Every byte of the index. */
function bytesOf({ engine }: Engine): string {
  const blocks = engine
    .session()
    .raw.prepare<[], { block: Buffer }>('select block from search_words_data')
    .all()
  return Buffer.concat(blocks.map(({ block }) => block)).toString('latin1')
}

describe('the index of words', () => {
  test('is left alone by a change that changes no word', async () => {
    await using engine = await startTestEngine()
    const id = await anActivity(engine.call, 'Lighthouse')
    await search(engine, 'lighthouse')
    expect(stale(engine)).toBe(0)
    await engine.call('activities.change', { id, changes: { status: 'in review' } })
    expect(stale(engine)).toBe(0)
    await engine.call('activities.change', { id, changes: { notes: 'Harbour' } })
    await engine.call('activities.change', { id, changes: { notes: 'Harbour master' } })
    expect(stale(engine)).toBe(1)
    await search(engine, 'harbour')
    expect(stale(engine)).toBe(0)
    checkIndex(engine)
  })

  test('holds no trace of a word once it was taken out, nor of a record that was removed', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const { raw } = engine.engine.session()
    expect(raw.prepare(`select v from search_words_config where k = 'secure-delete'`).pluck().get()).toBe(1)
    const kept = await anActivity(engine.call, 'Zqxokapi reserve')
    const gone = await anActivity(engine.call, 'Zqvyzzyva count')
    await search(engine, 'zqx')
    expect(bytesOf(engine)).toMatch(/yzzyva[^]*okapi/)
    await engine.call('activities.change', { id: kept, changes: { name: 'Reserve' } })
    await engine.call('activities.remove', { target: { ids: [gone] } })
    expect(await search(engine, 'zqx')).toEqual([])
    expect(bytesOf(engine)).not.toMatch(/okapi|yzzyva/)
    checkIndex(engine)
  })

  test('is right after many changes at once, and after ids were used again', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    await search(engine, 'family')
    const { rows } = await engine.call('activities.list', listOf({ text: 'family' }))
    await engine.call('activities.remove', { target: { ids: rows.slice(0, 3).map(({ id }) => id) } })
    await anActivity(engine.call, 'In the place of another')
    await search(engine, 'place')
    checkIndex(engine)
    await engine.call('activities.applyBulk', {
      target: { ids: rows.slice(3).map(({ id }) => id) },
      edit: { action: 'set', field: 'owner', value: 'Quokka' },
    })
    expect(stale(engine)).toBe(rows.length - 3)
    expect(await engine.call('search.counts', { text: 'quokka' })).toEqual([
      { register: 'activities', count: rows.length - 3 },
    ])
    checkIndex(engine)
  })

  test('answers quickly about 2,000 records', { timeout: 60_000 }, async () => {
    const { db, raw } = await openInMemory()
    const add = raw.prepare(
      `insert into search (register, record, title, text) values ('vocabulary', ?, ?, ?)`,
    )
    for (let number = 0; number < 2_000; number += 1)
      add.run(
        `t${number}`,
        `Term ${number}`,
        `the words that every term has, and w${number} of its own `.repeat(10),
      )
    await catchUpIndex(db)
    const ask = raw
      .prepare(
        'select count(*) from (select rowid from search_words where search_words match ? order by rank)',
      )
      .pluck()
    const start = performance.now()
    expect(ask.get('"ever"* "w1999"*')).toBe(1)
    expect(ask.get('"ever"*')).toBe(2_000)
    // A hundred times what it takes; reading every row without an index would still be slower on a busy machine.
    expect(performance.now() - start).toBeLessThan(1_000)
    await db.destroy()
  })
})
