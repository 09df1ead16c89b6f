import { copyFile, cp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openEncrypted } from '#engine/db/open.ts'
import { CHAIN_START, nextLink, type RevisionHeader, sha256 } from '#engine/revisions/chain.ts'
import { anActivity } from '#test/support/builders.ts'
import { PASSPHRASE, startTestEngine } from '#test/support/engine.ts'
import { keysOf, NOW, openAgain } from '#test/support/open-again.ts'

type Revision = RevisionHeader & { body: string | null; chain_sha256: string }

/** Somebody who knows the passphrase changes the file with other tools; the program must say so. */
describe('a register changed with the key in hand', () => {
  let engine: Awaited<ReturnType<typeof startTestEngine>>
  let keys: Awaited<ReturnType<typeof keysOf>>
  let older = ''
  const database = () => join(engine.path, 'register.db')
  const home = () => join(engine.folder, 'home')

  beforeAll(async () => {
    engine = await startTestEngine()
    const { id: organisationId } = await engine.call('organisations.create', {
      legalName: 'Harbour Trust',
      relation: 'own',
    })
    await engine.call('contracts.create', { name: 'Family support' })
    const id = await anActivity(engine.call, 'Helpline', organisationId)
    await anActivity(engine.call, 'Newsletter', organisationId)
    await engine.call('vocabulary.create', { vocabulary: 'people', name: 'Callers' })
    await engine.call('activities.change', { id, changes: { notes: 'first' } })
    await engine.engine.close()
    older = `${database()}.older`
    await copyFile(database(), older)
    keys = await keysOf(engine.path, PASSPHRASE)
    await engine.call('registerFile.open', { path: engine.path, passphrase: PASSPHRASE })
    await engine.call('activities.change', { id, changes: { notes: 'second' } })
    await engine.engine.close()
    await cp(engine.path, `${engine.path}.good`, { recursive: true })
    await cp(home(), `${home()}.good`, { recursive: true })
  })
  afterAll(() => engine[Symbol.asyncDispose]())
  beforeEach(() => put('good'))
  afterEach(() => put('good'))

  async function put(state: 'good') {
    for (const folder of [engine.path, home()]) {
      await rm(folder, { recursive: true, force: true })
      await cp(`${folder}.${state}`, folder, { recursive: true })
    }
  }

  function edit(change: (raw: Sqlite.Database) => void) {
    const { raw } = openEncrypted(database(), keys.key, { readonly: false })
    try {
      change(raw)
    } finally {
      raw.close()
    }
  }

  const withoutTriggers = (raw: Sqlite.Database) =>
    raw.exec('drop trigger revisions_are_not_deleted; drop trigger revisions_are_not_changed')

  async function problems(): Promise<string[]> {
    const session = await openAgain(engine.path, keys, home())
    try {
      return (await session.verify(NOW)).problems
    } finally {
      await session.close()
    }
  }

  test('is silent about an untouched one', async () => {
    expect(await problems()).toEqual([])
  })

  test.each([
    ['changing a revision', `update revisions set body = '{}' where seq = 2`],
    ['changing who did it', `update revisions set actor = 'nobody' where seq = 2`],
    ['deleting a revision', 'delete from revisions where seq = 2'],
    ['emptying the trail', 'delete from revisions'],
  ])('the database itself refuses %s', (_, sql) => {
    edit((raw) => expect(() => raw.exec(sql)).toThrow('append-only'))
  })

  test.each([
    [
      'the content of a revision',
      `update revisions set body = replace(body, 'first', 'other') where body like '%first%'`,
    ],
    ['the content taken out of a revision', `update revisions set body = null where seq = 2`],
    ['the hash of a content', `update revisions set body_sha256 = '${'0'.repeat(64)}' where seq = 3`],
    ['who did it', `update revisions set actor = 'nobody' where seq = 3`],
    ['when it was done', `update revisions set at = '2020-01-01T00:00:00.000Z' where seq = 3`],
    ['what was done', `update revisions set procedure = 'history.undo' where seq = 3`],
    ['which record it was about', `update revisions set record = 'other' where seq = 3`],
    ['a link of the chain', `update revisions set chain_sha256 = '${'a'.repeat(64)}' where seq = 3`],
    ['the first revision deleted', 'delete from revisions where seq = 1'],
    ['one in the middle deleted', 'delete from revisions where seq = 4'],
    ['the last one deleted', 'delete from revisions where seq = (select max(seq) from revisions)'],
    ['all deleted', 'delete from revisions'],
    [
      'two put in the other order',
      'update revisions set seq = case seq when 3 then -4 else -3 end where seq in (3, 4); update revisions set seq = -seq where seq < 0',
    ],
    [
      'one entered twice',
      `insert into revisions select max(seq) + 1, at, actor, procedure, command, undoes, register, record, body, body_sha256, chain_sha256 from revisions`,
    ],
  ])('reports, without the triggers: %s', async (_, sql) => {
    edit((raw) => {
      withoutTriggers(raw)
      expect(raw.exec(sql)).toBe(raw)
    })
    expect(await problems()).not.toEqual([])
  })

  test('reports a trail that was rewritten whole, every hash made anew, because this computer saw the old one', async () => {
    edit((raw) => {
      withoutTriggers(raw)
      rewrite(raw)
    })
    expect(await problems()).toEqual([expect.stringContaining('is not the one this computer saw before')])
  })

  test.each([
    ['a record', `update activities set body = replace(body, 'second', 'third')`],
    ['what the list shows of a record', `update activities set status = 'approved' where name = 'Helpline'`],
    [
      'the name of an organisation in the list',
      `update activities set organisation = 'Another' where name = 'Helpline'`,
    ],
    ['what the search finds', `update search set text = 'nothing' where register = 'organisations'`],
    ['a title the search shows', `update search set title = 'Another' where register = 'contracts'`],
    ['a record that the search misses', `delete from search where register = 'contracts'`],
    [
      'a result that is no record',
      `insert into search (register, record, title, text) values ('contracts', 'nowhere', 'X', 'x')`,
    ],
    ['a record removed', `delete from activities where name = 'Newsletter'`],
    [
      'a record added',
      `insert into contracts select 'new', title, updated_at, body, organisation_id, customer_id from contracts`,
    ],
    ['a link removed', `delete from links where register = 'activities'`],
    ['a link added', `insert into links values ('activities', 'nowhere', 'vocabulary', 'x', 'People')`],
    [
      'a setting',
      `update settings set body = replace(body, '"lockAfterMinutes":5', '"lockAfterMinutes":30')`,
    ],
  ])('reports, behind the trail: %s', async (_, sql) => {
    edit((raw) => raw.exec(sql))
    const found = await problems()
    expect(found).not.toEqual([])
    expect(found.filter((problem) => !problem.includes('outside the program'))).toEqual([])
  })

  test('reports an older file put back, also after it was opened, written to and closed', async () => {
    await copyFile(older, database())
    const { call } = engine
    const seen = await call('registerFile.open', { path: engine.path, passphrase: PASSPHRASE })
    expect(seen.state).toBe('open')
    expect((await call('registerFile.verify', {})).problems).toEqual([
      expect.stringContaining('put back to an earlier state'),
    ])
    for (let count = 0; count < 3; count += 1) await anActivity(call, `Later ${count}`)
    await call('registerFile.lock', {})
    expect(await problems()).toEqual([expect.stringContaining('is not the one this computer saw before')])
  })

  test('another computer, which saw nothing, has nothing to compare with', async () => {
    await copyFile(older, database())
    const session = await openAgain(engine.path, keys, join(engine.folder, 'another home'))
    expect((await session.verify(NOW)).problems).toEqual([])
    await session.close()
  })

  test('what this computer saw is kept outside the register, in a file without names', async () => {
    const seen = await readFile(join(home(), 'seen-registers.json'), 'utf8')
    expect(JSON.parse(seen)).toEqual({
      [keys.registerId]: { seq: expect.any(Number), head: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
  })
})

/** Makes one early change and then every hash as it would be after it. */
function rewrite(raw: Sqlite.Database): void {
  raw.exec(`update revisions set actor = 'nobody' where seq = 2`)
  let link = CHAIN_START
  for (const row of raw.prepare<[], Revision>('select * from revisions order by seq').all()) {
    const body_sha256 = sha256(row.body!)
    link = nextLink(link, { ...row, body_sha256 })
    raw
      .prepare('update revisions set body_sha256 = ?, chain_sha256 = ? where seq = ?')
      .run(body_sha256, link, row.seq)
  }
}
