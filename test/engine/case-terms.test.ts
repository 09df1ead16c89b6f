import { afterAll, describe, expect, test } from 'vitest'
import type { TermSaid } from '#shared/cases/redaction-term.ts'
import { anAccessRequest, fillCase, type MadeFile } from '#test/support/a-case.ts'
import { startTestEngine } from '#test/support/engine.ts'

const FILES: MadeFile[] = [
  {
    path: 'a.pdf',
    pages: ['Project Falcon met at Falcon House.', 'Nothing.', 'FALCON again, ref HS-1234 and HS-99.'],
  },
]

const starting = startTestEngine()
afterAll(async () => (await starting)[Symbol.asyncDispose]())

/** A case of some files, with its terms. */
async function aCase(files: MadeFile[] = FILES) {
  const { call, engine } = await starting
  const request = await anAccessRequest(call)
  const store = await fillCase(engine.session().cases, request, files)
  const save = async (text: string, kind: TermSaid['kind'] = 'words', term: number | null = null) =>
    (
      await call('cases.saveTerm', {
        request,
        term,
        said: { kind, text, exemption: '', reason: '', label: text },
      })
    ).term
  const apply = (terms: number[] | null = null, state: 'proposed' | 'accepted' = 'proposed') =>
    call('cases.applyTerms', { request, terms, state })
  const places = async (page: number) =>
    (await call('cases.page', { request, page })).marks.map(({ shape, state }) => [
      shape.kind === 'text' ? shape.start : -1,
      state,
    ])
  return { call, request, store, save, apply, places }
}

describe('saved terms', () => {
  test('propose a mark wherever they stand, once, and count what they find', async () => {
    const { call, request, save, apply, places } = await aCase()
    const falcon = await save('Falcon')
    await save(String.raw`HS-\d+`, 'pattern')
    expect(await apply()).toEqual({ marks: 5, pages: 2, spared: 0 })
    expect(await places(1)).toEqual([
      [8, 'proposed'],
      [22, 'proposed'],
    ])
    expect(await apply()).toEqual({ marks: 0, pages: 0, spared: 0 })
    expect(await call('cases.terms', { request })).toMatchObject([
      { text: 'Falcon', hits: 3, pages: 2 },
      { hits: 2, pages: 1 },
    ])
    expect(await apply([falcon], 'accepted')).toMatchObject({ marks: 0 })
    expect(await places(1)).toEqual([
      [8, 'accepted'],
      [22, 'accepted'],
    ])
    await call('cases.undo', { request })
    expect((await places(1)).map(([, state]) => state)).toEqual(['proposed', 'proposed'])
    await call('cases.undo', { request })
    await call('cases.undo', { request })
    expect(await places(1)).toEqual([])
    expect((await call('cases.terms', { request }))[0]!.hits).toBeNull()
  })

  test('a term that is removed takes its proposals with it, and leaves what was decided', async () => {
    const { call, request, save, apply, places } = await aCase()
    const falcon = await save('Falcon')
    await apply()
    const { marks } = await call('cases.page', { request, page: 1 })
    await call('cases.changeMarks', { request, marks: [marks[0]!.id], changes: { state: 'accepted' } })
    await call('cases.removeTerm', { request, term: falcon })
    expect(await places(1)).toEqual([[8, 'accepted']])
    expect(await places(3)).toEqual([])
    await call('cases.undo', { request })
    expect(await places(1)).toEqual([
      [8, 'accepted'],
      [22, 'proposed'],
    ])
  })

  test('an exclusion wins over terms and over people who are withheld, until it is taken away', async () => {
    const { call, request, save, apply, places } = await aCase()
    const person = (await call('cases.addPerson', { request, name: 'Falcon' })).person
    await call('cases.decidePerson', {
      request,
      person,
      decision: 'withhold',
      exemption: 'TP-16',
      because: '',
    })
    await call('cases.flag', { request, pages: [1, 2, 3], flag: 'release', because: '', exemption: '' })
    expect(await places(1)).toHaveLength(2)
    const house = await save('Falcon House', 'exclude')
    await save('House')
    expect(await apply()).toEqual({ marks: 0, pages: 0, spared: 2 })
    expect(await places(1)).toEqual([[8, 'accepted']])
    await save('Falcon Hall', 'exclude', house)
    expect((await places(1)).map(([start]) => start)).toEqual([8, 22])
    await call('cases.undo', { request })
    expect(await places(1)).toEqual([[8, 'accepted']])
    const reopened = async (page: number) => (await call('cases.page', { request, page })).page.reopened
    expect(await reopened(1)).toMatch(/“Falcon”/u)
    expect(await reopened(3)).toBe('')
    await call('cases.removeTerm', { request, term: house })
    expect((await places(1)).map(([start]) => start)).toEqual([8, 22])
    await call('cases.undo', { request })
    expect(await places(1)).toEqual([[8, 'accepted']])
  })

  test.each(['(a+)+$', '(a|a)*b', '([a-zA-Z0 .-]+)*!!'])(
    'a pattern that would take a lifetime is refused with a sentence: %s',
    async (pattern) => {
      const { save, call, request } = await aCase()
      const began = performance.now()
      await expect(save(pattern, 'pattern')).rejects.toThrow(
        /takes too long to look for|also matches where nothing/u,
      )
      expect(performance.now() - began).toBeLessThan(5000)
      expect(await call('cases.terms', { request })).toEqual([])
    },
  )

  test('a pattern that is none, or finds nothing in particular, is refused', async () => {
    const { save } = await aCase()
    await expect(save('(HS', 'pattern')).rejects.toThrow(/This is no pattern: .+ Check brackets/u)
    await expect(save('x*', 'pattern')).rejects.toThrow(/also matches where nothing stands/u)
  })
})
