import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CORPORA, startTestReader } from './reading-tests.ts'

let reader: ReturnType<typeof startTestReader>
beforeAll(() => void (reader = startTestReader()))
afterAll(() => reader[Symbol.asyncDispose]())

const FILES = join(CORPORA, 'visible/files')

describe.skipIf(!existsSync(FILES))(
  'files locked with a password (skipped where the corpora are absent)',
  () => {
    test.each([
      ['pdfjs__pr6531_1.pdf', 'asdfasdf'],
      ['pdfjs__issue6010_2.pdf', 'æøå'],
      ['qpdf__enc-XI-R6,V5,U=view,O=master.pdf', 'view'],
      ['poi__bug53475-password-is-pass.docx', 'pass'],
      ['tika__testEXCEL_protected_passtika.xlsx', 'tika'],
      ['tika__testPPT_protected_passtika.pptx', 'tika'],
    ])('%s opens with its password only', { timeout: 60_000 }, async (name, password) => {
      const bytes = readFileSync(join(FILES, name))
      const opened = await reader.read(name, bytes, password)
      expect(opened.every(({ reading }) => reading.outcome === 'read')).toBe(true)
      expect(opened.at(-1)!.reading.texts.length).toBeGreaterThan(0)
      for (const wrong of [null, 'not the password']) {
        const [own, ...inside] = await reader.read(name, bytes, wrong)
        expect(own!.reading).toMatchObject({ outcome: 'not-read', texts: [] })
        expect(own!.reading.reason).toMatch(wrong ? /password does not open/u : /locked with a password/u)
        expect(own!.reading.wayOut).not.toBe('')
        expect(inside).toEqual([])
      }
    })

    test('the word that Office itself uses opens a file without asking', async () => {
      const found = await reader.read('a.xlsx', readFileSync(join(FILES, 'tika__protectedFile.xlsx')))
      expect(found.map(({ reading }) => reading.outcome)).toEqual(['read', 'read'])
    })

    test.each(['pdfjs__empty_protected.pdf', 'fc__encryption_notextaccess.pdf', 'tika__testPDF.pdf'])(
      '%s needs no password, and a password meant for another file does not keep it shut',
      async (name) => {
        const [own] = await reader.read(name, readFileSync(join(FILES, name)), 'for another')
        expect(own!.reading.outcome).toBe('read')
      },
    )

    test.each([
      ['tika__testODTEncrypted.odt', 'not-read', /without a password/u],
      ['tika__testZipEncrypted.zip', 'partial', /Unpack it with its password/u],
    ])('%s is not opened even with its password, and says what to do', async (name, outcome, wayOut) => {
      const [own] = await reader.read(name, readFileSync(join(FILES, name)), 'tika')
      expect(own!.reading.outcome).toBe(outcome)
      expect(own!.reading.reason).toMatch(/locked with a password/u)
      expect(own!.reading.wayOut).toMatch(wayOut)
    })
  },
)
