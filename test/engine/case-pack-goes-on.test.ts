import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProver } from '#engine/cases/gate/prover.ts'
import type { CaseStore } from '#engine/cases/open-cases.ts'
import { forgetRun } from '#engine/cases/pack/kept-volumes.ts'
import { packFiles } from '#engine/cases/pack/pack-files.ts'
import { getPack } from '#engine/cases/pack/packs.ts'
import { hashOf } from '#engine/documents/chunks.ts'
import { Instant } from '#shared/time/instant.ts'
import { FAMILY, writeFamilyFile } from '#test/support/a-family-file.ts'
import { acceptAll } from '#test/support/a-pack.ts'
import { startTestEngine } from '#test/support/engine.ts'
import { markWords } from '#test/support/marked.ts'

let engine: Awaited<ReturnType<typeof startTestEngine>>
let store: CaseStore
let pack = 0

beforeAll(async () => {
  engine = await startTestEngine()
  const fields = {
    right: 'R-ACCESS',
    receivedOn: '2026-11-02',
    requesterKind: 'self',
    sendTo: '1 High Street\nAnytown',
  }
  const { id: request } = await engine.call('records.create', { register: 'requests', name: 'One', fields })
  const paths = await writeFamilyFile(engine.folder)
  await engine.call('cases.import', { request, paths, search: null, password: null })
  store = await engine.engine.session().cases.get(request)
  store.raw.exec(`update pages set flag = 'release'`)
  markWords(store, FAMILY.sibling, { label: 'a name', exemption: 'CT-2' })
  await acceptAll(engine.call, request, 'final')
  const limits = { pages: 1, bytes: 100_000_000 }
  pack = (await engine.call('cases.plan', { request, kind: 'final', order: 'came', limits })).pack
}, 60_000)

afterAll(() => engine[Symbol.asyncDispose]())

const count = (table: string) => store.raw.prepare<[], number>(`select count(*) from ${table}`).pluck().get()!

/** Makes and proves the files of the pack, as far as so many of them; gives the hash of each. */
async function run(files = Number.POSITIVE_INFINITY): Promise<string[]> {
  const { plan, row } = getPack(store, pack)
  const at = Instant.parse('2026-11-22T12:00:00.000Z')
  const prover = startProver({ store, pack, plan, planSha256: row.plan_sha256, by: 'A test', at })
  const hashes: string[] = []
  const lock = (bytes: Buffer) => Promise.resolve(bytes)
  const asked = { pack, plan, withTitles: true, lock, check: prover.unclean }
  try {
    for await (const file of packFiles(store, asked, async () => {})) {
      expect(await prover.prove(file), file.name).toEqual([])
      hashes.push(hashOf(file.bytes))
      if (hashes.length === files) break
    }
  } finally {
    prover.close()
  }
  return hashes
}

test('a run that was stopped goes on after the volumes it had finished and proved, and ends the same', async () => {
  const calm = await run()
  expect(calm.length).toBeGreaterThan(6)
  forgetRun(store)
  expect([count('bound_volumes'), count('proved_files')]).toEqual([0, 0])
  const blobs = count('blobs')

  await run(2)
  expect(count('bound_volumes')).toBeGreaterThan(1)
  expect(count('proved_files')).toBeGreaterThan(1)
  // Whoever binds or proves the first volume again would need its paper.
  const paper = store.raw
    .prepare<[], string>('select paper from sources where id = (select source from pages where id = 1)')
    .pluck()
    .get()!
  store.raw.prepare(`update chunks set sha256 = 'aside' where sha256 = ?`).run(paper)
  expect(await run()).toEqual(calm)
  store.raw.prepare(`update chunks set sha256 = ? where sha256 = 'aside'`).run(paper)

  // At its end nothing is left of it, and what the case needs is.
  forgetRun(store)
  expect([count('bound_volumes'), count('proved_files'), count('blobs')]).toEqual([0, 0, blobs])
  expect(
    store.raw.prepare('select 1 from chunks where sha256 not in (select sha256 from blobs)').all(),
  ).toEqual([])
})
