import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameToSave, nameToShow, sizeInWords } from '#shared/registers/documents/document-rules.ts'

describe('the name under which a file is saved', () => {
  test.each([
    ['letter.txt', 'letter.txt'],
    ['Scan of 3 May.PDF', 'Scan of 3 May.PDF'],
    ['رسالة 👩‍👧.pdf', 'رسالة 👩‍👧.pdf'],
    ['C:\\Users\\jo\\a.txt', 'C--Users-jo-a.txt'],
    ['../../etc/passwd', '-..-etc-passwd'],
    ['invoice\u202Efdp.exe', 'invoice-fdp.exe'],
    ['.hidden', 'hidden'],
    ['trailing. . ', 'trailing'],
    ['a\u0000b\nc', 'a-b-c'],
    ['...', 'file'],
    ['', 'file'],
  ])('%j becomes %j', (name, saved) => {
    expect(nameToSave(name)).toBe(saved)
  })

  test('keeps the ending of a long name, cut at whole letters', () => {
    const saved = nameToSave(`${'😀'.repeat(200)}.docx`)
    expect(saved).toMatch(/^(?:😀)+\.docx$/u)
    expect(Buffer.byteLength(saved)).toBeLessThanOrEqual(180)
  })

  test('has no part that is a folder, is never empty and never too long, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const saved = nameToSave(name)
        expect(saved).toMatch(/^[^/\\:*?"<>|\n\0]+$/u)
        expect(saved).not.toMatch(/^\.+$/u)
        expect(Buffer.byteLength(saved)).toBeGreaterThan(0)
        expect(Buffer.byteLength(saved)).toBeLessThanOrEqual(180)
      }),
    )
  })
})

test('a name cannot hide its ending on the screen', () => {
  expect(nameToShow('invoice\u202Efdp.exe')).toBe('invoice�fdp.exe')
  expect(nameToShow('رسالة.pdf')).toBe('رسالة.pdf')
})

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1_000, '1 KB'],
  [12_345, '12 KB'],
  [999_999, '1 MB'],
  [3_145_729, '3.1 MB'],
  [2_000_000_000, '2 GB'],
])('%i bytes read as %s', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words)
})
