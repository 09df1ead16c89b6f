import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unsafeName } from '#engine/archive/bag-source.ts'
import { distinctFileNames, safeFileName } from '#engine/archive/file-names.ts'

describe('names of attached files in an archive', () => {
  test.each([
    ['note.txt', 'note.txt'],
    ['Sent message: 18 Nov?.eml', 'Sent message_ 18 Nov_.eml'],
    ['../../etc/passwd', '_._etc_passwd'],
    ['C:\\Users\\jo\\file.pdf', 'C__Users_jo_file.pdf'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['trailing. ', 'trailing'],
    ['.hidden', 'hidden'],
    ['   ', 'file'],
    ['', 'file'],
    ['ends with.pdf. ', 'ends with.pdf'],
    ['رسالة.pdf', 'رسالة.pdf'],
    [`${'a'.repeat(300)}.pdf`, `${'a'.repeat(100)}.pdf`],
  ])('%j lies as %j', (given, expected) => {
    expect(safeFileName(given)).toBe(expected)
  })

  test('the second of a name gets a number, in any letter case', () => {
    expect(distinctFileNames(['a.pdf', 'A.pdf', 'a (2).pdf', 'b', 'b'])).toEqual([
      'a.pdf',
      'A (2).pdf',
      'a (2) (2).pdf',
      'b',
      'b (2)',
    ])
  })

  test('whatever they are called, every archive takes them, each once, and the verifier finds nothing unsafe', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 300 }), { maxLength: 20 }), (given) => {
        const names = distinctFileNames(given)
        expect(names).toHaveLength(given.length)
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
        for (const name of names) {
          expect(unsafeName(`data/evidence/${name}`), name).toBeNull()
          expect(name).not.toMatch(/[<>:"/\\|?*%\p{Cc}\p{Cf}]|[. ]$/u)
        }
      }),
    )
  })
})
