import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Delimiter, Encoding } from '#shared/tables/table.ts'
import { checkRows } from '#shared/registers/recipients/check-rows.ts'
import { guessTargets, looksLikeHeadings } from '#shared/registers/recipients/import-columns.ts'
import type { ImportedPerson } from '#shared/registers/recipients/recipient.contract.ts'
import { headed } from '#shared/tables/headings.ts'
import { startTestEngine } from '../support/engine.ts'
import { hostileCsv, hostileLines, hostileXlsx } from '../support/hostile-recipients.ts'

type TestEngine = Awaited<ReturnType<typeof startTestEngine>>

const aBreach = async ({ call }: TestEngine) =>
  (await call('records.create', { register: 'breaches', name: 'Report to the wrong parent', fields: {} })).id

const aPerson = (name: string, changes: Partial<ImportedPerson> = {}): ImportedPerson => ({
  name,
  kind: null,
  highRisk: null,
  affected: '',
  version: null,
  addressee: '',
  address: '',
  email: '',
  language: '',
  safeToWrite: null,
  notes: '',
  ...changes,
})

/** Reads a file, maps it as guessed and takes in what is ready, as the screen does. */
async function bringIn(
  { call }: TestEngine,
  breachId: string,
  path: string,
  as: { encoding?: Encoding; delimiter?: Delimiter } = {},
) {
  const table = await call('recipients.readTable', { path, ...as })
  const list = headed(table.rows, looksLikeHeadings(table.rows[0]!.cells))
  const known = await call('recipients.ofBreach', { breachId })
  const rows = checkRows(list, guessTargets(list.headings), known)
  const people = rows.flatMap(({ state, person }) => (state === 'ready' && person ? [person] : []))
  return { rows, people }
}

describe('people to tell, brought in from a list', () => {
  test('are recorded all at once, in their order, and taken back in one step', async () => {
    await using engine = await startTestEngine()
    const breachId = await aBreach(engine)
    await engine.call('records.create', { register: 'recipients', name: 'Earlier', fields: {} })
    const people = ['Ann', '=1+1', 'محمد'].map((name) => aPerson(name, { kind: 'parent' }))
    const added = await engine.call('recipients.addMany', { breachId, people })
    expect(added).toEqual({ added: 3, first: 'PT-0002', last: 'PT-0004' })
    const known = await engine.call('recipients.ofBreach', { breachId })
    expect(known.map(({ reference, name }) => `${reference} ${name}`)).toEqual([
      'PT-0002 Ann',
      'PT-0003 =1+1',
      'PT-0004 محمد',
    ])
    const { record } = await engine.call('records.get', { register: 'recipients', id: known[0]!.id })
    expect(record).toMatchObject({ breachId, state: 'toTell', kind: 'parent', toldAt: null })
    await engine.call('history.undo', {})
    expect(await engine.call('recipients.ofBreach', { breachId })).toEqual([])
    await engine.call('history.redo', {})
    expect(await engine.call('recipients.ofBreach', { breachId })).toHaveLength(3)
  })

  test('are all recorded or none', async () => {
    await using engine = await startTestEngine()
    const breachId = await aBreach(engine)
    const before = engine.engine.session().head()
    const people = [aPerson('Ann'), aPerson(' ')]
    await expect(engine.call('recipients.addMany', { breachId, people })).rejects.toThrow('Give it a name')
    const unknown = engine.call('recipients.addMany', { breachId: 'nobody', people: [aPerson('Ann')] })
    await expect(unknown).rejects.toThrow('no longer in the register')
    expect(engine.engine.session().head()).toEqual(before)
  })

  test(
    'of the hostile list, 500 of them, from text and from a workbook alike',
    { timeout: 60_000 },
    async () => {
      await using engine = await startTestEngine()
      const breachId = await aBreach(engine)
      const lines = hostileLines()
      const csv = join(engine.folder, 'people.csv')
      await writeFile(csv, hostileCsv(lines, { delimiter: ';', encoding: 'utf-16le', addBOM: true }))
      const { people } = await bringIn(engine, breachId, csv)
      expect(people).toHaveLength(500)
      expect(await engine.call('recipients.addMany', { breachId, people })).toMatchObject({
        added: 500,
        last: 'PT-0500',
      })
      const known = await engine.call('recipients.ofBreach', { breachId })
      expect(known.map(({ name }) => name)).toEqual(people.map(({ name }) => name))

      // The same people from a workbook are all doubles, and none of them vanishes.
      const xlsx = join(engine.folder, 'people.xlsx')
      await writeFile(xlsx, await hostileXlsx(lines))
      const again = await bringIn(engine, breachId, xlsx)
      expect(again.rows).toHaveLength(500)
      expect(again.rows.filter(({ state }) => state !== 'double')).toEqual([])
    },
  )

  test('from a file that the window did not choose are refused', async () => {
    await using engine = await startTestEngine({ windowed: true })
    const path = '/etc/passwd'
    await expect(engine.call('recipients.readTable', { path })).rejects.toThrow('was not chosen in a dialog')
  })

  test('need a file that was chosen to be read, which nothing then writes over', async () => {
    await using engine = await startTestEngine({ windowed: true })
    const folder = await mkdtemp(join(tmpdir(), 'dpo-list-'))
    const path = join(folder, 'list.csv')
    try {
      await writeFile(path, 'Name\nAnn\n')
      engine.engine.grants.allowReading(path)
      expect((await engine.call('recipients.readTable', { path })).rows).toHaveLength(2)
      const input = {
        format: 'csv',
        from: null,
        until: null,
        organisationId: null,
        to: path,
        asAt: null,
      } as const
      await expect(engine.call('breaches.writeLog', input)).rejects.toThrow('was not chosen in a dialog')
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  test('more than 5,000 rows are refused with the way out', async () => {
    await using engine = await startTestEngine()
    const path = join(engine.folder, 'long.csv')
    await writeFile(path, `Name\n${'Ann\n'.repeat(5_001)}`)
    await expect(engine.call('recipients.readTable', { path })).rejects.toThrow(
      'The list has more than 5,000 rows. Divide the list',
    )
    await writeFile(path, `Name\n${'Ann\n'.repeat(5_000)}`)
    expect((await engine.call('recipients.readTable', { path })).rows).toHaveLength(5_001)
  })
})
