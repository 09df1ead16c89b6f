import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openEncrypted } from '#engine/db/open.ts'
import { filesOf } from '#engine/registerFile/folder.ts'
import { deriveInWasm, deriveNatively } from '#engine/registerFile/kdf.ts'
import { anActivity } from '#test/support/builders.ts'
import { PASSPHRASE, startTestEngine } from '#test/support/engine.ts'
import { keysOf } from '#test/support/open-again.ts'
import { decryptSqlCipher4 } from '#test/support/sqlcipher-reader.ts'

describe('Argon2id', () => {
  test('gives the same key natively and in WebAssembly, whatever the costs', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }),
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.integer({ min: 64, max: 2_048 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 4 }),
        async (passphrase, salt, memoryKiB, passes, parallelism) => {
          const parameters = { name: 'argon2id', memoryKiB, passes, parallelism } as const
          const [native, wasm] = [
            await deriveNatively(passphrase, Buffer.from(salt), parameters),
            await deriveInWasm(passphrase, Buffer.from(salt), parameters),
          ]
          expect(wasm).toEqual(native)
        },
      ),
      { numRuns: 30 },
    )
  })
})

describe('the encrypted database', () => {
  test('has every setting that keeps it safe, read back from live connections that write and that read', async () => {
    await using engine = await startTestEngine()
    const { raw, key } = engine.engine.session()
    const reader = openEncrypted(raw.name, key, { readonly: true })
    for (const connection of [raw, reader.raw]) {
      const settings = [
        'cipher',
        'legacy',
        'journal_mode',
        'synchronous',
        'fullfsync',
        'checkpoint_fullfsync',
        'temp_store',
        'secure_delete',
        'foreign_keys',
        'trusted_schema',
        'cell_size_check',
        'mmap_size',
        'busy_timeout',
      ].map((name) => connection.pragma(name, { simple: true }))
      expect(settings.map(String)).toEqual([
        'sqlcipher',
        '4',
        'wal',
        '2',
        '1',
        '1',
        '2',
        '1',
        '1',
        '0',
        '1',
        '0',
        '5000',
      ])
    }
    reader.raw.close()
  })

  test('does not open without its key, with another key, or with one that is a bit off', async () => {
    await using engine = await startTestEngine()
    await engine.call('registerFile.lock', {})
    const { key } = await keysOf(engine.path, PASSPHRASE)
    const { database } = filesOf(engine.path)
    const almost = Buffer.from(key)
    almost[31]! ^= 1
    for (const wrong of [almost, randomBytes(32), Buffer.alloc(32)])
      expect(() => openEncrypted(database, wrong, { readonly: true })).toThrow('damaged')
    expect(() => new DatabaseSync(database).prepare('select * from sqlite_master').all()).toThrow(
      'not a database',
    )
  })

  test('is read by other means: decrypted by the published SQLCipher 4 format, it is plain SQLite', async () => {
    await using engine = await startTestEngine()
    const id = await anActivity(engine.call, 'Read elsewhere')
    await engine.call('registerFile.lock', {})
    const { key } = await keysOf(engine.path, PASSPHRASE)
    const plain = join(engine.folder, 'plain.db')
    await writeFile(plain, decryptSqlCipher4(filesOf(engine.path).database, key))
    const database = new DatabaseSync(plain)
    expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
    expect(database.prepare('select id, name from activities').all()).toEqual([
      { id, name: 'Read elsewhere' },
    ])
    database.close()
  })
})
