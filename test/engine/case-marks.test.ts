import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { MarkShape } from '#shared/cases/mark.ts'
import { textShape } from '#shared/cases/mark-shapes.ts'
import { anAccessRequest, fillCase, laidOut, type MadeFile } from '#test/support/a-case.ts'
import { aWorkbook } from '#test/support/a-workbook.ts'
import { startTestEngine } from '#test/support/engine.ts'

const TEXT = 'The advice of our solicitor was clear.\nThe solicitor wrote it down.'
const FILES: MadeFile[] = [
  { path: 'one.pdf', pages: [TEXT, 'Something else.', TEXT, 'Our solicitor again.'] },
  { path: 'spaced.pdf', pages: [TEXT.replace(' was ', '\nwas  ')] },
]
const NOTE = `${'a note that is long '.repeat(6)}\nand goes on`
const SAID = { exemption: 'LPP-19', answers: {}, reason: 'Legal advice.', label: 'legal advice' }
const PLAIN = { kind: 'plain' } as const
const BOX: MarkShape = { kind: 'box', boxes: [{ left: 10, top: 20, right: 60, bottom: 40 }] }

const starting = startTestEngine()
afterAll(async () => (await starting)[Symbol.asyncDispose]())

/** A case of some files, with the marks of its pages. */
async function aCase(files: MadeFile[] = FILES) {
  const { call, engine } = await starting
  const request = await anAccessRequest(call)
  const store = await fillCase(engine.session().cases, request, files)
  const marks = async (page: number) => (await call('cases.page', { request, page })).marks
  const words = (text: string, wanted: string): MarkShape => {
    const start = text.indexOf(wanted)
    const shape = textShape(laidOut(text), start, start + wanted.length)
    if (!shape) throw new Error(`${wanted} has no box`)
    return shape
  }
  const mark = (page: number, shape: MarkShape, said: Partial<typeof SAID> = {}) =>
    call('cases.mark', { request, page, shape, target: PLAIN, said: { ...SAID, ...said }, person: null })
  const undo = () => call('cases.undo', { request })
  const redo = () => call('cases.redo', { request })
  const propose = async (page = 1) => {
    const made = await mark(page, words(TEXT, 'solicitor'), { exemption: '' })
    return { made, told: await call('cases.markLike', { request, mark: made.id }) }
  }
  return { call, request, store, marks, words, mark, undo, redo, propose }
}

describe('marks by hand', () => {
  test('hide at once, are changed and removed, and every step is undone and done again', async () => {
    const { call, request, marks, mark, words, undo, redo } = await aCase()
    const made = await mark(1, words(TEXT, 'advice of our solicitor'), { exemption: '' })
    expect(made).toMatchObject({ state: 'accepted', origin: 'hand', label: 'legal advice' })
    await mark(1, { kind: 'page' }, { exemption: '' })
    await mark(1, BOX, { exemption: '', label: 'a picture' })
    expect((await marks(1)).map(({ shape }) => shape.kind)).toEqual(['text', 'page', 'box'])
    await call('cases.changeMarks', { request, marks: [made.id], changes: { label: 'advice' } })
    await call('cases.removeMarks', { request, marks: (await marks(1)).map(({ id }) => id) })
    expect(await marks(1)).toEqual([])
    await undo()
    expect((await marks(1)).map(({ label }) => label)).toEqual(['advice', 'legal advice', 'a picture'])
    await undo()
    expect((await marks(1))[0]!.label).toBe('legal advice')
    for (let step = 0; step < 3; step += 1) await undo()
    expect(await marks(1)).toEqual([])
    expect((await undo()).says).toBeNull()
    for (let step = 0; step < 5; step += 1) await redo()
    expect(await marks(1)).toEqual([])
    await undo()
    expect((await marks(1)).map(({ id }) => id)).toContain(made.id)
  })

  test('a page that is released by hand stays reviewed when a mark is put on it', async () => {
    const { call, request, mark } = await aCase()
    await call('cases.flag', { request, pages: [1], flag: 'release', because: '', exemption: '' })
    await mark(1, BOX, { exemption: '' })
    expect((await call('cases.page', { request, page: 1 })).page).toMatchObject({
      flag: 'release',
      reopened: '',
    })
  })

  test('what an exemption asks must be answered, and one that is none is refused', async () => {
    const { mark, marks } = await aCase()
    await expect(mark(1, BOX, { exemption: 'TP-16' })).rejects.toThrow(/TP-16: What type of information/u)
    await expect(mark(1, BOX, { exemption: 'XX-1' })).rejects.toThrow(/no exemption “XX-1”/u)
    await expect(mark(1, BOX, { exemption: 'TP-17S' })).rejects.toMatchObject({ code: 'rule' })
    await expect(
      mark(1, { ...(BOX as object), kind: 'text', start: 5, end: 9000 } as MarkShape),
    ).rejects.toThrow(/not on the page any more/u)
    expect(await marks(1)).toEqual([])
  })

  test('letting something stay needs a reason, which stays with the mark', async () => {
    const { call, request, mark, marks } = await aCase()
    const { id } = await mark(1, BOX, { exemption: '' })
    const reject = (reason?: string) =>
      call('cases.changeMarks', {
        request,
        marks: [id],
        changes: { state: 'rejected', ...(reason && { reason }) },
      })
    await expect(reject()).rejects.toMatchObject({ code: 'invalid' })
    await reject('She wrote it herself.')
    expect((await marks(1))[0]).toMatchObject({ state: 'rejected', reason: 'She wrote it herself.' })
  })
})

