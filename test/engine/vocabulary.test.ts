import { describe, expect, test } from 'vitest'
import { listOf } from '#test/support/builders.ts'
import { startTestEngine } from '#test/support/engine.ts'

describe('the library of terms', () => {
  test('a new name shows at once in the list and is found by the filter', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const system = (await engine.call('vocabulary.list', { vocabulary: 'systems' })).find(
      ({ uses }) => uses > 0,
    )!
    await engine.call('vocabulary.change', { id: system.id, changes: { name: 'Mosaic' } })
    const { rows, total } = await engine.call('activities.list', listOf({ text: 'mosaic' }))
    expect(total).toBe(system.uses)
    expect(rows.every(({ systems }) => systems.includes('Mosaic'))).toBe(true)
  })

  test('merging moves every use, keeps the old name as a synonym, and is undone in one step', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const people = (await engine.call('vocabulary.list', { vocabulary: 'people' })).filter(
      ({ uses }) => uses > 0,
    )
    const [from, into] = [people[0]!, people[1]!]
    const uses = await engine.call('vocabulary.whereUsed', { id: from.id })
    const { recordsChanged } = await engine.call('vocabulary.merge', { from: from.id, into: into.id })
    expect(recordsChanged).toBe(new Set(uses.map(({ id }) => id)).size)
    expect(await engine.call('vocabulary.get', { id: into.id })).toMatchObject({
      synonyms: expect.arrayContaining([from.name]),
    })
    await expect(engine.call('vocabulary.get', { id: from.id })).rejects.toMatchObject({ code: 'not-found' })
    expect(await engine.call('vocabulary.whereUsed', { id: from.id })).toEqual([])
    await engine.call('history.undo', {})
    expect(await engine.call('vocabulary.whereUsed', { id: from.id })).toEqual(uses)
    expect(await engine.call('vocabulary.get', { id: into.id })).toMatchObject({ synonyms: into.synonyms })
  })

  test('refuses two terms of one name in a list, whatever the letter case', async () => {
    await using engine = await startTestEngine()
    await engine.call('vocabulary.create', { vocabulary: 'people', name: 'Children' })
    await expect(
      engine.call('vocabulary.create', { vocabulary: 'people', name: ' CHILDREN' }),
    ).rejects.toMatchObject({ code: 'invalid', fields: { name: expect.any(String) } })
    await engine.call('vocabulary.create', { vocabulary: 'data', name: 'Children' })
  })

  test('refuses to remove what is used, and names the users', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const term = (await engine.call('vocabulary.list', { vocabulary: 'people' })).find(
      ({ uses }) => uses > 3,
    )!
    await expect(engine.call('vocabulary.remove', { id: term.id })).rejects.toMatchObject({
      code: 'rule',
      message: expect.stringMatching(/still used by “.+” and \d+ more/),
    })
  })

  test('refuses to merge across lists, and an organisation that would be part of itself', async () => {
    await using engine = await startTestEngine()
    const people = await engine.call('vocabulary.create', { vocabulary: 'people', name: 'Children' })
    const data = await engine.call('vocabulary.create', { vocabulary: 'data', name: 'Names' })
    await expect(engine.call('vocabulary.merge', { from: people.id, into: data.id })).rejects.toMatchObject({
      code: 'rule',
    })
    const { id: top } = await engine.call('organisations.create', { legalName: 'Top', relation: 'own' })
    const { id: below } = await engine.call('organisations.create', { legalName: 'Below', relation: 'own' })
    await engine.call('organisations.change', { id: below, changes: { parentId: top } as never })
    await expect(
      engine.call('organisations.change', { id: top, changes: { parentId: below } as never }),
    ).rejects.toMatchObject({ code: 'invalid' })
  })

  test('finds records of every register by their words', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const hits = await engine.call('search.everything', { text: 'fostering', limit: 50 })
    expect(new Set(hits.map(({ register }) => register))).toContain('activities')
    expect(await engine.call('search.everything', { text: 'home-start', limit: 1 })).toMatchObject([
      { title: expect.stringContaining('Home-Start') },
    ])
    expect(await engine.call('search.everything', { text: '   ', limit: 5 })).toEqual([])
  })
})
