import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LIMITS } from '#shared/reading/reading.ts'
import { shown, visible } from '#shared/shown.ts'
import { startTestReader } from './reading-tests.ts'

let reader: ReturnType<typeof startTestReader>
beforeAll(() => void (reader = startTestReader()))
afterAll(() => reader[Symbol.asyncDispose]())

const noParts = () => Promise.resolve()

describe('what is too much', () => {
  test('a file that is too large is refused before any of it is sent', async () => {
    await using test = startTestReader()
    const bytes = {
      [Symbol.iterator]: (): Iterator<Uint8Array> => {
        throw new Error('nobody may look into it')
      },
    }
    const reading = await test.reader.read({ name: 'film.pdf', bytes, size: LIMITS.file + 1 }, noParts)
    expect(reading).toMatchObject({ outcome: 'not-read', type: 'pdf', reason: 'It is larger than 500 MB.' })
    expect(reading.wayOut).not.toBe('')
  })

  test('a file that turns out larger than it said is given up, and the next one is read', async () => {
    await using test = startTestReader()
    const piece = { length: LIMITS.file + 1, subarray: () => new Uint8Array(0) } as unknown as Uint8Array
    const reading = await test.reader.read({ name: 'a.txt', bytes: [piece], size: 1 }, noParts)
    expect(reading.reason).toBe('It is larger than 500 MB.')
    const [next] = await test.read('next.txt', 'words')
    expect(next!.reading.outcome).toBe('read')
  })

  test('a reader that says what no reader says is ended', async () => {
    await using test = startTestReader({
      before: `process.on('message', ({ say }) => say === 'read' && process.send({ say: 'found', reading: { outcome: 'fine' } }))`,
    })
    const [own] = await test.read('a.txt', 'words')
    expect(own!.reading.reason).toMatch(/break down/u)
  })
})

describe('names', () => {
  test('with control characters or turned letters are shown written out', async () => {
    expect(shown('photo\u202Efdp.exe')).toBe('photo[U+202E]fdp.exe')
    expect(visible('a\u001B[31m\n')).toBe('a[U+001B][31m[U+000A]')
    expect(shown('x'.repeat(500))).toHaveLength(238)
    const mail = `From: a@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename="=?utf-8?B?${Buffer.from('a\u001B\u202Eb.txt').toString('base64')}?="\n\nwords\n--b--\n`
    const found = await reader.read('new\u0007.eml', mail)
    expect(found.map(({ path }) => path)).toEqual([
      'new[U+0007].eml',
      'new[U+0007].eml/a[U+001B][U+202E]b.txt',
    ])
  })
})

describe('what is not read', () => {
  test.each([
    ['box.7z', Buffer.from('377abcaf271c0004', 'hex'), /7-Zip/u],
    ['box.rar', Buffer.from('526172211a0701003392b5e50a01', 'hex'), /7-Zip/u],
    ['call.wav', Buffer.from('RIFF\0\0\0\0WAVEfmt '), /transcript/u],
    ['thing.qqq', Buffer.from([0, 1, 2, 3, 4, 5, 6, 7]), /print it as PDF/u],
  ])('%s says so, and what to do', async (name, bytes, wayOut) => {
    const [own] = await reader.read(name, bytes)
    expect(own!.reading.outcome).toBe('not-read')
    expect(own!.reading.reason).toContain(name.split('.')[1])
    expect(own!.reading.wayOut).toMatch(wayOut)
  })

  test.each([1, 2, 3])('a file of %i bytes gets an outcome', async (length) => {
    expect(await reader.read('a', Buffer.alloc(length, 65))).toHaveLength(1)
  })
})
