import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { PageFlag } from '#shared/cases/page.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { aPdf } from '#test/support/a-pdf.ts'
import { anAccessRequest, fillCase, type MadeFile } from '#test/support/a-case.ts'
import { startTestEngine } from '#test/support/engine.ts'

const LETTER: MadeFile = {
  path: 'post/letter.pdf',
  pages: ['Dear Mrs Khan\nabout the café in Leeds', 'second page of the letter', 'third page'],
}
const SCAN: MadeFile = {
  path: 'scan.pdf',
  pages: [
    'Initial Assessment\nDate: 3 May 2019\nName of child: Amina',
    'More about the assessment. HS-09 was asked.',
    'From: Joan Lee\nSent: 1 February 2018 09:00\nTo: Duty\nSubject: School place\nHello',
    { text: '', textState: 'waiting', isPicture: true },
    'LAC review\n4/6/2020\nPage 1 of 2',
    'Agreed: contact goes on.\nPage 2 of 2',
  ],
}

const starting = startTestEngine()
afterAll(async () => (await starting)[Symbol.asyncDispose]())

/** A case of some files: its pages are numbered from 1 in their order. */
async function aCase(...files: MadeFile[]) {
  const { call, engine, folder } = await starting
  const request = await anAccessRequest(call)
  const store = await fillCase(engine.session().cases, request, files)
  const flag = (
    pages: number[],
    value: PageFlag | null,
    more: { because?: string; exemption?: string } = {},
  ) => call('cases.flag', { request, pages, flag: value, because: '', exemption: '', ...more })
  const shown = (page: number) => call('cases.page', { request, page })
  const index = (order: 'came' | 'dated' = 'came', text = '') =>
    call('cases.documents', { request, order, type: null, text, offset: 0, limit: 100 })
  return { call, folder, request, store, flag, shown, index }
}

describe('reading a case', () => {
  test('a page comes with its neighbours, its document and where both stand', async () => {
    const { shown, call, request } = await aCase(LETTER, SCAN)
    expect(await shown(4)).toMatchObject({
      page: { id: 4, number: 1, flag: null },
      place: 4,
      of: 9,
      previous: 3,
      next: 5,
      document: { title: 'scan.pdf', firstPage: 4, pages: 6 },
      placeInDocument: 1,
      documentPlace: 2,
      previousDocument: 1,
      nextDocument: null,
      path: 'scan.pdf',
      marks: [],
    })
    expect(await shown(9)).toMatchObject({ next: null, placeInDocument: 6 })
    await expect(shown(10)).rejects.toMatchObject({ code: 'not-found' })
    expect(await call('cases.pageAt', { request, place: 99 })).toEqual({ page: 9 })
  })

  test('places are ranks: numbers that are missing do not count', async () => {
    const { store, shown, call, request } = await aCase(LETTER, SCAN)
    store.raw.exec(`delete from page_texts where page = 2; delete from pages where id = 2`)
    expect(await shown(3)).toMatchObject({ place: 2, of: 8, previous: 1 })
    expect(await call('cases.pageAt', { request, place: 2 })).toEqual({ page: 3 })
  })

  test('where it was left and how long each page took is kept', async () => {
    const { call, request, store } = await aCase(LETTER)
    await call('cases.keepPlace', { request, page: 2, secondsOnLast: 0 })
    await call('cases.keepPlace', { request, page: 3, secondsOnLast: 12 })
    await call('cases.keepPlace', { request, page: 1, secondsOnLast: 8 })
    expect((await call('cases.overview', { request })).leftAt).toBe(1)
    expect(store.raw.prepare('select day, pages, seconds from reading_times').all()).toEqual([
      { day: '2026-11-22', pages: 2, seconds: 20 },
    ])
  })

  test('a request without documents says what to do, and a page without a PDF that it has no picture', async () => {
    const { call, request } = await aCase(LETTER)
    const other = await anAccessRequest(call)
    await expect(call('cases.page', { request: other, page: 1 })).rejects.toThrow(/Bring some in first/)
    await expect(call('cases.picture', { request, page: 1, width: 300 })).rejects.toThrow(/has no picture/)
  })
})

describe('the picture of a page', () => {
  test('is drawn as wide as it is asked for, and a damaged file says so without stopping the others', async () => {
    const paper = aPdf([['Hello'], ['World']])
    const pages = ['Hello', 'World']
    const { call, request } = await aCase(
      { path: 'broken.pdf', paper: Buffer.from('%PDF-1.4 and nothing else'), pages },
      { path: 'whole.pdf', paper, pages },
    )
    await expect(call('cases.picture', { request, page: 1, width: 200 })).rejects.toMatchObject({
      code: 'rule',
    })
    const drawn = await call('cases.picture', { request, page: 4, width: 200 })
    expect(drawn).toMatchObject({ width: 200, height: 283 })
    const png = Buffer.from(drawn.png, 'base64')
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect(png.readUInt32BE(16)).toBe(200)
  })
})

