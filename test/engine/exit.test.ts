import { execFileSync } from 'node:child_process'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EVERY_RECORD } from '#shared/described/list.ts'
import type { Input } from '#shared/rpc/contract.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { anActivity } from '../support/builders.ts'
import { PASSPHRASE } from '../support/engine.ts'
import { archived, aWholeRegister, broughtIn, EVERYTHING, keptFiles } from '../support/a-whole-register.ts'

type Made = Awaited<ReturnType<typeof aWholeRegister>>
type Archive = Awaited<ReturnType<typeof archived>>

let made: Made
let first: Archive

beforeAll(async () => {
  made = await aWholeRegister()
  first = await archived(made, 'first')
})
afterAll(() => made[Symbol.asyncDispose]())

const linesOf = (files: ReadonlyMap<string, Buffer>, name: string) =>
  files.get(name)!.toString('utf8').split('\n').filter(Boolean)

describe('a whole register', () => {
  test('says what it holds before it is brought in, and passes its own check', async () => {
    const { registerId } = made.engine.session()
    expect(await made.call('archives.look', { path: first.path, passphrase: null })).toEqual({
      registerName: 'Test',
      registerId,
      madeAt: '2026-11-22T11:00:00.000Z',
      isEncrypted: false,
      hasHistory: true,
      counts: first.counts,
    })
    expect(first.counts).toMatchObject({ documents: 4, cases: 1 })
    const { kind, checks } = await made.call('reports.verifyArchive', { path: first.path })
    expect(kind).toBe('Whole register, BagIt 1.0')
    expect(checks.filter(({ ok }) => !ok)).toEqual([])
  })

  test('comes back with nothing lost, and the history goes on', async () => {
    const back = await broughtIn(made, first.path, 'Back')
    expect(back).toMatchObject({
      counts: first.counts,
      chain: { head: first.chainHead, goesOn: true },
      notes: [],
    })
    expect(back.checks).toHaveLength(4)
    expect(made.engine.session().registerId).not.toBe(first.files.get('data/about.json')!.toString())
    expect((await made.call('registerFile.verify', {})).problems).toEqual([])

    const second = await archived(made, 'second')
    expect(keptFiles(second.files)).toEqual(keptFiles(first.files))
    for (const name of ['data/revisions.jsonl', 'data/revisions-bodies.jsonl']) {
      const [before, after] = [linesOf(first.files, name), linesOf(second.files, name)]
      expect(after.slice(0, before.length)).toEqual(before)
      expect(after).toHaveLength(before.length + 1)
    }
    expect(JSON.parse(linesOf(second.files, 'data/revisions.jsonl').at(-1)!)).toMatchObject({
      procedure: 'archives.import',
      register: 'settings',
    })

    // History, undo and past days go on as if the register had never been away.
    const history = await made.call('history.ofRecord', { register: 'breaches', record: made.breach })
    expect(history).toHaveLength(6)
    const [{ file }] = linesOf(first.files, 'data/documents.jsonl').map((one) => JSON.parse(one))
    expect(first.files.has(file)).toBe(true)
    await anActivity(made.call, 'New after the return')
    await made.call('history.undo', {})
    const undone = await made.call('history.undo', {})
    expect(undone.entry?.procedure).toBe('today.snooze')
    await made.call('history.redo', {})
    const past = await made.call('records.list', LIST, PlainDate.parse('2026-11-22'))
    expect(past.total).toBe(2)
    expect((await made.call('registerFile.verify', {})).problems).toEqual([])

    // What was put off stays put off, and the case opens under its new key.
    const queue = await made.call('cases.overview', { request: made.request as never })
    expect(queue).toMatchObject({ state: 'open' })
    expect(await made.call('cases.overview', { request: made.destroyed as never })).toMatchObject({
      state: 'destroyed',
    })
  })

  test('without its history begins a new trail, keeps the old one as evidence and hands both on', async () => {
    await made.call('registerFile.open', { path: made.path, passphrase: PASSPHRASE })
    const bare = await archived(made, 'bare', { withHistory: false })
    expect(bare.files.has('data/revisions-bodies.jsonl')).toBe(false)
    expect(bare.counts.documents).toBe(3)
    const back = await broughtIn(made, bare.path, 'Fresh')
    expect(back.chain).toEqual({ head: bare.chainHead, goesOn: false })
    expect(back.notes.join(' ')).toContain('A new trail begins here')
    expect((await made.call('registerFile.verify', {})).problems).toEqual([])
    expect(made.engine.session().head().seq).toBe(bare.counts.records)

    const next = await archived(made, 'next')
    const records = (files: ReadonlyMap<string, Buffer>) =>
      new Map([...keptFiles(files)].filter(([name]) => name.startsWith('data/records/')))
    expect(records(next.files)).toEqual(records(bare.files))
    const about = JSON.parse(next.files.get('data/about.json')!.toString('utf8'))
    expect(about.earlierChains).toMatchObject([{ head: bare.chainHead, seq: bare.counts.revisions }])
    const kept = linesOf(next.files, 'data/documents.jsonl')
      .map((line) => JSON.parse(line))
      .find(({ id }) => id === about.earlierChains[0].document)
    expect(next.files.get(kept.file)).toEqual(bare.files.get('data/revisions.jsonl'))
    expect((await made.call('reports.verifyArchive', { path: next.path })).ok).toBe(true)
  })

  test('is encrypted file by file, and only its passphrase opens it', async () => {
    await made.call('registerFile.open', { path: made.path, passphrase: PASSPHRASE })
    const locked = await archived(made, 'locked', { passphrase: '' })
    expect(locked.passphrase).toMatch(/^(?:[A-Z2-9]{4}-){4}[A-Z2-9]{4}$/)
    for (const passphrase of [null, 'another passphrase altogether'])
      await expect(made.call('archives.look', { path: locked.path, passphrase })).rejects.toMatchObject({
        reason: 'wrong-passphrase',
      })
    expect(
      await made.call('archives.look', { path: locked.path, passphrase: locked.passphrase }),
    ).toMatchObject({ isEncrypted: true, counts: locked.counts })
    await expect(broughtIn(made, locked.path, 'Locked')).rejects.toMatchObject({ reason: 'wrong-passphrase' })
    await broughtIn(made, locked.path, 'Locked', locked.passphrase)
    const again = await archived(made, 'again')
    expect(keptFiles(again.files)).toEqual(keptFiles(first.files))
  })

  test('without the documents of requests leaves them out and says so', async () => {
    await made.call('registerFile.open', { path: made.path, passphrase: PASSPHRASE })
    const none = await archived(made, 'no cases', { withCases: false })
    expect([...none.files.keys()].filter((name) => name.startsWith('data/cases/'))).toEqual([])
    const back = await broughtIn(made, none.path, 'No cases')
    expect(back.notes).toEqual(['The documents brought in for 1 request are not in the archive.'])
    expect((await made.call('registerFile.verify', {})).problems).toEqual([])
    expect(await made.call('cases.overview', { request: made.destroyed as never })).toMatchObject({
      state: 'destroyed',
    })
  })

  test('holds databases that any program reads', async () => {
    const [name, bytes] = [...first.files].find(([one]) => one.endsWith('case.db'))!
    expect(name).toMatch(/^data\/cases\/RR-0001\/case\.db$/)
    const plain = join(made.folder, 'plain.db')
    await writeFile(plain, bytes)
    const read = `import sqlite3,sys
db = sqlite3.connect(sys.argv[1])
print(db.execute('pragma integrity_check').fetchone()[0], [r[0] for r in db.execute('select path from sources order by id')])`
    expect(execFileSync('python3', ['-c', read, plain], { encoding: 'utf8' }).trim()).toBe(
      `ok ['box/letter.pdf', 'box/With documents.pdf']`,
    )
  })

  test('leaves nothing behind when it is stopped', async () => {
    const before = await readdir(made.folder)
    const stop = made.engine.subscribe((push) => {
      if (push.event === 'progress') for (const task of made.engine.tasks.values()) task.cancelled = true
    })
    const to = join(made.folder, 'stopped.zip')
    await expect(made.call('archives.writeWhole', { to, ...EVERYTHING })).rejects.toMatchObject({
      code: 'cancelled',
    })
    await expect(broughtIn(made, first.path, 'Stopped')).rejects.toMatchObject({ code: 'cancelled' })
    stop()
    expect(await readdir(made.folder)).toEqual(before)
  })
})

const LIST = {
  register: 'requests' as const,
  filter: EVERY_RECORD,
  sort: [],
  groupBy: null,
  offset: 0,
  limit: 10,
} satisfies Input<'records.list'>
