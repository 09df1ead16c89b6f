import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, utimes } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { sealHolds } from '#engine/described/seal.ts'
import { dispatch } from '#engine/rpc/dispatch.ts'
import { guarded } from '#engine/tables/csv.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { textOfLetter } from '#shared/registers/letters/letter-words.ts'
import { Instant } from '#shared/time/instant.ts'
import { breachWithPeople } from '../support/breach-letters.ts'
import { startTestEngine } from '../support/engine.ts'
import { hostileLines } from '../support/hostile-recipients.ts'

const run = promisify(execFile)
const has = (tool: string, flag: string) =>
  run(tool, [flag]).then(
    () => true,
    () => false,
  )
const hasTools = (await has('pdftotext', '-v')) && (await has('qpdf', '--version'))

const ADDRESS = '2 Low Road\nLeeds LS2 2BB'
const SAM = { name: 'Sam Carer', address: ADDRESS, safeToWrite: 'yes', affected: 'Your bank details.' }
const JO = {
  name: 'Jo Child',
  kind: 'child',
  addressee: 'Pat Guardian',
  address: ADDRESS,
  safeToWrite: 'yes',
}
const KIT = { name: 'Kit Reader', version: 'easier', address: ADDRESS, language: 'Large print' }
const LEFT_OUT = [
  { name: 'Alex Hidden', address: ADDRESS, safeToWrite: 'no' },
  { name: 'Robin Unsure', address: ADDRESS, safeToWrite: 'check' },
  { name: 'Chris Nowhere', safeToWrite: 'yes' },
]
const DONE = [
  { name: 'Lee Told', address: ADDRESS, state: 'told' },
  { name: 'Max Spared', address: ADDRESS, state: 'notTold' },
]
const SENT_AT = Instant.parse('2026-11-22T08:00:00.000Z')

type TestEngine = Awaited<ReturnType<typeof startTestEngine>>
const breachOf = async ({ call }: TestEngine, id: string) =>
  (await call('records.get', { register: 'breaches', id })).record as unknown as Breach
const everyone = (id: string, folder: string) => ({ id, folder, recipients: null, asAt: null })

describe('the people to tell of a breach', () => {
  test('are counted by state, with who gets no letter and why', async () => {
    await using engine = await startTestEngine()
    const { id } = await breachWithPeople(engine, [SAM, JO, KIT, ...LEFT_OUT, ...DONE])
    const told = await engine.call('breaches.peopleToTell', { id })
    expect(told.counts).toEqual({
      total: 8,
      toTell: 6,
      letters: 3,
      told: 1,
      notTold: 1,
      notReached: 0,
      safetyUnknown: 1,
    })
    expect(told.people.map(({ name, version }) => [name, version]).slice(0, 3)).toEqual([
      ['Sam Carer', 'standard'],
      ['Jo Child', 'child'],
      ['Kit Reader', 'easier'],
    ])
    expect(told.leftOut.map(({ reference, because }) => [reference, because])).toEqual([
      ['PT-0004', expect.stringContaining('another way')],
      ['PT-0005', expect.stringContaining('checked first')],
      ['PT-0006', expect.stringContaining('no address')],
    ])
    expect(told.notes).toEqual([])
  })

  test('are those of this breach alone, and a letter to somebody else’s is refused', async () => {
    await using engine = await startTestEngine()
    const first = await breachWithPeople(engine, [SAM])
    const second = await breachWithPeople(engine, [KIT])
    const told = await engine.call('breaches.peopleToTell', { id: second.id })
    expect(told.people.map(({ name }) => name)).toEqual(['Kit Reader'])
    const asked = { what: 'letter', version: null, recipient: first.people[0]! } as const
    await expect(engine.call('breaches.composeNotice', { id: second.id, asked })).rejects.toThrow(
      'PT-0001 is not told of this breach',
    )
  })
})