describe('suggestions', () => {
  test('all places like a mark are proposed once, walked in the order of reading, and undone in one step', async () => {
    const { call, request, marks, propose, undo } = await aCase()
    const { made, told } = await propose()
    expect(told).toEqual({ proposed: 6, pages: 4 })
    expect(await call('cases.markLike', { request, mark: made.id })).toEqual({ proposed: 0, pages: 0 })
    const seen: (number | null)[] = []
    let at: { page: number | null; mark: number | null } = { page: 1, mark: null }
    while (at.page !== null) {
      const next: typeof at = await call('cases.nextSuggestion', {
        request,
        page: at.page,
        after: at.mark,
        direction: 'next',
      })
      if (next.page !== null) seen.push(next.page)
      at = next
    }
    expect(seen).toEqual([1, 3, 3, 4, 5, 5])
    const last = await call('cases.nextSuggestion', { request, page: 5, after: null, direction: 'previous' })
    expect(last).toMatchObject({ page: 4, left: 6 })
    expect((await marks(3)).every(({ state }) => state === 'proposed')).toBe(true)
    await undo()
    expect(await marks(3)).toEqual([])
  })

  test('are accepted many at a time', async () => {
    const { call, request, marks, propose } = await aCase()
    await propose()
    const ids = [...(await marks(3)), ...(await marks(4))].map(({ id }) => id)
    expect(await call('cases.changeMarks', { request, marks: ids, changes: { state: 'accepted' } })).toEqual({
      changed: 3,
    })
    expect(
      (await call('cases.nextSuggestion', { request, page: 1, after: null, direction: 'next' })).left,
    ).toBe(3)
  })
})

describe('copies', () => {
  test('go onto all pages with the same words, once, at the same words where those are spaced otherwise', async () => {
    const { call, request, mark, marks, words, undo } = await aCase()
    await mark(1, words(TEXT, 'was clear'), { exemption: '' })
    await mark(1, BOX, { exemption: '' })
    expect(await call('cases.copyMarks', { request, page: 1 })).toEqual({ pages: 2, marks: 4 })
    expect(await call('cases.copyMarks', { request, page: 1 })).toEqual({ pages: 0, marks: 0 })
    const [copy] = await marks(5)
    const { text } = await call('cases.pageWords', { request, page: 5 })
    expect(copy).toMatchObject({ origin: 'copy', state: 'accepted' })
    expect(copy!.shape.kind === 'text' && text.slice(copy!.shape.start, copy!.shape.end)).toBe('was  clear')
    await undo()
    expect(await marks(5)).toEqual([])
  })
})

