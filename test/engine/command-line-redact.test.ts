import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RedactedFile } from '../../electron/cli/redacted-file.ts'
import { startNames } from '../../electron/cli/redact-names.ts'
import { readTerms } from '../../electron/cli/redact-terms.ts'
import { dpo, type Said } from '#test/support/dpo.ts'

describe('a list of terms', () => {
  test('holds words, patterns, what stays, remarks, and codes of exemptions', () => {
    const { terms, problems } = readTerms(
      '\uFEFF# names\r\nJane Smith\r\n\r\n/07700 ?\\d{6}/\tTP-16\n!Smith Street\n Jane Smith \n',
    )
    expect(problems).toEqual([])
    expect(terms.map(({ kind, text, label }) => [kind, text, label])).toEqual([
      ['words', 'Jane Smith', ''],
      ['pattern', '07700 ?\\d{6}', 'Information about another identifiable person'],
      ['exclude', 'Smith Street', ''],
    ])
  })

  test.each([
    ['x', 'Line 1: a term has 2 to 300 characters.'],
    ['Jane\tNO-1', 'Line 1: there is no exemption “NO-1” in the library.'],
    ['Jane\tTP-17S', 'Line 1: “TP-17S” is no reason to remove something from a page.'],
    ['Jane\n/(x/', 'Line 2: this is no pattern. Check brackets and backslashes.'],
    ['/a*/', 'Line 1: the pattern also matches where nothing stands.'],
    ['!/ab/', 'Line 1: words may be let stay, a pattern may not.'],
    ['--', 'Line 1: there is no letter or digit in it.'],
    ['# nothing\n!Jane', 'There is no term to look for in the list.'],
  ])('%j is refused', (text, problem) => {
    expect(readTerms(text).problems).toEqual([problem])
  })
})

describe('names of results', () => {
  const term = (kind: 'words' | 'pattern', text: string) => ({
    kind,
    text,
    exemption: '',
    reason: '',
    label: '',
  })

  test('hold no term, nothing that a system reads otherwise, and are given once', () => {
    const nameOf = startNames([term('words', 'Jane Smith'), term('pattern', 'RR-\\d+')])
    expect(
      [
        'Minutes of May.docx',
        'minutes of may.odt',
        'jane_smith.pdf',
        'JaneSmith-2.pdf',
        'Case rr-12.txt',
        '../../etc/passwd',
        'CON.txt',
        '….pdf',
        'a\u202Eb<c>.pdf',
      ].map(nameOf),
    ).toEqual([
      'Minutes of May',
      'minutes of may-2',
      'file-0001',
      'file-0002',
      'file-0003',
      'etc_passwd',
      'file-0004',
      'file-0005',
      'a_b_c',
    ])
  })
})

describe('dpo redact', () => {
  let folder = ''
  let said: Said
  let told: readonly RedactedFile[] = []
  const run = async (words: readonly string[]) =>
    dpo(['redact', ...words], { TMPDIR: join(folder, 'passing') })
  const lists = async (text: string) => {
    await writeFile(join(folder, 'terms.txt'), text)
    return join(folder, 'terms.txt')
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dpo-loose-'))
    await mkdir(join(folder, 'passing'))
    await writeFile(join(folder, 'Letter.eml'), MAIL)
    await writeFile(join(folder, 'Jane Smith.txt'), 'Notes about JANE\nSMITH and the weather.')
    await writeFile(join(folder, 'sound.mp3'), Buffer.from('494433030000000000', 'hex'))
    const files = ['Letter.eml', 'Jane Smith.txt', 'sound.mp3'].map((name) => join(folder, name))
    const terms = await lists('Jane Smith\nlegal advice\tLPP-19\n')
    said = await run([...files, '--terms', terms, '--out', join(folder, 'out'), '--format', 'json'])
    told = said.output
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as RedactedFile)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('tells every file, and each inside one', () => {
    expect([said.code, said.errors]).toEqual([0, ''])
    expect(told.map(({ file, outcome, marks, written }) => [file, outcome, marks, written])).toEqual([
      ['Letter.eml', 'redacted', 2, ['Letter.pdf']],
      ['Letter.eml/list.csv', 'redacted', 1, ['list.pdf', 'list.xlsx']],
      ['Jane Smith.txt', 'redacted', 1, ['file-0001.pdf']],
      ['sound.mp3', 'unread', 0, []],
    ])
    expect(told.at(-1)?.reason).toMatch(/\S.{10}/u)
    expect(told.flatMap(({ gate }) => gate?.green ?? [])).toEqual([true, true, true])
  })

  test('writes the results and nothing else, and leaves nothing behind', async () => {
    expect((await readdir(join(folder, 'out'))).toSorted()).toEqual([
      'Letter.pdf',
      'file-0001.pdf',
      'list.pdf',
      'list.xlsx',
    ])
    expect(await readdir(join(folder, 'passing'))).toEqual([])
    expect((await readFile(join(folder, 'out/Letter.pdf'))).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('leaves nothing behind where it is refused on the way', async () => {
    const terms = await lists('/(a+)+b/\n')
    const file = join(folder, 'Jane Smith.txt')
    const refused = await run([file, '--terms', terms, '--out', join(folder, 'refused')])
    expect([refused.code, refused.output]).toEqual([1, ''])
    expect(refused.errors).toContain('takes too long')
    expect(await readdir(join(folder, 'refused'))).toEqual([])
    expect(await readdir(join(folder, 'passing'))).toEqual([])
  })

  test.each([
    ['a list that is not there', ['Letter.eml'], 'none.txt', 'new'],
    ['a file that is not there', ['none.txt'], 'terms.txt', 'new'],
    ['a folder that is not empty', ['Letter.eml'], 'terms.txt', '.'],
  ])('%s is bad use', async (_, files, terms, out) => {
    await lists('Jane Smith')
    const { code, errors } = await run([
      ...files.map((name) => join(folder, name)),
      '--terms',
      join(folder, terms),
      '--out',
      join(folder, out),
    ])
    expect(code).toBe(2)
    expect(errors).not.toBe('')
  })
})

const MAIL = [
  'From: Nora <nora@example.org>',
  'To: team@example.org',
  'Subject: Jane Smith',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain',
  '',
  'There is legal advice about this.',
  '--b',
  'Content-Type: text/csv; name=list.csv',
  'Content-Disposition: attachment; filename=list.csv',
  '',
  'name,town',
  'Jane Smith,Leeds',
  '--b--',
  '',
].join('\r\n')
