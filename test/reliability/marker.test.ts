import { watch } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrations } from '#engine/db/migrations/index.ts'
import { openEncrypted } from '#engine/db/open.ts'
import { normaliseRecoveryKey } from '#engine/registerFile/recovery-key.ts'
import { anActivity, listOf } from '#test/support/builders.ts'
import { type ChildEngine, startChildEngine } from '#test/support/child-engine.ts'
import { filesBelow, filesHolding } from '#test/support/look-for.ts'
import { keysOf } from '#test/support/open-again.ts'

const MARKER = 'Wetherlamoor-Quintessa-7319'
const PASSPHRASE = `kettle ${MARKER} harbour`

/** One register, written to by an engine in a process of its own whose temporary files go to a folder we see. */
describe('nothing readable is left on the disk', () => {
  let folder = ''
  let engine: ChildEngine
  let id = ''
  let recoveryKey = ''
  let secrets: Array<string | Buffer> = [MARKER]
  const spilled: string[] = []
  const at = (name: string) => join(folder, name)
  const start = () =>
    startChildEngine({ home: at('home'), env: { TMPDIR: at('tmp'), SQLITE_TMPDIR: at('tmp') } })
  const open = () => engine.call('registerFile.open', { path: at('Marked.dpo'), passphrase: PASSPHRASE })
  const looked = async () => filesBelow(...['Marked.dpo', 'home', 'tmp'].map(at))
  const report = (format: 'json' | 'csv' | 'archive', to: string) =>
    engine.ask('reports.writeRecord', { format, to, organisationId: null, target: null, asAt: null })

  async function expectNothing() {
    const files = await looked()
    expect(files.map((file) => basename(file))).toContain('register.db')
    expect(await filesHolding(secrets, files)).toEqual([])
    expect(engine.log()).not.toContain(MARKER)
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dpo-marker-'))
    for (const name of ['home', 'tmp', 'exports']) await mkdir(at(name))
    watch(at('tmp'), (_, name) => spilled.push(String(name)))
    engine = await start()
    const made = await engine.call('registerFile.create', { path: at('Marked.dpo'), passphrase: PASSPHRASE })
    recoveryKey = made.recoveryKey
    const { key } = await keysOf(at('Marked.dpo'), PASSPHRASE)
    secrets = [MARKER, recoveryKey, normaliseRecoveryKey(recoveryKey), key, key.toString('hex')]
  })
  afterAll(async () => {
    await engine.kill()
    await rm(folder, { recursive: true, force: true })
  })

  test('the scan itself finds what is readable, in either encoding, and raw keys', async () => {
    const planted = [Buffer.from(`x${MARKER}`), Buffer.from(`x${MARKER}`, 'utf16le'), secrets[3] as Buffer]
    for (const [index, content] of planted.entries()) await writeFile(at(`tmp/planted-${index}`), content)
    expect(await filesHolding(secrets, await looked())).toHaveLength(planted.length)
    for (const index of planted.keys()) await rm(at(`tmp/planted-${index}`))
  })

  test('after records were created', async () => {
    const { id: organisationId } = await engine.call('organisations.create', {
      legalName: MARKER,
      relation: 'own',
    })
    id = await anActivity(engine.call, `Helpline ${MARKER}`, organisationId)
    await engine.call('vocabulary.create', { vocabulary: 'people', name: `Callers ${MARKER}` })
    await engine.call('contracts.create', { name: `Contract ${MARKER}` })
    await expectNothing()
  })

  test('after edits, and a search', async () => {
    await engine.call('activities.change', { id, changes: { notes: MARKER, owner: MARKER } })
    expect(await engine.call('search.everything', { text: MARKER, limit: 10 })).not.toEqual([])
    await expectNothing()
  })

  test('after a sort too big for the cache, which spills no file', async () => {
    const filler = `${MARKER} `.repeat(690)
    const changes = { description: filler, notes: filler, securityDescription: filler, onlyIf: filler }
    await engine.call('activities.change', { id, changes })
    for (let copy = 0; copy < 250; copy += 1) await engine.call('activities.duplicate', { id })
    const sort = [
      { key: 'owner' as const, descending: true },
      { key: 'updatedAt' as const, descending: false },
    ]
    expect(await engine.call('activities.list', { ...listOf(), sort })).toMatchObject({ total: 251 })
    await expectNothing()
    expect(spilled.filter((name) => !name.startsWith('planted'))).toEqual([])
  })

  test('after a bulk change and undoing it', async () => {
    const target = { filter: listOf().filter, except: [] }
    await engine.call('activities.applyBulk', {
      target,
      edit: { action: 'set', field: 'owner', value: `${MARKER} 2` },
    })
    await expectNothing()
    await engine.call('history.undo', {})
    await expectNothing()
  })

  test('after a backup', async () => {
    const { path } = await engine.call('registerFile.backUp', {})
    expect(await looked()).toContain(path)
    await expectNothing()
  })

  test('after exports: only in the files the person asked for', async () => {
    for (const format of ['json', 'csv'] as const)
      expect(await report(format, at(`exports/record.${format}`)).reply).toMatchObject({ ok: true })
    await expectNothing()
    const exported = await filesBelow(at('exports'))
    expect(await filesHolding([MARKER], exported)).toEqual(
      [at('exports/record.csv'), at('exports/record.json')].toSorted(),
    )
  })

  test('after an export that was cancelled, which leaves nothing at all', async () => {
    const { id: task, reply } = report('archive', at('exports/record.zip'))
    engine.ask('registerFile.cancelTask', { task })
    expect(await reply).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect((await filesBelow(at('exports'))).map((file) => basename(file)).toSorted()).toEqual([
      'record.csv',
      'record.json',
    ])
    await expectNothing()
  })

  test('after locking, and after new keys', async () => {
    await engine.call('registerFile.lock', {})
    await expectNothing()
    await open()
    await engine.call('registerFile.changePassphrase', { current: PASSPHRASE, next: `${PASSPHRASE} again` })
    await engine.call('registerFile.changePassphrase', { current: `${PASSPHRASE} again`, next: PASSPHRASE })
    await expectNothing()
  })

  test('after a migration, backed up first', async () => {
    await engine.call('registerFile.lock', {})
    const [latest] = Object.keys(migrations).slice(-1)
    await takeBack(at('Marked.dpo/register.db'), latest!)
    await open()
    expect(
      (await looked()).some((file) => dirname(file).endsWith('backups') && file.includes(`before-${latest}`)),
    ).toBe(true)
    await expectNothing()
  })

  test('after kill -9 in the middle of changes', async () => {
    for (let count = 0; count < 20; count += 1)
      engine.ask('activities.change', { id, changes: { notes: `${MARKER}${count}` } })
    await engine.ask('activities.get', { id }).reply
    await engine.kill()
    expect((await looked()).map((file) => basename(file))).toContain('register.db-wal')
    await expectNothing()
    engine = await start()
    await open()
    await expectNothing()
  })

  /** Puts the schema back to before a migration that only adds tables. */
  async function takeBack(file: string, name: string) {
    const { key } = await keysOf(at('Marked.dpo'), PASSPHRASE)
    const { raw } = openEncrypted(file, key, { readonly: false })
    raw.exec('drop table case_keys')
    raw.prepare('delete from kysely_migration where name = ?').run(name)
    raw.close()
  }
})
