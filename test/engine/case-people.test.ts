import { findPeople } from '#engine/cases/people/find-people.ts'
import { isReviewed, removePages } from '#engine/cases/import/write-pages.ts'
import { packWords } from '#engine/cases/page-texts.ts'
import { afterAll, describe, expect, test } from 'vitest'
import type { PersonLine } from '#shared/cases/person.ts'
import { AppError } from '#shared/errors.ts'
import { Instant } from '#shared/time/instant.ts'
import { anAccessRequest, fillCase, laidOut, type MadeFile } from '#test/support/a-case.ts'
import { startTestEngine } from '#test/support/engine.ts'

const FILES: MadeFile[] = [
  {
    path: 'mail.eml',
    type: 'eml',
    pages: [
      'From: Jane Smith <jane.smith@example.org>\nTo: Duty Team\nSubject: Amina\n\nI met Amina Khan and her friend Ben Okoro today.\nJane Smith\nSocial worker',
    ],
  },
  {
    path: 'notes.pdf',
    pages: [
      'Ben Okoro came with Amina. Ben\nOkoro lives in Okoro House.',
      'Nothing about anybody here.',
      'Dear Mrs Okoro,\nyesterday Ben Okoro was at school.',
    ],
  },
]

const starting = startTestEngine()
afterAll(async () => (await starting)[Symbol.asyncDispose]())

/** A case of some files, in which people were looked for. */
async function aCase(files: MadeFile[] = FILES) {
  const { call, engine } = await starting
  const request = await anAccessRequest(call)
  const store = await fillCase(engine.session().cases, request, files)
  const people = async (show: 'all' | 'undecided' = 'all') =>
    (await call('cases.people', { request, show, text: '' })).people
  const named = async (name: string): Promise<PersonLine> => {
    const found = (await people()).find((one) => one.name === name)
    if (!found)
      throw new Error(`Nobody is called ${name}: ${(await people()).map((one) => one.name).join(', ')}`)
    return found
  }
  const decide = (person: number, decision: 'withhold' | 'disclose' | null, exemption = 'TP-16') =>
    call('cases.decidePerson', {
      request,
      person,
      decision,
      exemption: decision === 'withhold' ? exemption : '',
      because: 'Weighed.',
    })
  const hidden = (page: number) =>
    call('cases.page', { request, page }).then(({ marks }) =>
      marks
        .filter(({ state }) => state === 'accepted')
        .map(({ shape }) => (shape.kind === 'text' ? [shape.start, shape.end] : shape.kind)),
    )
  const flag = (pages: number[]) =>
    call('cases.flag', { request, pages, flag: 'release', because: '', exemption: '' })
  const reopened = () =>
    store.raw.prepare<[], number>(`select id from pages where reopened <> '' order by id`).pluck().all()
  return { call, request, store, engine, people, named, decide, hidden, flag, reopened }
}

