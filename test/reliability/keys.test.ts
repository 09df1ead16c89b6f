import { randomBytes } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { filesOf } from '#engine/registerFile/folder.ts'
import { KDF_DEFAULT, KDF_FLOOR } from '#engine/registerFile/kdf.ts'
import { KeyFile, unwrapByRecoveryKey } from '#engine/registerFile/keys.ts'
import {
  newRecoveryKey,
  normaliseRecoveryKey,
  recoveryWrappingKey,
} from '#engine/registerFile/recovery-key.ts'
import { PASSPHRASE, startTestEngine } from '#test/support/engine.ts'

describe('keys.json', () => {
  let engine: Awaited<ReturnType<typeof startTestEngine>>
  let other: Awaited<ReturnType<typeof startTestEngine>>
  let good: KeyFile
  let foreign: KeyFile
  const file = () => filesOf(engine.path).keys
  const put = (keys: unknown) => writeFile(file(), JSON.stringify(keys))
  const open = () => engine.call('registerFile.open', { path: engine.path, passphrase: PASSPHRASE })
  const recover = () =>
    engine.call('registerFile.recover', {
      path: engine.path,
      recoveryKey: engine.recoveryKey,
      passphrase: PASSPHRASE,
    })
  const read = async (path: string) => KeyFile.parse(JSON.parse(await readFile(filesOf(path).keys, 'utf8')))

  beforeAll(async () => {
    engine = await startTestEngine()
    other = await startTestEngine()
    await engine.call('registerFile.lock', {})
    ;[good, foreign] = [await read(engine.path), await read(other.path)]
  })
  beforeEach(() => put(good))
  afterAll(async () => {
    await engine[Symbol.asyncDispose]()
    await other[Symbol.asyncDispose]()
  })

  test('holds no more than wrapped keys and how to unwrap them, for the owner only to read', async () => {
    expect(good.kdf).toEqual(KDF_DEFAULT)
    expect(Object.keys(JSON.parse(await readFile(file(), 'utf8')) as object).toSorted()).toEqual([
      'byPassphrase',
      'byRecoveryKey',
      'format',
      'kdf',
      'registerId',
    ])
    const keysOfOther = filesOf(other.path).keys
    if (process.platform !== 'win32') expect((await stat(keysOfOther)).mode & 0o077).toBe(0)
  })

  test.each([
    ['less memory', { memoryKiB: KDF_FLOOR.memoryKiB - 1 }],
    ['fewer passes', { passes: KDF_FLOOR.passes - 1 }],
    ['no lanes', { parallelism: KDF_FLOOR.parallelism - 1 }],
    ['a negative cost', { memoryKiB: -65_536 }],
    ['more memory than there is', { memoryKiB: 4_000_000_000 }],
    ['passes without end', { passes: 1_000_000 }],
    ['another function', { name: 'pbkdf2' }],
  ])('that asks for %s is refused before any stretching', async (_, change) => {
    await put({ ...good, kdf: { ...good.kdf, ...change } })
    await expect(open()).rejects.toMatchObject({ code: 'storage', reason: 'damaged' })
  })

  test('with its two wraps swapped opens by neither', async () => {
    await put({ ...good, byPassphrase: good.byRecoveryKey, byRecoveryKey: good.byPassphrase })
    await expect(open()).rejects.toMatchObject({ reason: 'wrong-passphrase' })
    await expect(recover()).rejects.toMatchObject({ reason: 'wrong-passphrase' })
  })

  test('with a wrap of another register under the same passphrase does not open', async () => {
    await put({ ...good, byPassphrase: foreign.byPassphrase })
    await expect(open()).rejects.toMatchObject({ reason: 'wrong-passphrase' })
    await put({ ...good, registerId: foreign.registerId })
    await expect(open()).rejects.toMatchObject({ reason: 'wrong-passphrase' })
  })

  test('of another register opens nothing of this one', async () => {
    await put(foreign)
    await expect(open()).rejects.toMatchObject({ code: 'storage', reason: 'damaged' })
  })

  test('with one character of a wrap changed does not open', () => {
    const text = JSON.stringify(good)
    let tried = 0
    for (let at = text.indexOf('byRecoveryKey'); at < text.length; at += 3) {
      const parsed = KeyFile.safeParse(
        parsedOrNull(text.slice(0, at) + (text[at] === '0' ? '1' : '0') + text.slice(at + 1)),
      )
      if (!parsed.success) continue
      tried += 1
      expect(() => unwrapByRecoveryKey(parsed.data, engine.recoveryKey)).toThrow('recovery key')
    }
    expect(tried).toBeGreaterThan(40)
  })
})

describe('a recovery key', () => {
  const key = fc.constant(null).map(() => newRecoveryKey())

  test('has eight groups of four characters that cannot be mistaken for each other', () => {
    fc.assert(
      fc.property(key, (made) => {
        expect(made).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/)
      }),
    )
    expect(new Set(Array.from({ length: 1_000 }, newRecoveryKey)).size).toBe(1_000)
  })

  test('means the same however it is typed', () => {
    const separator = fc.constantFrom('', ' ', '-', ' - ', '.', '\t', '\u00A0')
    const lookAlike = (character: string) =>
      ({ 0: ['0', 'O', 'o'], 1: ['1', 'I', 'i', 'L', 'l'] })[character] ?? [
        character,
        character.toLowerCase(),
      ]
    fc.assert(
      fc.property(
        key,
        fc.array(fc.tuple(fc.nat(), separator), { minLength: 32, maxLength: 32 }),
        (made, choices) => {
          const typed = normaliseRecoveryKey(made)
            .split('')
            .map((character, at) => {
              const [choice, between] = choices[at]!
              const ways = lookAlike(character)
              return ways[choice % ways.length]! + between
            })
          expect(normaliseRecoveryKey(typed.join(''))).toBe(normaliseRecoveryKey(made))
        },
      ),
    )
  })

  test('with one character changed is another key', () => {
    const salt = randomBytes(16)
    fc.assert(
      fc.property(
        key,
        fc.nat(31),
        fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'.split('')),
        (made, at, instead) => {
          const plain = normaliseRecoveryKey(made)
          fc.pre(plain[at] !== instead)
          const changed = plain.slice(0, at) + instead + plain.slice(at + 1)
          expect(recoveryWrappingKey(changed, salt)).not.toEqual(recoveryWrappingKey(made, salt))
        },
      ),
    )
  })
})

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
