import { readFile } from 'node:fs/promises'
import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { describe, expect, test } from 'vitest'
import { LATEST_SCHEMA, migrations } from '#engine/db/migrations/index.ts'
import {
  closeDatabase,
  migrateToLatest,
  migrationState,
  openEncrypted,
  openInMemory,
  type OpenDatabase,
} from '#engine/db/open.ts'
import { activityKind } from '#engine/records/activity.kind.ts'
import { fold, type RecordKind } from '#engine/records/kind.ts'
import { type Lookups, readLookups } from '#engine/records/lookups.ts'
import { filesOf, makeFolder } from '#engine/registerFile/folder.ts'
import { newKeyFile, writeKeyFile } from '#engine/registerFile/keys.ts'
import { newRecoveryKey } from '#engine/registerFile/recovery-key.ts'
import { takeWriterLock } from '#engine/registerFile/writer-lock.ts'
import { contractKind } from '#engine/registers/contracts/contract.kind.ts'
import { organisationKind } from '#engine/registers/organisations/organisation.kind.ts'
import { termKind } from '#engine/registers/vocabulary/term.kind.ts'
import { CHAIN_START, nextLink, sha256 } from '#engine/revisions/chain.ts'
import { ActivityId, newActivity } from '#shared/registers/activities/activity.schema.ts'
import { ContractId, newContract } from '#shared/registers/contracts/contract.schema.ts'
import { newOrganisation, OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'
import { DEFAULT_SETTINGS } from '#shared/registers/settings/settings.schema.ts'
import { newTerm, TermId } from '#shared/registers/vocabulary/term.schema.ts'
import { ukDayOf } from '#shared/time/plain-date.ts'
import { listOf } from '#test/support/builders.ts'
import { PASSPHRASE, startTestEngine } from '#test/support/engine.ts'
import { NOW } from '#test/support/open-again.ts'

const NAMES = Object.keys(migrations)
const EARLIER = NAMES.slice(0, -1)

describe('a register written by an earlier version', () => {
  test.each(EARLIER)('at %s is backed up, brought up to date, and holds what it held', async (version) => {
    await using engine = await startTestEngine({ register: 'none' })
    const key = await registerAt(engine.path, version)
    const before = await contentOf(engine.path, key)

    expect(await open(engine)).toMatchObject({
      schemaVersion: LATEST_SCHEMA,
      readOnlyBecause: null,
      broughtUpToDate: expect.stringContaining('-before-'),
    })
    expect((await engine.call('registerFile.verify', {})).problems).toEqual([])
    await engine.call('organisations.create', { legalName: 'After the migration', relation: 'own' })
    expect(await engine.call('search.counts', { text: 'after migr' })).toMatchObject([{ count: 1 }])
    const hasActivities = NAMES.indexOf(version) >= NAMES.indexOf('0003_activities')
    const found = await engine.call('search.everything', { text: 'callers help', limit: 5 })
    expect(found.map(({ id }) => id)).toEqual(hasActivities ? ['activity'] : [])
    expect((await engine.call('activities.list', listOf({ text: 'elplin' }))).total).toBe(
      hasActivities ? 1 : 0,
    )
    expect(await engine.call('settings.get', {})).toEqual(DEFAULT_SETTINGS)
    await engine.call('registerFile.lock', {})

    const after = await contentOf(engine.path, key)
    for (const [table, rows] of before) expect(after.get(table), table).toEqual(expect.arrayContaining(rows))
    const [backup] = await engine.call('registerFile.listBackups', { path: engine.path })
    expect(backup!.name).toContain(`before-${NAMES[NAMES.indexOf(version) + 1]}`)
    expect(await contentOf(engine.path, key, `${filesOf(engine.path).backups}/${backup!.name}`)).toEqual(
      before,
    )
  })

  test('is refused with a way out where it cannot be written to', async () => {
    await using engine = await startTestEngine({ register: 'none' })
    await registerAt(engine.path, EARLIER.at(-1)!)
    const before = await readFile(filesOf(engine.path).database)
    const lock = takeWriterLock(engine.path, NOW)
    await expect(open(engine)).rejects.toMatchObject({
      code: 'storage',
      reason: 'folder-read-only',
      message: expect.stringContaining('Copy its folder to a place where it can'),
    })
    expect(await readFile(filesOf(engine.path).database)).toEqual(before)
    if ('release' in lock) lock.release()
    expect(await open(engine)).toMatchObject({ state: 'open' })
  })
})

describe('a migration that fails half way', () => {
  const broken: Migration = {
    async up(db: Kysely<unknown>) {
      await db.schema.createTable('half_done').addColumn('id', 'text').execute()
      await sql`update terms set title = 'half done'`.execute(db)
      throw new Error('The third step failed')
    },
  }

  test('leaves nothing behind, says so, and the version before still opens the register', async () => {
    await using engine = await startTestEngine()
    await engine.call('vocabulary.create', { vocabulary: 'people', name: 'Callers' })
    await engine.call('registerFile.lock', {})
    await withMigration('9998_breaks', broken, async () => {
      await expect(open(engine)).rejects.toMatchObject({
        code: 'storage',
        message: expect.stringContaining('left as it was'),
      })
    })
    expect(await open(engine)).toMatchObject({ schemaVersion: LATEST_SCHEMA, readOnlyBecause: null })
    expect((await engine.call('registerFile.verify', {})).problems).toEqual([])
    expect(await engine.call('vocabulary.list', { vocabulary: null })).toMatchObject([{ name: 'Callers' }])
    const { raw } = engine.engine.session()
    expect(raw.prepare(`select name from sqlite_master where name = 'half_done'`).all()).toEqual([])
  })
})

describe('a register written by a newer version', () => {
  const newer: Migration = {
    up: (db: Kysely<unknown>) => db.schema.createTable('of_the_future').addColumn('id', 'text').execute(),
  }

  test('is refused with the reason, and not one byte of it changes', async () => {
    await using engine = await startTestEngine()
    await engine.call('registerFile.lock', {})
    await withMigration('9999_of_the_future', newer, async () => {
      await open(engine)
      await engine.call('registerFile.lock', {})
    })
    const bytes = await readFile(filesOf(engine.path).database)
    await expect(open(engine)).rejects.toMatchObject({
      code: 'storage',
      reason: 'newer-schema',
      message: expect.stringContaining('install the newer one'),
    })
    expect(await readFile(filesOf(engine.path).database)).toEqual(bytes)
  })
})

const open = (engine: Awaited<ReturnType<typeof startTestEngine>>) =>
  engine.call('registerFile.open', { path: engine.path, passphrase: PASSPHRASE })

/** Lets the program know one more migration for a while. */
async function withMigration(name: string, migration: Migration, during: () => Promise<void>): Promise<void> {
  const list = migrations as Record<string, Migration>
  list[name] = migration
  try {
    await during()
  } finally {
    delete list[name]
  }
}

/** The index of words says nothing that the search table does not say. */
const INDEX = /^search_(words|stale)/

/** A register as a version whose last migration was `version` left it, with records in every table it had. */
async function registerAt(folder: string, version: string): Promise<Buffer> {
  await makeFolder(folder)
  const { dataKey, keyFile } = await newKeyFile('register', PASSPHRASE, newRecoveryKey())
  const database = openEncrypted(filesOf(folder).database, dataKey, { readonly: false })
  await migrateToLatest(database.db, version)
  expect((await migrationState(database.db)).current).toBe(version)
  await fill(database)
  await closeDatabase(database)
  await writeKeyFile(filesOf(folder).keys, keyFile)
  return dataKey
}

/** Writes records as an earlier version did: what they are found by stood in their own rows before it had a table. */
async function fill({ raw }: OpenDatabase): Promise<void> {
  const tables = new Set(raw.prepare(`select name from sqlite_master where type = 'table'`).pluck().all())
  raw.prepare(`insert into meta values ('listed_on', ?)`).run(ukDayOf(NOW))
  const organisation = newOrganisation(OrganisationId.parse('organisation'), 'Harbour Trust', 'own')
  const term = newTerm(TermId.parse('term'), 'people', 'Callers')
  const contract = {
    ...newContract(ContractId.parse('contract'), 'Family support'),
    organisationId: organisation.id,
  }
  const activity = {
    ...newActivity(ActivityId.parse('activity'), 'Helpline'),
    organisationId: organisation.id,
    peopleIds: [term.id],
  }
  const lookups: Lookups = {
    ...(await readLookups((await openInMemory()).db, ukDayOf(NOW))),
    organisations: new Map([[organisation.id, organisation]]),
    terms: new Map([[term.id, term]]),
    contracts: new Map([[contract.id, contract]]),
  }
  const write = earlierWriter(raw, lookups, tables.has('search'))
  if (tables.has('terms')) write(termKind, term)
  if (tables.has('organisations')) write(organisationKind, organisation)
  if (tables.has('contracts')) write(contractKind, contract)
  if (tables.has('activities')) write(activityKind, activity)
}

/** Writes a record's row, its links and its revision with nothing but SQL. */
function earlierWriter(raw: OpenDatabase['raw'], lookups: Lookups, hasSearch: boolean) {
  let head = { seq: 0, link: CHAIN_START }
  const insert = (table: string, row: object) =>
    raw
      .prepare(
        `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row)
          .map(() => '?')
          .join(', ')})`,
      )
      .run(...Object.values(row))
  return <T extends { readonly id: string }>(kind: RecordKind<T>, record: T) => {
    const body = JSON.stringify(record)
    const [title, text] = [kind.titleOf(record), fold(kind.searchTextOf(record, lookups))]
    insert(kind.table, {
      id: record.id,
      title,
      updated_at: NOW,
      body,
      ...kind.columnsOf(record, lookups),
      ...(!hasSearch && { search_text: text }),
    })
    if (hasSearch) insert('search', { register: kind.register, record: record.id, title, text })
    for (const { targetRegister, target, place } of kind.linksOf(record))
      insert('links', {
        register: kind.register,
        record: record.id,
        target_register: targetRegister,
        target,
        place,
      })
    const header = {
      seq: head.seq + 1,
      at: NOW,
      actor: 'ann',
      procedure: 'earlier',
      command: 'first',
      undoes: null,
      register: kind.register,
      record: record.id,
      body_sha256: sha256(body),
    }
    const link = nextLink(head.link, header)
    insert('revisions', { ...header, body, chain_sha256: link })
    head = { seq: header.seq, link }
  }
}

/** Every row of every table the product made, but for the text that moved to one of its own and its index. */
async function contentOf(folder: string, key: Buffer, file = filesOf(folder).database) {
  const database = openEncrypted(file, key, { readonly: true })
  const tables = (await database.db.introspection.getTables()).filter(({ name }) => !INDEX.test(name))
  const rows = tables.map(({ name }) => {
    const all = database.raw.prepare<[], Record<string, unknown>>(`select * from ${name}`).all()
    for (const row of all) delete row['search_text']
    return [name, all] as const
  })
  await closeDatabase(database)
  return new Map(rows)
}
