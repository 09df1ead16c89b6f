import { describe, expect, test } from 'vitest'
import { PlainDate } from '#shared/time/plain-date.ts'
import { anActivity, listOf } from '#test/support/builders.ts'
import { startTestEngine } from '#test/support/engine.ts'
import { NAUGHTY, naughtyCorpora } from '#test/support/naughty.ts'

type Engine = Awaited<ReturnType<typeof startTestEngine>>

/** The titles found, without the references that activities are given. */
const find = async ({ call }: Engine, text: string, limit = 20) =>
  (await call('search.everything', { text, limit })).map(({ title }) => title.replace(/^[A-Z]+-\d+ /, ''))

describe('search', () => {
  test('finds a record by the beginnings of its words, whatever their order, case and accents', async () => {
    await using engine = await startTestEngine()
    await anActivity(engine.call, 'Café visits for Zoë’s families')
    for (const text of ['caf', 'CAFÉ', 'visits cafe', 'fam zoe', 'Zoë', 'zoe’s'])
      expect(await find(engine, text), text).toEqual(['Café visits for Zoë’s families'])
    for (const text of ['afé', 'amilies', 'café school', 'visitsx'])
      expect(await find(engine, text), text).toEqual([])
  })

  test('takes words that are joined as one', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const hits = await engine.call('search.everything', { text: 'HS-09', limit: 20 })
    expect(hits.map(({ title }) => title)).toEqual([expect.stringMatching(/^HS-09 /)])
    expect(await engine.call('search.everything', { text: 'HS-0 marketing', limit: 20 })).toContainEqual(
      expect.objectContaining({ id: hits[0]!.id }),
    )
  })

  test('shows what has the word in its title first, then what says it in passing', async () => {
    await using engine = await startTestEngine()
    const passing = await anActivity(engine.call, 'A letter')
    await engine.call('activities.change', {
      id: passing,
      changes: { description: 'Fostering, fostering and again fostering.' },
    })
    await anActivity(engine.call, 'Fostering')
    expect(await find(engine, 'foster')).toEqual(['Fostering', 'A letter'])
    expect(await find(engine, 'foster', 1)).toEqual(['Fostering'])
  })

  test('shows the line that matches, in pieces and in its own letters', async () => {
    await using engine = await startTestEngine()
    const id = await anActivity(engine.call, 'Helpline')
    await engine.call('activities.change', {
      id,
      changes: { description: 'Offer <b>Emotional</b> support.', notes: 'Other' },
    })
    const [hit] = await engine.call('search.everything', { text: 'emot', limit: 5 })
    expect(hit).toEqual({
      register: 'activities',
      id,
      title: 'A-01 Helpline',
      detail: 'Processing activity',
      snippet: [
        { text: 'Offer <b>', hit: false },
        { text: 'Emotional', hit: true },
        { text: '</b> support.', hit: false },
      ],
    })
    expect((await engine.call('search.everything', { text: 'helpl', limit: 5 }))[0]!.snippet).toEqual([])
  })

  test('looks into every register, into some when asked, and counts the hits of each', async () => {
    await using engine = await startTestEngine()
    const { id } = await engine.call('organisations.create', { legalName: 'Harbour Trust', relation: 'own' })
    await anActivity(engine.call, 'Harbour visits')
    await engine.call('contracts.create', { name: 'Harbour support' })
    await engine.call('vocabulary.create', { vocabulary: 'people', name: 'Harbour callers' })
    await engine.call('vocabulary.create', { vocabulary: 'people', name: 'Harbour staff' })
    expect(await engine.call('search.counts', { text: 'harb' })).toEqual([
      { register: 'organisations', count: 1 },
      { register: 'contracts', count: 1 },
      { register: 'activities', count: 1 },
      { register: 'vocabulary', count: 2 },
    ])
    const some = { text: 'harb', limit: 10, registers: ['organisations' as const] }
    expect(await engine.call('search.everything', some)).toMatchObject([
      { id, register: 'organisations', detail: 'Organisation' },
    ])
    expect(await engine.call('search.everything', { ...some, registers: ['settings'] })).toEqual([])
    expect(await find(engine, 'settings')).toEqual([])
  })

  test('never mistakes what is typed for an operator', { timeout: 60_000 }, async () => {
    await using engine = await startTestEngine()
    await anActivity(engine.call, 'Near and not far')
    const corpora = naughtyCorpora()
    const operators = [
      '"',
      '""',
      '"near',
      'near*',
      'NEAR(',
      'NEAR(and, 2)',
      'NOT',
      'AND',
      'title: near',
      '^near',
    ]
    for (const text of [...operators, '{title} : near', '- near', '+near', '* *', '(', 'a\u0000" OR "b'])
      await engine.call('search.counts', { text })
    for (const text of [...NAUGHTY, ...(corpora?.words ?? []), ...(corpora?.pairs ?? [])])
      await engine.call('search.everything', { text: text.slice(0, 200), limit: 5 })
    for (const text of ['near and', '"near" AND (not)', '^near*', '-near', 'NOT far'])
      expect(await find(engine, text), text).toEqual(['Near and not far'])
    for (const text of ['', '   ', '"', '* - ^ ( )']) expect(await find(engine, text), text).toEqual([])
  })

  test('finds what was written a moment ago and no longer what it was before; undo brings that back', async () => {
    await using engine = await startTestEngine()
    const id = await anActivity(engine.call, 'Lighthouse')
    expect(await find(engine, 'lighthouse')).toEqual(['Lighthouse'])
    await engine.call('activities.change', { id, changes: { name: 'Harbour' } })
    expect(await find(engine, 'lighthouse')).toEqual([])
    expect(await find(engine, 'harbour')).toEqual(['Harbour'])
    await engine.call('history.undo', {})
    expect(await find(engine, 'harbour')).toEqual([])
    expect(await find(engine, 'lighthouse')).toEqual(['Lighthouse'])
    await engine.call('activities.remove', { target: { ids: [id] } })
    expect(await find(engine, 'lighthouse')).toEqual([])
    await engine.call('history.undo', {})
    expect(await find(engine, 'lighthouse')).toEqual(['Lighthouse'])
  })

  test('follows the names of what a record refers to', async () => {
    await using engine = await startTestEngine()
    const { id } = await engine.call('organisations.create', { legalName: 'Harbour Trust', relation: 'own' })
    await anActivity(engine.call, 'Visits', id)
    expect(await find(engine, 'harbour')).toEqual(['Harbour Trust', 'Visits'])
    await engine.call('organisations.change', { id, changes: { legalName: 'Lighthouse Trust' } })
    expect(await find(engine, 'harbour')).toEqual([])
    expect(await find(engine, 'lighthouse')).toEqual(['Lighthouse Trust', 'Visits'])
    expect((await engine.call('activities.list', listOf({ text: 'ighthous' }))).total).toBe(1)
  })

  test('works as at a past day', async () => {
    await using engine = await startTestEngine()
    const id = await anActivity(engine.call, 'Lighthouse')
    engine.clock.now = '2027-01-05T10:00:00.000Z'
    await engine.call('activities.change', { id, changes: { name: 'Harbour' } })
    const then = PlainDate.parse('2026-12-01')
    const input = { text: 'lightho', limit: 5 }
    expect(await engine.call('search.everything', input)).toEqual([])
    expect(await engine.call('search.everything', input, then)).toMatchObject([
      { id, title: expect.stringContaining('Lighthouse') },
    ])
    expect(await engine.call('search.counts', { text: 'lightho' }, then)).toEqual([
      { register: 'activities', count: 1 },
    ])
    expect(await engine.call('search.everything', { ...input, text: 'harbour' }, then)).toEqual([])
  })
})