describe('the people of a case', () => {
  test('are found with where they are named, and a person of the list is withheld everywhere', async () => {
    const { call, request, named, decide, hidden } = await aCase()
    const found = await call('cases.findPeople', { request })
    expect(found.pages).toBe(4)
    const ben = await named('Ben Okoro')
    expect(ben).toMatchObject({ decision: null, pages: 3 })
    const told = await decide(ben.id, 'withhold')
    expect(told).toMatchObject({ reopened: 0 })
    expect(told.pages).toBe(3)
    expect((await hidden(2)).length).toBeGreaterThanOrEqual(2)
    expect(await hidden(3)).toEqual([])
    await decide(ben.id, 'disclose')
    expect(await hidden(2)).toEqual([])
  })

  test('a name across a line break gets a box on each line', async () => {
    const { call, request, named, decide } = await aCase()
    await call('cases.findPeople', { request })
    await decide((await named('Ben Okoro')).id, 'withhold')
    const { marks } = await call('cases.page', { request, page: 2 })
    const broken = marks.find(({ shape }) => shape.kind === 'text' && shape.start === 27)
    expect(broken?.shape).toMatchObject({ kind: 'text', end: 36 })
    expect(broken?.shape.kind === 'text' && broken.shape.boxes.length).toBe(2)
  })

  test('a decision reopens the pages that were decided and whose marks change, and only those', async () => {
    const { call, request, named, decide, flag, reopened } = await aCase()
    await call('cases.findPeople', { request })
    await flag([1, 2, 3])
    const ben = await named('Ben Okoro')
    expect(await decide(ben.id, 'withhold')).toMatchObject({ reopened: 2 })
    expect(reopened()).toEqual([1, 2])
    await call('cases.undo', { request })
    expect(reopened()).toEqual([])
  })

  test('who asks is told by the name of the request, has no letter and is never withheld', async () => {
    const { call, request, named, decide } = await aCase()
    await call('records.change', { register: 'requests', id: request, changes: { personName: 'Amina Khan' } })
    await call('cases.findPeople', { request })
    const amina = await named('Amina Khan')
    expect(amina).toMatchObject({ role: 'subject', letter: '', label: '' })
    await expect(decide(amina.id, 'withhold')).rejects.toThrow(/never withheld/u)
    const { undecided, total } = await call('cases.people', { request, show: 'undecided', text: '' })
    expect(undecided).toBe(total - 1)
  })

  test('documents that come later add to the list and are marked for who is withheld, and nobody decided is changed', async () => {
    const { call, request, store, engine, named, decide, hidden, flag, reopened } = await aCase()
    await call('cases.findPeople', { request })
    const ben = await named('Ben Okoro')
    await decide(ben.id, 'withhold')
    const before = (await call('cases.person', { request, person: ben.id })).person
    await fillCase(engine.session().cases, request, [
      { path: 'more.pdf', pages: ['Ben Okoro again, and Mr B. Okoro.\nDear Mr Tom Lee,', 'Ben Okoro'] },
    ])
    await flag([6])
    expect((await call('cases.findPeople', { request })).pages).toBe(2)
    expect(await hidden(5)).toContainEqual([0, 9])
    expect(await hidden(6)).toEqual([[0, 9]])
    expect(reopened()).toEqual([6])
    const after = (await call('cases.person', { request, person: ben.id })).person
    expect(after.forms.map(({ text }) => text)).toEqual(before.forms.map(({ text }) => text))
    expect((await named('Tom Lee')).decision).toBeNull()
    expect(await call('cases.findPeople', { request })).toEqual({ people: 0, forms: 0, pages: 0 })
    expect(store.raw.prepare('select count(*) from marks_aside').pluck().get()).toBe(0)
  })

  test('words that a search recognises later are searched then', async () => {
    const { call, request, store, named, decide, hidden } = await aCase()
    store.raw.exec(`update pages set text_state = 'waiting', fingerprint = '' where id = 3;
      update page_texts set text = '' where page = 3`)
    await call('cases.findPeople', { request })
    await decide((await named('Ben Okoro')).id, 'withhold')
    store.raw.exec(`update pages set text_state = 'recognised', fingerprint = 'f' where id = 3`)
    const text = 'Ben Okoro was here'
    store.raw
      .prepare('update page_texts set text = ?, words = ? where page = 3')
      .run(text, packWords(laidOut(text)))
    expect((await call('cases.findPeople', { request })).pages).toBe(1)
    expect(await hidden(3)).toEqual([[0, 9]])
  })

  test('a search that is stopped leaves nothing half: the next one ends with the same list', async () => {
    const whole = await aCase()
    await whole.call('cases.findPeople', { request: whole.request })
    const { store, engine, people } = await aCase()
    const who = { at: Instant.parse('2026-11-22T09:00:00.000Z'), by: 'Test' }
    for (const stopAt of [1, 2, 3, 4]) {
      let steps = 0
      const step = () => {
        steps += 1
        return steps === stopAt ? Promise.reject(new AppError('cancelled', 'Stopped.')) : Promise.resolve()
      }
      await findPeople(store, [], who, step).catch((error: unknown) =>
        expect(error).toMatchObject({ code: 'cancelled' }),
      )
    }
    await findPeople(store, [], who, () => Promise.resolve())
    const told = (line: PersonLine) => [line.name, line.role, line.forms, line.hits, line.pages]
    expect((await people()).map(told)).toEqual((await whole.people()).map(told))
    expect(engine.openSession()).not.toBeNull()
  })
})