describe('letters of a breach', () => {
  test('are written one each, named by number, with a file to print and a mail merge', async () => {
    await using engine = await startTestEngine()
    const { id } = await breachWithPeople(engine, [SAM, JO, KIT, ...LEFT_OUT, ...DONE])
    const written = await engine.call('breaches.writeLetters', everyone(id, engine.folder))
    expect(written).toMatchObject({
      path: join(engine.folder, 'Letters BR-0001 2026-11-22'),
      letters: 3,
      needs: [{ reference: 'PT-0003', language: 'Large print' }],
      missing: [],
    })
    expect(written.leftOut).toHaveLength(3)
    expect((await readdir(written.path)).toSorted()).toEqual([
      'All letters to print.pdf',
      'Mail merge.csv',
      'PT-0001.pdf',
      'PT-0002.pdf',
      'PT-0003.pdf',
    ])
    const again = await engine.call('breaches.writeLetters', everyone(id, engine.folder))
    expect(again.path).toBe(`${written.path} (2)`)
  })

  test('go to those who were chosen, but never where it is not safe', async () => {
    await using engine = await startTestEngine()
    const { id, people } = await breachWithPeople(engine, [SAM, JO, ...LEFT_OUT])
    const chosen = [people[1]!, people[2]!]
    const written = await engine.call('breaches.writeLetters', {
      ...everyone(id, engine.folder),
      recipients: chosen,
    })
    expect(written).toMatchObject({ letters: 1, leftOut: [{ reference: 'PT-0003' }] })
    await expect(
      engine.call('breaches.writeLetters', { ...everyone(id, engine.folder), recipients: [people[2]!] }),
    ).rejects.toThrow('nobody to write to')
  })

  test('that are stopped, or cannot be written, leave nothing behind', async () => {
    await using engine = await startTestEngine()
    const people = Array.from({ length: 60 }, (_, index) => ({ ...SAM, name: `Sam ${index} Carer` }))
    const { id } = await breachWithPeople(engine, people)
    const folder = join(engine.folder, 'out')
    await mkdir(folder)
    const task = 4711
    const reply = dispatch(engine.engine, {
      id: task,
      procedure: 'breaches.writeLetters',
      input: everyone(id, folder),
      asAt: undefined,
    })
    await engine.call('registerFile.cancelTask', { task })
    expect(await reply).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(await readdir(folder)).toEqual([])
    const nowhere = join(engine.folder, 'not there')
    await expect(engine.call('breaches.writeLetters', everyone(id, nowhere))).rejects.toThrow('is not there')
    expect(await readdir(engine.folder)).not.toContain('not there')
  })

  test('sweep away what a killed program left long ago, and nothing else', async () => {
    await using engine = await startTestEngine()
    const { id } = await breachWithPeople(engine, [SAM])
    const [old, recent, own] = ['.Letters BR-0009 2026-01-01.letters.part', '.now.letters.part', '.keep.part']
    for (const name of [old!, recent!, own!]) await mkdir(join(engine.folder, name))
    const long = new Date(Date.now() - 7_200_000)
    for (const name of [old!, own!]) await utimes(join(engine.folder, name), long, long)
    await engine.call('breaches.writeLetters', everyone(id, engine.folder))
    const left = await readdir(engine.folder)
    expect(left).toEqual(expect.arrayContaining([recent, own]))
    expect(left).not.toContain(old)
  })

  test('need a folder that was chosen in a dialog', async () => {
    await using engine = await startTestEngine({ windowed: true })
    const { id } = await breachWithPeople(engine, [SAM])
    await expect(engine.call('breaches.writeLetters', everyone(id, '/'))).rejects.toThrow('not chosen')
  })
})