describe('finding words in a case', () => {
  const shared = aCase(LETTER, SCAN)

  test.each<[typed: string, pages: number[]]>([
    ['letter', [2]],
    ['cafe leeds', [1]],
    ['CAFÉ', [1]],
    ['leeds second', []],
    ['page lett', [2]],
    ['pag letter', []],
    ['"third page"', [3]],
    ['"page third"', []],
    ['hs-09', [5]],
    ['contact OR nothing', []],
    ['NEAR(contact) *', []],
    ['"', []],
    ['“', []],
    ['', []],
  ])('%s', async (typed, pages) => {
    const { call, request } = await shared
    const { hits, total } = await call('cases.find', { request, text: typed, limit: 50 })
    expect(hits.map(({ page }) => page)).toEqual(pages)
    expect(total).toBe(pages.length)
  })

  test('a hit shows its line with the words, its place and its document, and waiting pages are counted', async () => {
    const { call, request } = await shared
    const { hits, waiting } = await call('cases.find', { request, text: 'hs-09', limit: 50 })
    expect(waiting).toBe(1)
    expect(hits[0]).toMatchObject({ place: 5, title: 'scan.pdf' })
    expect(hits[0]!.snippet.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['HS', '09'])
  })
})

describe('flags', () => {
  test('are kept with their reason, counted in the strip, and undone and redone in one step', async () => {
    const { call, request, flag, shown } = await aCase(LETTER, SCAN)
    await flag([1, 2], 'release')
    await flag([2, 3, 4], 'withhold', { because: 'About another child', exemption: 'TP-16' })
    expect((await shown(2)).page).toMatchObject({
      flag: 'withhold',
      flagBecause: 'About another child',
      exemption: 'TP-16',
    })
    const strip = () => call('cases.strip', { request, buckets: 3 })
    expect(await strip()).toEqual([
      { firstPlace: 1, pages: 3, flags: { release: 1, withhold: 2 }, marked: 0, reopened: 0 },
      { firstPlace: 4, pages: 3, flags: { withhold: 1 }, marked: 0, reopened: 0 },
      { firstPlace: 7, pages: 3, flags: {}, marked: 0, reopened: 0 },
    ])
    expect(await call('cases.undo', { request })).toEqual({ says: 'Withhold: pages 2 to 4' })
    expect((await shown(2)).page).toMatchObject({ flag: 'release', flagBecause: '', exemption: '' })
    expect((await shown(3)).page.flag).toBeNull()
    expect(await call('cases.redo', { request })).toEqual({ says: 'Withhold: pages 2 to 4' })
    expect((await shown(2)).page.flag).toBe('withhold')
    await call('cases.undo', { request })
    expect(await call('cases.undo', { request })).toEqual({ says: 'Release: pages 1 to 2' })
    expect(await call('cases.undo', { request })).toEqual({ says: null })
    expect((await strip()).every(({ flags }) => Object.keys(flags).length === 0)).toBe(true)
  })

  test('are counted apart in the strip where they have marks, or have to be looked at again', async () => {
    const { call, request, flag, shown } = await aCase(LETTER, SCAN)
    await flag([1, 2, 3], 'release')
    const shape = { kind: 'box' as const, boxes: [{ left: 10, top: 10, right: 60, bottom: 30 }] }
    const said = { exemption: '', answers: {}, reason: '', label: '' }
    const place = { target: { kind: 'plain' as const }, person: null }
    await call('cases.mark', { request, page: 2, shape, said, ...place })
    const proposed = await call('cases.mark', { request, page: 3, shape, said, ...place })
    await call('cases.changeMarks', { request, marks: [proposed.id], changes: { state: 'proposed' } })
    const { person } = await call('cases.addPerson', { request, name: 'Mrs Khan' })
    const grounds = { decision: 'withhold' as const, exemption: 'TP-16', because: 'About somebody else' }
    await call('cases.decidePerson', { request, person, ...grounds })
    expect((await shown(1)).page).toMatchObject({
      flag: 'release',
      reopened: expect.stringContaining('Khan'),
    })
    const strip = () => call('cases.strip', { request, buckets: 3 })
    const opened = { firstPlace: 1, pages: 3, flags: { release: 2 }, marked: 2, reopened: 1 }
    expect((await strip())[0]).toEqual(opened)
    await flag([1], 'release')
    expect((await strip())[0]).toEqual({ ...opened, flags: { release: 3 }, reopened: 0 })
  })

  test('a new change drops what was undone', async () => {
    const { call, request, flag } = await aCase(LETTER)
    await flag([1], 'release')
    await call('cases.undo', { request })
    await flag([2], 'query')
    expect(await call('cases.redo', { request })).toEqual({ says: null })
  })

  test('a whole document keeps the decisions that were taken', async () => {
    const { call, request, flag, shown } = await aCase(LETTER)
    await flag([2], 'outOfScope')
    const said = { request, document: 1, flag: 'release', because: '', exemption: '' } as const
    expect(await call('cases.flagDocument', said)).toEqual({ flagged: 2, kept: 1 })
    expect((await shown(2)).page.flag).toBe('outOfScope')
    expect(await call('cases.flagDocument', said)).toEqual({ flagged: 0, kept: 3 })
    expect(await call('cases.undo', { request })).toEqual({ says: 'Release: 2 pages' })
    expect((await shown(1)).page.flag).toBeNull()
  })

  test('an exemption is one of the library, and only with what is withheld; no page is flagged in part', async () => {
    const { flag, shown } = await aCase(LETTER)
    await expect(flag([1], 'release', { exemption: 'TP-16' })).rejects.toThrow(
      /goes with pages that are withheld/,
    )
    await expect(flag([1], 'withhold', { exemption: 'NONE' })).rejects.toThrow(/no exemption “NONE”/)
    await expect(flag([1, 77], 'release')).rejects.toThrow(/Nothing was changed/)
    expect((await shown(1)).page.flag).toBeNull()
  })
})

