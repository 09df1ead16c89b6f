import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  PORTABILITY_FILES,
  PORTABILITY_PROFILE,
  portabilityFingerprint,
} from '#engine/archive/portability-bag.ts'
import { verifierFiles } from '#engine/archive/verifier-files.ts'
import { writeBag } from '#engine/archive/write-bag.ts'
import { sha256 } from '#engine/revisions/chain.ts'
import { checkedByPage, failuresOf, zipCheckedByPage } from '#test/support/archive-page.ts'
import { CORPORA, hasCorpora, STAMP, workFolder } from './material.ts'
import { bagItSuite, LOST_A_FILE } from './bagit-suite.ts'

/** The files below a folder by their paths in it. */
function filesBelow(folder: string): readonly (readonly [string, Buffer])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => [name.split(sep).join('/'), readFileSync(join(folder, name))])
}

describe.skipIf(!hasCorpora)(
  'the page that checks archives judges the bags of the conformance suite (skipped where the test material is absent)',
  () => {
    test.each(hasCorpora ? bagItSuite() : [])('$name', async ({ name, path, isValid }) => {
      const result = await checkedByPage(filesBelow(path))
      if (name === LOST_A_FILE) return expect(result.missing).toEqual(['data/.DS_Store'])
      expect(failuresOf(result).length === 0, JSON.stringify(failuresOf(result))).toBe(isValid)
      return undefined
    })
  },
)

describe.skipIf(!hasCorpora)('hostile archives (skipped where the test material is absent)', () => {
  const HOSTILE = join(CORPORA, 'archives/hostile')
  const files = hasCorpora ? readdirSync(HOSTILE).filter((name) => !name.endsWith('.tsv')) : []

  test('are all refused by the page, in words', async () => {
    expect(files.length).toBeGreaterThanOrEqual(34)
    for (const file of files) {
      const bytes = new Uint8Array(readFileSync(join(HOSTILE, file)))
      const why = await zipCheckedByPage(bytes).then(failuresOf, (error: Error) => [error.message])
      expect(why.join(' ').length, file).toBeGreaterThan(5)
    }
  })
})

describe('the page', () => {
  test('works out the fingerprint of an export to take along, without the note that bears it', async () => {
    await using work = await workFolder()
    const payload = ['data/json/accounts.json', PORTABILITY_FILES.guide, PORTABILITY_FILES.note]
    await writeBag(
      {
        folder: 'portability-export',
        madeAt: STAMP.madeAt,
        expected: payload.length,
        info: [['Archive-Profile', PORTABILITY_PROFILE]],
        beside: verifierFiles,
        payloads: async function* () {
          for (const name of payload) yield { name, source: Buffer.from(name) }
        },
      },
      work.path('export.zip'),
    )
    const result = await zipCheckedByPage(new Uint8Array(readFileSync(work.path('export.zip'))))
    expect(failuresOf(result)).toEqual([])
    expect(result.kind).toBe('portability export')
    expect(result.fingerprint).toBe(
      portabilityFingerprint(payload.map((name) => ({ name, sha256: sha256(name) }))),
    )
  })

  test('does not unpack what grows beyond all measure', async () => {
    await using work = await workFolder()
    await writeBag(
      {
        folder: 'bag',
        madeAt: STAMP.madeAt,
        expected: 1,
        info: [],
        payloads: async function* () {
          yield { name: 'data/zeros', source: Buffer.alloc(8 * 1024 ** 2) }
        },
      },
      work.path('bomb.zip'),
    )
    const { checks } = await zipCheckedByPage(new Uint8Array(readFileSync(work.path('bomb.zip'))))
    expect(checks.find(({ name }) => name === 'Reading')?.problems).toEqual([
      { about: 'data/zeros', detail: expect.stringContaining('times its size') },
    ])
  })
})