describe('the parts of a page', () => {
  test('of a mail are the lines of its head, over as many lines as they take', async () => {
    const text =
      'From: Jane Smith <jane@example.org>\nTo: Duty;\nSchool\nX-Odd: 1\nBcc: Ben\nSubject: Visit\n\nTo: nobody'
    const { call, request } = await aCase([
      { path: 'a.eml', type: 'eml', pages: [{ text, label: 'Page 1' }] },
    ])
    const parts = await call('cases.pageParts', { request, page: 1 })
    expect(parts.map(({ target, text: said }) => [target.kind === 'header' && target.field, said])).toEqual([
      ['From', 'Jane Smith <jane@example.org>'],
      ['To', 'Duty;\nSchool'],
      ['Bcc', 'Ben'],
      ['Subject', 'Visit'],
    ])
    for (const { start, end, text: said } of parts) expect(text.slice(start, end)).toBe(said)
  })

  test('of a workbook are its cells as they stand in it, also below rows that are empty', async () => {
    const { call, engine, folder } = await starting
    const row = (number: number, cells: Readonly<Record<string, string>>) =>
      `<row r="${number}">${Object.entries(cells)
        .map(([column, text]) => `<c r="${column}${number}" t="inlineStr"><is><t>${text}</t></is></c>`)
        .join('')}</row>`
    const xml = [row(1, { A: 'Name', C: 'Note' }), row(4, { A: 'Ben', C: 'late' }), row(5, { B: '7' })].join(
      '',
    )
    const file = join(folder, 'sums.xlsx')
    await writeFile(file, await aWorkbook([{ name: 'Budget', xml }]))
    engine.grants.allow(file)
    const request = await anAccessRequest(call)
    await call('cases.import', { request, paths: [file], search: null, password: null })
    const parts = await call('cases.pageParts', { request, page: 1 })
    const found = parts.map(({ target, text }) => [target.kind === 'cells' ? target.ref : '', text])
    expect(found).toContainEqual(['C4', 'late'])
    expect(found).toContainEqual(['B5', '7'])
    expect(found).toContainEqual(['C:C', 'Note'])
    expect(found.find(([ref]) => ref === '4:4')?.[1]).toMatch(/^Ben.*late$/su)
  })

  test('of a sheet whose original cannot be read are its rows, columns and cells, counted on from page to page', async () => {
    const pages = [
      { text: `Sheet Budget\nName | Sum | Note\nBen | 12\nAmina |  | ${NOTE}`, label: 'Sheet Budget' },
      { text: 'Tom | 7 | late', label: 'Sheet Budget, page 2' },
      { text: 'Other', label: 'Sheet Other' },
    ]
    const { call, request } = await aCase([{ path: 'a.xlsx', type: 'xlsx', pages }])
    const refs = async (page: number) =>
      (await call('cases.pageParts', { request, page })).map(({ target, text }) => [
        target.kind === 'cells' ? `${target.sheet}!${target.ref}` : '',
        text,
      ])
    const first = new Map((await refs(1)) as [string, string][])
    expect(first.get('Budget!B1')).toBe('Sum')
    expect(first.get('Budget!2:2')).toBe('Ben | 12')
    expect(first.get('Budget!A3')).toBe('Amina')
    expect(first.get('Budget!C3')).toBe(NOTE)
    expect(await refs(2)).toEqual([
      ['Budget!4:4', 'Tom | 7 | late'],
      ['Budget!A:A', 'Tom'],
      ['Budget!B:B', '7'],
      ['Budget!C:C', 'late'],
      ['Budget!A4', 'Tom'],
      ['Budget!B4', '7'],
      ['Budget!C4', 'late'],
    ])
    expect(await refs(3)).toContainEqual(['Other!A1', 'Other'])
  })
})

test('the reasons of the keys are the usual ones until others are kept with the case', async () => {
  const { call, request } = await aCase()
  expect(await call('cases.quickReasons', { request })).toHaveLength(9)
  const reasons = [{ exemption: 'CT-2', reason: 'Police.', label: 'police' }]
  await call('cases.keepQuickReasons', { request, reasons })
  expect(await call('cases.quickReasons', { request })).toEqual(reasons)
})