test.runIf(hasTools)(
  '500 letters from a hostile list print whole, each with its own person',
  async () => {
    await using engine = await startTestEngine()
    const lines = hostileLines(500)
    const { id, people } = await breachWithPeople(
      engine,
      lines.map(({ name, addressee, address, affected, email, language }, index) => ({
        name: name.slice(0, 200),
        addressee: addressee.slice(0, 500),
        address: address.filter(Boolean).join('\n'),
        affected,
        email,
        language,
        version: (['standard', 'easier', 'child'] as const)[index % 3],
      })),
    )
    const before = process.memoryUsage().rss
    const written = await engine.call('breaches.writeLetters', everyone(id, engine.folder))
    expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(400)
    expect(written.letters).toBe(500)

    const text =
      'for pdf in *.pdf; do pdftotext "$pdf" "$pdf.txt" || exit 1; done; for pdf in All*.pdf PT-*5.pdf; do qpdf --check "$pdf" || exit 1; done'
    await run('bash', ['-c', text], { cwd: written.path })
    const merged = await readFile(join(written.path, 'Mail merge.csv'), 'utf8')
    const rows: string[][] = parse(merged, { bom: true, relax_column_count: false })
    expect(rows).toHaveLength(501)
    expect(rows.flat().filter((cell) => /^\s*[=+\-@＝＋－＠]/u.test(cell))).toEqual([])

    const printed = await readFile(join(written.path, 'All letters to print.pdf.txt'), 'utf8')
    const pagesPrinted = printed.split('\f').slice(0, -1)
    expect(pagesPrinted).toHaveLength(written.pages)
    const names = lines.map(({ name }) => bare(name.slice(0, 200)))
    const unfound: string[] = []
    let nextFree = 1
    for (const [index, row] of rows.slice(1).entries()) {
      const person = (await engine.call('records.get', { register: 'recipients', id: people[index]! })).record
      const [reference, name, , address, , , , , affected, file, pages, firstPage] = row
      expect([reference, name, address, affected]).toEqual(
        ['reference', 'name', 'address', 'affected'].map((key) => asCell(person[key] as string)),
      )
      const first = Number(firstPage)
      expect(first % 2).toBe(1)
      expect(first).toBe(nextFree)
      nextFree = first + Number(pages) + (Number(pages) % 2)
      const own = await readFile(join(written.path, `${file}.txt`), 'utf8')
      expect(own.split('\f').length - 1).toBe(Number(pages))
      const inPrint = pagesPrinted.slice(first - 1, first - 1 + Number(pages)).join('\f')
      for (const letter of [own, inPrint]) {
        expect(new Set(letter.match(/PT-\d{4,}/gu))).toEqual(new Set([reference]))
        if (isPlainLatin(names[index]!) && !bare(letter).includes(names[index]!)) unfound.push(names[index]!)
      }
      const allowed = bare([person['name'], person['addressee'], person['affected']].join(' '))
      const others = names.filter(
        (other) =>
          other !== names[index] && isPlainLatin(other) && other.length > 9 && !allowed.includes(other),
      )
      expect(others.filter((other) => bare(own).includes(other))).toEqual([])
    }
    expect(unfound).toEqual([])
    expect([nextFree - 1, nextFree - 2]).toContain(written.pages)
  },
  240_000,
)

