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
  type OpenDatabase,
} from '#engine/db/open.ts'
import { activityKind } from '#engine/records/activity.kind.ts'
import type { Lookups } from '#engine/records/lookups.ts'
import { filesOf, makeFolder } from '#engine/registerFile/folder.ts'
import { newKeyFile, writeKeyFile } from '#engine/registerFile/keys.ts'
import { newRecoveryKey } from '#engine/registerFile/recovery-key.ts'
import { takeWriterLock } from '#engine/registerFile/writer-lock.ts'
import { contractKind } from '#engine/registers/contracts/contract.kind.ts'
import { organisationKind } from '#engine/registers/organisations/organisation.kind.ts'
import { termKind } from '#engine/registers/vocabulary/term.kind.ts'
import { CHAIN_START } from '#engine/revisions/chain.ts'
import { openLedger } from '#engine/revisions/ledger.ts'
import { ActivityId, newActivity } from '#shared/registers/activities/activity.schema.ts'
import { ContractId, newContract } from '#shared/registers/contracts/contract.schema.ts'
import { newOrganisation, OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'
import { DEFAULT_SETTINGS } from '#shared/registers/settings/settings.schema.ts'
import { newTerm, TermId } from '#shared/registers/vocabulary/term.schema.ts'
import { ukDayOf } from '#shared/time/plain-date.ts'
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

async function fill({ db, raw }: OpenDatabase): Promise<void> {
  const tables = new Set(raw.prepare(`select name from sqlite_master where type = 'table'`).pluck().all())
  const today = ukDayOf(NOW)
  const nothing: Lookups = {
    organisations: new Map(),
    contracts: new Map(),
    terms: new Map(),
    settings: DEFAULT_SETTINGS,
    today,
  }
  const info = { at: NOW, actor: 'ann', procedure: 'earlier', command: 'first' }
  raw.prepare(`insert into meta values ('listed_on', ?)`).run(today)
  await db.transaction().execute(async (into) => {
    const ledger = openLedger(into, info, { seq: 0, head: CHAIN_START }, () => Promise.resolve(nothing))
    const organisationId = OrganisationId.parse('organisation')
    if (tables.has('organisations')) {
      await ledger.put(termKind, newTerm(TermId.parse('term'), 'people', 'Callers'))
      await ledger.put(organisationKind, newOrganisation(organisationId, 'Harbour Trust', 'own'))
      await ledger.put(contractKind, {
        ...newContract(ContractId.parse('contract'), 'Family support'),
        organisationId,
      })
    }
    if (tables.has('activities'))
      await ledger.put(activityKind, {
        ...newActivity(ActivityId.parse('activity'), 'Helpline'),
        organisationId,
        peopleIds: [TermId.parse('term')],
      })
    await ledger.settle()
  })
}

/** Every row of every table the product made. */
async function contentOf(folder: string, key: Buffer, file = filesOf(folder).database) {
  const database = openEncrypted(file, key, { readonly: true })
  const tables = await database.db.introspection.getTables()
  const rows = tables.map(({ name }) => [name, database.raw.prepare(`select * from ${name}`).all()] as const)
  await closeDatabase(database)
  return new Map(rows)
}