test('a file is read again where nobody decided about its pages: marks that follow from the list go and come with them', async () => {
  const { call, request, named, decide, store, hidden, people } = await aCase()
  await call('cases.findPeople', { request })
  await decide((await named('Ben Okoro')).id, 'withhold')
  expect((await hidden(2)).length).toBeGreaterThan(0)
  expect([isReviewed(store, 1), isReviewed(store, 2)]).toEqual([false, false])
  store.raw.transaction(() => removePages(store, 2))()
  expect(store.raw.prepare('select count(*) from marks where page > 1').pluck().get()).toBe(0)
  expect((await people()).find(({ name }) => name === 'Ben Okoro')).toMatchObject({ pages: 1 })
  await expect(call('cases.undo', { request })).resolves.toBeDefined()
  await call('cases.mark', {
    request,
    page: 1,
    shape: { kind: 'page' },
    target: { kind: 'plain' },
    said: { exemption: '', answers: {}, reason: '', label: '' },
    person: null,
  })
  expect(isReviewed(store, 1)).toBe(true)
})

describe('single places', () => {
  test('an exception stays visible with its reason through later decisions, until it is ended', async () => {
    const { call, request, named, decide, hidden } = await aCase()
    await call('cases.findPeople', { request })
    const ben = await named('Ben Okoro')
    await decide(ben.id, 'withhold')
    const { hits, total } = await call('cases.personHits', {
      request,
      person: ben.id,
      show: 'all',
      offset: 0,
      limit: 50,
    })
    const hit = hits.find(({ page, start }) => page === 2 && start === 0)!
    expect(total).toBe(hits.length)
    expect(hit.mark?.state).toBe('accepted')
    expect(hit.snippet.find((piece) => piece.hit)?.text).toBe('Ben Okoro')
    const except = (because: string | null) =>
      call('cases.exceptHit', { request, person: ben.id, page: 2, start: hit.start, end: hit.end, because })
    await except('The letter was written to him.')
    expect(await hidden(2)).not.toContainEqual([0, 9])
    await decide(ben.id, null)
    await decide(ben.id, 'withhold', 'CA-21')
    expect(await hidden(2)).not.toContainEqual([0, 9])
    const exceptions = await call('cases.personHits', {
      request,
      person: ben.id,
      show: 'exceptions',
      offset: 0,
      limit: 5,
    })
    expect(exceptions.hits.map(({ mark }) => mark?.reason)).toEqual(['The letter was written to him.'])
    expect((await named('Ben Okoro')).exceptions).toBe(1)
    const [exception] = (await call('cases.page', { request, page: 2 })).marks.filter(
      ({ state }) => state === 'rejected',
    )
    await call('cases.changeMarks', { request, marks: [exception!.id], changes: { state: 'accepted' } })
    expect(await hidden(2)).toContainEqual([0, 9])
  })

  test('marks of somebody withheld are not removed one by one, and one that is widened keeps the decision beside it', async () => {
    const { call, request, named, decide, hidden } = await aCase()
    await call('cases.findPeople', { request })
    await decide((await named('Ben Okoro')).id, 'withhold')
    const { marks } = await call('cases.page', { request, page: 2 })
    const first = marks.find(({ shape }) => shape.kind === 'text' && shape.start === 0)!
    await expect(call('cases.removeMarks', { request, marks: [first.id] })).rejects.toThrow(/is withheld/u)
    if (first.shape.kind !== 'text') return
    const shape = { ...first.shape, end: 14 }
    await call('cases.changeMarks', { request, marks: [first.id], changes: { shape } })
    expect((await hidden(2)).filter((place) => place[0] === 0)).toEqual([
      [0, 14],
      [0, 9],
    ])
    await call('cases.undo', { request })
    expect((await hidden(2)).filter((place) => place[0] === 0)).toEqual([[0, 9]])
  })

  test('a page that names somebody where no box is has to be looked at again, and says so', async () => {
    const { call, request, named, decide, store } = await aCase([
      { path: 'a.pdf', pages: ['Dear Ben Okoro,', { text: 'Ben Okoro', words: [] }] },
    ])
    await call('cases.findPeople', { request })
    await decide((await named('Ben Okoro')).id, 'withhold')
    const said = store.raw.prepare('select reopened from pages order by id').pluck().all()
    expect(said[0]).toBe('')
    expect(said[1]).toMatch(/cannot be found on the picture/u)
  })

  test('says who is named at a place', async () => {
    const { call, request } = await aCase()
    await call('cases.findPeople', { request })
    expect(await call('cases.personAt', { request, page: 2, at: 4 })).toMatchObject({ name: 'Ben Okoro' })
    expect(await call('cases.personAt', { request, page: 3, at: 4 })).toEqual({ person: null, name: '' })
  })
})