describe('logical documents', () => {
  test('split, merge and describe are undone step by step', async () => {
    const { call, request, index, shown } = await aCase(LETTER, SCAN)
    const before = await index()
    const { document } = await call('cases.split', { request, page: 6 })
    expect((await shown(6)).document).toMatchObject({
      id: document,
      pages: 4,
      title: 'School place',
      type: 'email',
      dated: '2018-02-01',
      author: 'Joan Lee',
      isConfirmed: true,
    })
    await expect(call('cases.split', { request, page: 6 })).rejects.toThrow(/begins at page 6 already/)
    await call('cases.describe', { request, document, title: ' About school ', dated: null })
    expect((await shown(7)).document).toMatchObject({ title: 'About school', type: 'email', dated: null })
    await call('cases.merge', { request, page: 7 })
    expect((await shown(7)).document).toMatchObject({ title: 'scan.pdf', pages: 6 })
    await expect(call('cases.merge', { request, page: 5 })).rejects.toThrow(/first document of its file/)
    for (const says of [
      'Merged “About school” into “scan.pdf”',
      'Described “About school”',
      'Split at page 6',
    ])
      expect(await call('cases.undo', { request })).toEqual({ says })
    expect(await index()).toEqual(before)
  })

  test('the index is in the order they came or by date, and found by part of a name', async () => {
    const { call, request, index, flag } = await aCase(LETTER, SCAN)
    await call('cases.proposeSplits', { request })
    await flag([1, 2], 'release')
    const titles = async (order: 'came' | 'dated', text = '') =>
      (await index(order, text)).documents.map(({ title }) => title)
    expect(await titles('came')).toEqual(['letter.pdf', 'Initial Assessment', 'School place', 'LAC review'])
    expect(await titles('dated')).toEqual(['School place', 'Initial Assessment', 'LAC review', 'letter.pdf'])
    expect(await titles('came', 'lac rev')).toEqual(['LAC review'])
    expect(await titles('came', '100%')).toEqual([])
    expect((await index()).documents[0]).toMatchObject({ firstPlace: 1, pages: 3, flags: { release: 2 } })
  })

  test('proposals say why, are one step to undo, and leave alone what a person touched', async () => {
    const { call, request, index } = await aCase(SCAN, { ...SCAN, path: 'other.pdf' })
    await call('cases.describe', { request, document: 2, title: 'Known already' })
    expect(await call('cases.proposeSplits', { request })).toEqual({ proposed: 2, files: 1 })
    const { documents } = await index()
    expect(documents.map(({ firstPage, because }) => [firstPage, because !== ''])).toEqual([
      [1, false],
      [3, true],
      [5, true],
      [7, false],
    ])
    expect(documents[1]!.because).toContain('header of a mail')
    expect(await call('cases.proposeSplits', { request })).toEqual({ proposed: 0, files: 0 })
    expect(await call('cases.undo', { request })).toEqual({ says: 'Proposed where 2 documents begin' })
    expect((await index()).documents.map(({ title }) => title)).toEqual(['scan.pdf', 'Known already'])
  })

  test('the chronology is written as CSV without formulas, and as a spreadsheet', async () => {
    const { call, request, folder } = await aCase(LETTER, SCAN)
    await call('cases.describe', {
      request,
      document: 1,
      title: '=HYPERLINK("x")',
      dated: PlainDate.parse('2016-01-02'),
    })
    const to = join(folder, 'chronology.csv')
    await call('cases.writeIndex', { request, order: 'dated', format: 'csv', to })
    const [head, first, second] = (await readFile(to, 'utf8')).split('\r\n')
    expect(head).toContain('Number,Date,Title,Type')
    expect(first).toContain(`1,2016-01-02,"'=HYPERLINK(""x"")",Other`)
    expect(second).toContain('2,,scan.pdf')
    const sheet = join(folder, 'index.xlsx')
    const written = await call('cases.writeIndex', { request, order: 'came', format: 'xlsx', to: sheet })
    expect((await readFile(sheet)).length).toBe(written.bytes)
  })
})
