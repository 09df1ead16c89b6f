import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bindVolumes, type Binding, type BoundVolume } from '#engine/cases/pack/bind-volumes.ts'
import { planDocuments } from '#engine/cases/pack/make-plan.ts'
import { packWords } from '#engine/cases/page-texts.ts'
import { releasedPages } from '#engine/cases/pack/released-pages.ts'
import type { CaseStore } from '#engine/cases/open-cases.ts'
import type { PackPlan } from '#shared/cases/pack-plan.ts'
import type { PageRemoval } from '#shared/cases/removal.ts'
import { anAccessRequest, fillCase } from '#test/support/a-case.ts'
import { aPdf, hasProgram } from '#test/support/a-pack.ts'
import { startTestEngine } from '#test/support/engine.ts'
import { placesOf, said, saysAnywhere, wordsIn } from './bound.ts'

const PAGES_EACH = 4
let engine: Awaited<ReturnType<typeof startTestEngine>>
let store: CaseStore
let removals: ReadonlyMap<number, PageRemoval>

beforeAll(async () => {
  engine = await startTestEngine()
  const request = await anAccessRequest(engine.call)
  const papers = await Promise.all(
    ['Apple', 'Pear', 'Plum'].map((says) => aPdf({ pages: PAGES_EACH, says: `${says} ZSECRET stays` })),
  )
  store = await fillCase(
    engine.engine.session().cases,
    request,
    papers.map((paper, at) => ({
      path: `${at}.pdf`,
      paper,
      pages: Array.from({ length: PAGES_EACH }, () => 'words'),
    })),
  )
  store.raw.exec(`update pages set flag = 'release'`)
  releasedPages(store)
  removals = new Map(
    await Promise.all(
      Array.from({ length: PAGES_EACH * 3 }, async (_, at): Promise<[number, PageRemoval]> => {
        const paper = papers[Math.floor(at / PAGES_EACH)]!
        return [at + 1, removalOf(at + 1, await placesOf(paper, 'ZSECRET', at % PAGES_EACH))]
      }),
    ),
  )
})
afterAll(() => engine[Symbol.asyncDispose]())

const removalOf = (page: number, boxes: PageRemoval['areas'][number]['boxes']): PageRemoval => ({
  page,
  making: 'objects',
  areas: [
    {
      mark: page,
      boxes,
      words: 'ZSECRET',
      label: 'Person C',
      spoken: 'redacted: Person C',
      exemption: '',
      reason: 'secret reason',
      person: null,
    },
  ],
})

async function volumesOf(
  how: Partial<Binding> = {},
  limits = { pages: 5, bytes: 100_000_000 },
): Promise<BoundVolume[]> {
  const plan = {
    reference: 'RR-0001',
    firstNumber: 1,
    documents: planDocuments(store, 'came'),
    limits,
  } as unknown as PackPlan
  const volumes: BoundVolume[] = []
  const binding = { lock: null, removalOf: (page: number) => removals.get(page) ?? null, ...how }
  for await (const volume of bindVolumes(store, plan, binding, async () => {})) volumes.push(volume)
  return volumes
}

describe('volumes with removals', () => {
  test('come in their order with all their pages, none with what is removed, and the same every time', async () => {
    const [one, two] = await Promise.all([volumesOf(), volumesOf()])
    expect(one.map(({ number }) => number)).toEqual([1, 2, 3])
    expect(one.flatMap(({ pages }) => pages.map(({ casePage }) => casePage))).toEqual([...removals.keys()])
    for (const [at, { bytes, rebuilt }] of one.entries()) {
      expect(saysAnywhere(bytes, 'ZSECRET')).toBe(false)
      expect(saysAnywhere(bytes, 'secret reason')).toBe(false)
      expect(rebuilt).toEqual([])
      expect(bytes.equals(two[at]!.bytes)).toBe(true)
    }
    if (hasProgram('pdftotext')) expect(wordsIn(one[0]!.bytes).match(/redacted: Person C/gu)).toHaveLength(5)
  })

  test('are checked one after the other, and a page that is named is made from its picture', async () => {
    const seen: string[] = []
    let isChecking = false
    const volumes = await volumesOf({
      async check({ number, pages }) {
        expect(isChecking).toBe(false)
        isChecking = true
        await new Promise((done) => setTimeout(done, 20))
        isChecking = false
        const making = pages.find(({ casePage }) => casePage === 7)?.removal?.making ?? 'none'
        seen.push(`${number} ${making}`)
        return [7]
      },
    })
    expect(seen).toEqual(['1 none', '2 objects', '2 picture', '3 none'])
    expect(volumes.map(({ rebuilt }) => rebuilt)).toEqual([[], [7], []])
    expect(volumes[1]!.pages.find(({ casePage }) => casePage === 7)?.removal?.making).toBe('picture')
  })

  test('are parted where they are too large, and what was begun after them is begun anew', async () => {
    const whole = (await volumesOf({}, { pages: 8, bytes: 100_000_000 })).map(({ bytes }) => bytes.length)
    const volumes = await volumesOf({}, { pages: 8, bytes: whole[0]! - 1 })
    expect(volumes.map(({ pages }) => pages.length)).toEqual([4, 8])
    expect(volumes.map(({ number }) => number)).toEqual([1, 2])
    expect(volumes.flatMap(({ pages }) => pages.map(({ casePage }) => casePage))).toEqual([
      ...removals.keys(),
    ])
  })

  test('are locked only after the check has seen them open', async () => {
    const open: string[] = []
    const lock = {
      password: 'apples grow on walls',
      seed: Uint8Array.from({ length: 32 }, (_, at) => at),
      moment: 0,
    }
    const volumes = await volumesOf({
      lock,
      check: async ({ bytes }) => {
        open.push(bytes.subarray(0, 5).toString('latin1'))
        expect(saysAnywhere(bytes, '/Encrypt')).toBe(false)
        return []
      },
    })
    expect(open).toHaveLength(3)
    for (const { bytes } of volumes) expect(saysAnywhere(bytes, '/Encrypt')).toBe(true)
    if (hasProgram('qpdf'))
      expect(said('qpdf', volumes[0]!.bytes, [`--password=${lock.password}`, '--check'])).toContain(
        'No syntax',
      )
  })

  test('hold the words that were recognised on pictures, except those that are removed', async () => {
    const { raw } = store
    const { left, top, right, bottom } = removals.get(1)!.areas[0]!.boxes[0]!
    const words = [
      { start: 0, end: 9, left, top, right, bottom },
      { start: 10, end: 15, left: 20, top: 20, right: 60, bottom: 30 },
    ]
    raw.exec(`update pages set text_state = 'recognised' where id = 1`)
    raw
      .prepare('update page_texts set text = ?, words = ? where page = 1')
      .run('ZSECRETED READS', packWords(words))
    const [first] = await volumesOf({}, { pages: 1000, bytes: 100_000_000 })
    expect(saysAnywhere(first!.bytes, 'ZSECRETED')).toBe(false)
    expect(saysAnywhere(first!.bytes, 'READS')).toBe(true)
  })
})