describe('the list', () => {
  test('letters are given once, and a label follows the role until somebody words it', async () => {
    const { call, request, store } = await aCase()
    const add = async (name: string) => (await call('cases.addPerson', { request, name })).person
    const label = async (person: number) => (await call('cases.person', { request, person })).person.label
    const [ben, ruth] = [await add('Ben Okoro'), await add('Ruth Lee')]
    await call('cases.changePerson', { request, person: ben, changes: { role: 'child' } })
    expect(await label(ben)).toBe('Person A, another child')
    await call('cases.removePerson', { request, person: ruth })
    expect(await label(await add('Tom Lee'))).toBe('Person C')
    await call('cases.decidePerson', {
      request,
      person: ben,
      decision: 'withhold',
      exemption: 'TP-16',
      because: '',
    })
    await call('cases.changePerson', { request, person: ben, changes: { describedAs: 'a friend' } })
    const labels = () => store.raw.prepare('select distinct label from marks').pluck().all()
    expect(labels()).toEqual(['Person A, a friend'])
    await call('cases.undo', { request })
    expect(labels()).toEqual(['Person A, another child'])
    const { warnings } = await call('cases.person', { request, person: ben })
    expect(warnings.some((one) => one.includes('Not weighed yet'))).toBe(true)
  })

  test('people are joined under one decision, with their exceptions, and parted again', async () => {
    const { call, request, named, decide, hidden } = await aCase()
    const ben = (await call('cases.addPerson', { request, name: 'Ben Okoro' })).person
    const mum = (await call('cases.addPerson', { request, name: 'Mrs Okoro' })).person
    await decide(ben, 'withhold')
    expect(await hidden(4)).not.toContainEqual([5, 14])
    expect(await call('cases.mergePeople', { request, into: ben, people: [mum] })).toEqual({ reopened: 0 })
    expect(await hidden(4)).toContainEqual([5, 14])
    const form = (await call('cases.person', { request, person: ben })).person.forms.find(
      ({ text }) => text === 'Mrs Okoro',
    )!
    const parted = await call('cases.moveForm', { request, form: form.id, to: null })
    expect(await hidden(4)).not.toContainEqual([5, 14])
    expect(await named('Mrs Okoro')).toMatchObject({ id: parted.person, decision: null })
    await call('cases.undo', { request })
    await call('cases.undo', { request })
    expect((await named('Mrs Okoro')).id).toBe(mum)
  })

  test('a given name that stands alone goes with its person, or is asked about where it can be several people’s', async () => {
    const { call, request, people, named, decide } = await aCase([
      {
        path: 'a.pdf',
        pages: ['Dear Priya Nair,\nDear Jane Smith,\nDear Jane Cole,', 'Jordan and Priya asked for Jane.'],
      },
    ])
    await call('cases.findPeople', { request })
    const priya = await named('Priya Nair')
    expect(priya.forms).toContain('Priya')
    expect((await people()).map(({ name }) => name)).toContain('Jane (which one?)')
    const jane = await named('Jane Smith')
    await decide(jane.id, 'withhold')
    const { warnings } = await call('cases.person', { request, person: jane.id })
    expect(warnings[0]).toMatch(/“Jane” stands alone on 1 page .* Others on the list have it too/u)
  })
})
