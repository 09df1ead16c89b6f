import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { bindVolumes, type BoundVolume } from '#engine/cases/pack/bind-volumes.ts'
import { planDocuments } from '#engine/cases/pack/make-plan.ts'
import { releasedPages } from '#engine/cases/pack/released-pages.ts'
import { writeBag } from '#engine/archive/write-bag.ts'
import type { PackPlan } from '#shared/cases/pack-plan.ts'
import { VOLUME_LIMITS } from '#shared/cases/pack-plan.ts'
import { Instant } from '#shared/time/instant.ts'
import { anAccessRequest, fillCase, type MadeFile } from '../../support/a-case.ts'
import { aPdf, hasProgram } from '../../support/a-pack.ts'
import { startTestEngine } from '../../support/engine.ts'
import { takeTurns, timed } from '../measure.ts'
import { notMeasured, ratioResult, type Result } from '../report.ts'

const run = promisify(execFile)
const SOURCES = 100
const PAGES_EACH = 30
const WHAT_PACK = '3,000 pages of 100 PDFs bound into stamped volumes'
const WHAT_ZIP = 'The same volumes as a bag in a zip'
const MADE_AT = Instant.parse('2026-11-22T09:00:00.000Z')

/** Volumes of a pack against `qpdf --empty --pages`, and the bag of them against `zip -6`. */
export async function measurePacks(): Promise<Result[]> {
  if (!hasProgram('qpdf') || !hasProgram('zip'))
    return [notMeasured('PACK', WHAT_PACK, 'at most 3×', 'qpdf or zip is not on this computer')]
  const folder = await mkdtemp(join(tmpdir(), 'dpo-bench-'))
  try {
    return await measuredIn(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measuredIn(folder: string): Promise<Result[]> {
  await using engine = await startTestEngine()
  const request = await anAccessRequest(engine.call)
  const { files, names } = await makeSources(folder)
  const store = await fillCase(engine.engine.session().cases, request, files)
  store.raw.exec(`update pages set flag = 'release'`)
  releasedPages(store)
  const plan = {
    reference: 'RR-0001',
    firstNumber: 1,
    documents: planDocuments(store, 'came'),
    limits: VOLUME_LIMITS,
  } as unknown as PackPlan
  const volumes = async () => {
    const bound: BoundVolume[] = []
    for await (const volume of bindVolumes(
      store,
      plan,
      { lock: null, removalOf: () => null },
      async () => {},
    ))
      bound.push(volume)
    return bound
  }
  const bound = await volumes()
  const volumeFolder = join(folder, 'volumes')
  await mkdir(volumeFolder)
  for (const { number, bytes } of bound) await writeFile(join(volumeFolder, `${number}.pdf`), bytes)
  const pack = await takeTurns(
    5,
    async () => (await timed(volumes)).ms,
    async () =>
      (await timed(() => run('qpdf', ['--empty', '--pages', ...names, '--', join(folder, 'merged.pdf')]))).ms,
  )
  const bag = (to: string) =>
    writeBag(
      {
        folder: 'bag',
        madeAt: MADE_AT,
        expected: bound.length,
        info: [],
        // oxlint-disable-next-line typescript/require-await -- the bag asks for a stream of payloads
        async *payloads() {
          for (const { number, bytes } of bound)
            yield { name: `data/${number}.pdf`, source: bytes, isCompressed: true }
        },
      },
      to,
    )
  const zip = await takeTurns(
    5,
    async () => (await timed(() => bag(join(folder, 'bag.zip')))).ms,
    async () => {
      const to = join(folder, 'peer.zip')
      await rm(to, { force: true })
      return (await timed(() => run('zip', ['-6', '-q', '-r', to, volumeFolder]))).ms
    },
  )
  return [
    ratioResult({ metric: 'PACK', what: WHAT_PACK, peer: 'qpdf --empty --pages', most: 3, turns: pack }),
    ratioResult({ metric: 'ZIP', what: WHAT_ZIP, peer: 'zip -6', most: 0.6, turns: zip }),
  ]
}

async function makeSources(folder: string): Promise<{ files: MadeFile[]; names: string[] }> {
  const [files, names]: [MadeFile[], string[]] = [[], []]
  for (let number = 1; number <= SOURCES; number += 1) {
    const paper = await aPdf({ pages: PAGES_EACH, says: `Words of source ${number}. `.repeat(80) })
    const path = join(folder, `${number}.pdf`)
    await writeFile(path, paper)
    names.push(path)
    files.push({ path: `${number}.pdf`, paper, pages: Array.from({ length: PAGES_EACH }, () => 'words') })
  }
  return { files, names }
}
