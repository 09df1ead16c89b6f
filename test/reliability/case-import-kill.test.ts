import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCaseFile } from '#engine/cases/case-file.ts'
import { findCaseKey } from '#engine/cases/case-keys.ts'
import { fileOfCase } from '#engine/cases/case-places.ts'
import { closeDatabase } from '#engine/db/open.ts'
import { anAccessRequest } from '#test/support/a-case.ts'
import { type ChildEngine, startChildEngine } from '#test/support/child-engine.ts'
import { PASSPHRASE } from '#test/support/engine.ts'
import { keysOf, openAgain } from '#test/support/open-again.ts'
import { pdfOf, samples } from '../reading/samples.ts'

/** Times an import is killed before it may come to its end. */
const KILLS = 5

/** Everything that an import writes, but not the moments and the passing names of pieces. */
const TABLES = [
  'select * from sources order by id',
  'select * from documents order by id',
  'select * from pages order by id',
  'select * from page_texts order by page',
  'select key, value from facts order by key',
  'select * from intake',
  'select rowid, text from page_words order by rowid',
] as const

let home = ''
let folder = ''
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'dpo-import-kill-'))
  folder = join(home, 'Box')
  await mkdir(folder)
  for (const [name, bytes] of await samples()) await writeFile(join(folder, name), bytes)
  // Long enough to be written in several goes.
  await writeFile(join(folder, 'long.pdf'), await pdfOf(250))
  await writeFile(join(folder, 'large.txt'), 'words of a long text\n'.repeat(14_000))
})
afterAll(() => rm(home, { recursive: true, force: true }))

describe('an engine killed while it brings files in', () => {
  test(
    'goes on as if nothing had been: the same rows as an import that nobody disturbed',
    { timeout: 240_000 },
    async () => {
      const path = join(home, 'Killed.dpo')
      const first = await startChildEngine({ home })
      await first.call('registerFile.create', { path, passphrase: PASSPHRASE })
      const [calm, killed] = [
        await anAccessRequest(first.call, 'Calm'),
        await anAccessRequest(first.call, 'Killed'),
      ]
      const start = performance.now()
      await first.call('cases.import', { request: calm, paths: [folder], search: null, password: null })
      const took = performance.now() - start
      await first.stop()

      for (let round = 0; round < KILLS; round += 1) {
        const engine = await opened(path)
        const { procedure, input } = await nextStep(engine, killed)
        engine.ask(procedure, input)
        // Never at the same moment, and a little by chance.
        await wait((took / KILLS) * (0.3 + Math.random()))
        await engine.kill()
      }
      const last = await opened(path)
      const { procedure, input } = await nextStep(last, killed)
      expect(await last.ask(procedure, input).reply).toMatchObject({ ok: true })
      await last.stop()

      const [undisturbed, disturbed] = await rowsOf(path, [calm, killed])
      expect(undisturbed!['select * from pages order by id']!.length).toBeGreaterThan(400)
      for (const sql of TABLES) expect(disturbed![sql], sql).toEqual(undisturbed![sql])
    },
  )
})

async function opened(path: string): Promise<ChildEngine> {
  const engine = await startChildEngine({ home })
  await engine.call('registerFile.open', { path, passphrase: PASSPHRASE })
  return engine
}

/** What a person would do now: bring the files in where there are none, go on where there are some. */
async function nextStep(engine: ChildEngine, request: string) {
  const { sources } = await engine.call('cases.overview', { request })
  const isBegun = Object.values(sources).some((count) => count > 0)
  return isBegun
    ? { procedure: 'cases.goOn' as const, input: { request, password: null } }
    : {
        procedure: 'cases.import' as const,
        input: { request, paths: [folder], search: null, password: null },
      }
}

/** Everything in the tables of cases, read from their files with nothing of the program running. */
async function rowsOf(path: string, requests: readonly string[]) {
  const session = await openAgain(path, await keysOf(path, PASSPHRASE), home)
  const tables: Record<string, unknown[]>[] = []
  for (const request of requests) {
    const { key } = findCaseKey(session.raw, request)!
    const database = await openCaseFile(fileOfCase(path, request), key!, { readonly: true })
    const read = Object.fromEntries(
      TABLES.map((sql) => [sql, database.raw.prepare(sql).all().map(withoutMoment)]),
    )
    expect(database.raw.pragma('integrity_check', { simple: true })).toBe('ok')
    await closeDatabase(database)
    tables.push(read)
  }
  await session.close()
  return tables
}

function withoutMoment(row: unknown): unknown {
  const { taken_in_at: _, ...rest } = row as Record<string, unknown>
  return rest
}
