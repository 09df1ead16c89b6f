import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { CORPORA, startTestReader } from './reading-tests.ts'
import { samples } from './samples.ts'

const RUNS = 200
let files: ReadonlyArray<readonly [string, Buffer]> = []

beforeAll(async () => {
  files = [...(await samples()), ...corpus()]
})

/** Real files of every kind, where they are; the large ones would only take long. */
function corpus(): ReadonlyArray<readonly [string, Buffer]> {
  const folder = join(CORPORA, 'visible/files')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).size < 60_000)
    .map((name) => [name, readFileSync(join(folder, name))])
}

const index = fc.nat(100_000)
const place = fc.double({ min: 0, max: 1, noNaN: true })
const NAMES = ['a', 'a.pdf', 'a.docx', 'a.msg', 'a.eml', 'a.zip', 'a.rtf', 'a.doc', 'a.tif', 'winmail.dat']

describe('whatever the bytes, every file gets an outcome and its reader lives on', () => {
  async function holds(bytesOf: () => fc.Arbitrary<readonly [string, Uint8Array]>) {
    await using test = startTestReader()
    await fc.assert(
      fc.asyncProperty(bytesOf(), async ([name, bytes]) => {
        const found = await test.read(name, bytes)
        expect(found.length).toBeGreaterThan(0)
        for (const { reading } of found) {
          if (reading.outcome !== 'read') expect(reading.reason).not.toBe('')
          expect(reading.reason).not.toMatch(/break down|longer than|more memory/u)
        }
      }),
      { numRuns: RUNS },
    )
  }

  test('random bytes', { timeout: 180_000 }, () =>
    holds(() => fc.tuple(fc.constantFrom(...NAMES), fc.uint8Array({ maxLength: 4000 }))),
  )

  test('a file cut short', { timeout: 180_000 }, () =>
    holds(() =>
      fc.tuple(index, place).map(([which, where]) => {
        const [name, bytes] = files[which % files.length]!
        return [name, bytes.subarray(0, Math.floor(where * bytes.length))]
      }),
    ),
  )

  test('a file with some bytes changed', { timeout: 180_000 }, () =>
    holds(() =>
      fc
        .tuple(index, fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 30 }))
        .map(([which, changes]) => {
          const [name, bytes] = files[which % files.length]!
          const changed = Buffer.from(bytes)
          for (const [where, byte] of changes) changed[Math.floor(where * (changed.length - 1))] = byte
          return [name, changed]
        }),
    ),
  )
})