/** A text without blanks, as a page may break it anywhere. */
const bare = (text: string) => text.normalize('NFKC').replaceAll(/\s/gu, '')
/** Without the dotless i, which the font's tables give back as an i. */
const isPlainLatin = (text: string) => !text.includes('ı') && /^[\p{Script=Latin}\d'’.,-]+$/u.test(text)
const asCell = (text: string) => guarded(text.replaceAll(/\r\n?/gu, '\n').toWellFormed())

test('a reference that was typed as a path does not lead out of the chosen folder', async () => {
  await using engine = await startTestEngine()
  const { id } = await breachWithPeople(engine, [SAM])
  const changes = { reference: 'x/../../../out' }
  await engine.call('records.change', { register: 'breaches', id, changes })
  const folder = join(engine.folder, 'chosen')
  await mkdir(folder)
  const { path } = await engine.call('breaches.writeLetters', everyone(id, folder))
  expect(dirname(path)).toBe(folder)
  expect(await readdir(folder)).toEqual([basename(path)])
})

describe('what was sent', () => {
  test('is kept as it read, marks the people told, and no undo or later change takes it back', async () => {
    await using engine = await startTestEngine()
    const { id, people } = await breachWithPeople(engine, [SAM, JO, ...LEFT_OUT])
    const input = {
      id,
      kind: 'letters',
      recipients: null,
      controller: null,
      sentAt: SENT_AT,
      how: 'First class post',
      marksTold: true,
    } as const
    expect(await engine.call('breaches.recordNotices', input)).toMatchObject({ count: 2 })
    const [notice] = (await breachOf(engine, id)).sentNotices
    expect(notice).toMatchObject({
      kind: 'letters',
      count: 2,
      how: 'First class post',
      recipients: people.slice(0, 2),
      sentAt: SENT_AT,
    })
    expect(sealHolds(notice!)).toBe(true)
    expect(notice!.wordings.map(({ version }) => version)).toEqual(['Plain English', 'For a child'])
    const before = textOfLetter(notice!.wordings[0]!.letter)
    expect(before).toContain('Dear [Name of who gets the letter],')
    expect(before).not.toContain('Sam Carer')

    const sam = (await engine.call('records.get', { register: 'recipients', id: people[0]! })).record
    expect(sam).toMatchObject({ state: 'told', toldAt: SENT_AT, toldHow: 'letter' })
    const hidden = (await engine.call('records.get', { register: 'recipients', id: people[2]! })).record
    expect(hidden).toMatchObject({ state: null, toldAt: null })
    expect((await breachOf(engine, id)).peopleToldAt).toBe(SENT_AT)

    await expect(engine.call('history.undo', {})).rejects.toThrow('stay as they were recorded')
    await engine.call('records.change', {
      register: 'breaches',
      id,
      changes: { letterWhat: 'Something else.' },
    })
    const [kept] = (await breachOf(engine, id)).sentNotices
    expect(textOfLetter(kept!.wordings[0]!.letter)).toBe(before)
    await expect(engine.call('breaches.recordNotices', input)).rejects.toThrow('No letter goes to anybody')
  })

  test('leaves those who were told before as they were told, and is never later than now', async () => {
    await using engine = await startTestEngine()
    const earlier = { state: 'told', toldAt: '2026-11-21T10:00:00.000Z', toldHow: 'telephone' }
    const { id, people } = await breachWithPeople(engine, [SAM, { ...KIT, ...earlier }])
    const input = {
      id,
      kind: 'letters',
      recipients: people,
      controller: null,
      sentAt: SENT_AT,
      how: '',
      marksTold: true,
    } as const
    const later = Instant.parse('2026-11-22T09:00:00.001Z')
    await expect(engine.call('breaches.recordNotices', { ...input, sentAt: later })).rejects.toThrow(
      'cannot have been sent in the future',
    )
    expect(await engine.call('breaches.recordNotices', input)).toMatchObject({ count: 2 })
    const [sam, kit] = await Promise.all(
      people.map((one) => engine.call('records.get', { register: 'recipients', id: one })),
    )
    expect(sam?.record).toMatchObject({ state: 'told', toldAt: SENT_AT, toldHow: 'letter' })
    expect(kit?.record).toMatchObject(earlier)
  })

  test('a public notice and a notice to each controller are kept too', async () => {
    await using engine = await startTestEngine()
    const { id } = await breachWithPeople(engine, [])
    const { id: council } = await engine.call('organisations.create', {
      legalName: 'Leeds Council',
      relation: 'customer',
    })
    const other = { recipients: null, how: 'Email', marksTold: false, sentAt: SENT_AT }
    await engine.call('breaches.recordNotices', { id, kind: 'publicNotice', controller: null, ...other })
    const toCouncil = { id, kind: 'controllerNotice', controller: council, ...other } as const
    await expect(engine.call('breaches.recordNotices', toCouncil)).rejects.toThrow(
      'not among the controllers',
    )
    await engine.call('records.change', { register: 'breaches', id, changes: { controllerIds: [council] } })
    await engine.call('breaches.recordNotices', toCouncil)
    const breach = await breachOf(engine, id)
    expect(breach).toMatchObject({ peopleToldAt: SENT_AT, controllerToldAt: SENT_AT })
    expect(breach.sentNotices.map(({ kind, count }) => [kind, count])).toEqual([
      ['publicNotice', 0],
      ['controllerNotice', 1],
    ])
    expect(breach.sentNotices[1]!.wordings[0]!.version).toBe('Leeds Council')
  })

  test('a notice is written as a PDF and as text', async () => {
    await using engine = await startTestEngine()
    const { id } = await breachWithPeople(engine, [])
    const asked = { what: 'publicNotice' } as const
    for (const form of ['pdf', 'txt'] as const) {
      const to = join(engine.folder, `notice.${form}`)
      const { bytes } = await engine.call('breaches.writeNotice', { id, asked, form, to, asAt: null })
      const content = await readFile(to)
      expect(content).toHaveLength(bytes)
      expect(content.toString('latin1')).toMatch(form === 'pdf' ? /^%PDF-/u : /^Northgate Fostering/u)
    }
  })
})
