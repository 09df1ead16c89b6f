import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exactJson } from '#engine/exit/exact-json.ts'
import { jsonLines } from '#engine/exit/json-lines.ts'
import { AppError } from '#shared/errors.ts'
import { PASSPHRASE, startTestEngine } from '../support/engine.ts'
import { sha256Of } from '../support/evidence.ts'
import { rebuilt } from '../support/rebuilt-archive.ts'
import { archived, aWholeRegister, broughtIn } from '../support/a-whole-register.ts'

const HOSTILE = resolve(import.meta.dirname, '../../../shared/corpora/archives/hostile')

let made: Awaited<ReturnType<typeof aWholeRegister>>
let files: ReadonlyMap<string, Buffer>
let good = ''

beforeAll(async () => {
  made = await aWholeRegister()
  const archive = await archived(made, 'good')
  files = archive.files
  good = archive.path
})
afterAll(() => made[Symbol.asyncDispose]())

const textOf = (name: string) => files.get(name)!.toString('utf8')
const linesIn = (name: string) =>
  textOf(name)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
const asLines = (values: readonly unknown[]) => values.map((value) => `${exactJson(value)}\n`).join('')
const about = (changes: object) => exactJson({ ...JSON.parse(textOf('data/about.json')), ...changes })

/** Lines of a file with one of them changed. */
function changed(name: string, which: (line: never) => boolean, change: (line: never) => unknown): string {
  const lines = linesIn(name)
  expect(lines.some((line) => which(line as never))).toBe(true)
  return asLines(lines.map((line) => (which(line as never) ? change(line as never) : line)))
}

/** What bringing an archive in says; nothing may be left of the attempt. */
async function refusal(path: string): Promise<string> {
  const before = await readdir(made.folder)
  const open = made.engine.openSession()
  const said = await broughtIn(made, path, 'Refused').then(
    () => 'brought in',
    (error: unknown) => (error instanceof AppError && error.code !== 'bug' ? error.message : String(error)),
  )
  expect(await readdir(made.folder)).toEqual(before)
  expect(made.engine.openSession()).toBe(open)
  return said
}

const ACTIVITIES = 'data/records/activities.jsonl'
const BREACHES = 'data/records/breaches.jsonl'
const DOCUMENTS = 'data/documents.jsonl'
const CASES = 'data/cases.jsonl'
const TRAIL = 'data/revisions.jsonl'
const BODIES = 'data/revisions-bodies.jsonl'
type Any = Record<string, never> & { readonly [key: string]: never }
const isPayroll = ({ name }: Any) => name === 'Payroll'
const isLetter = ({ name }: Any) => name === 'letter.pdf'
const isOpenCase = ({ file }: Any) => file !== null

describe('an archive that was changed, and whose manifests were made to fit,', () => {
  test.each<[string, () => Record<string, Buffer | string | null>, string]>([
    [
      'in a record',
      () => ({
        [ACTIVITIES]: changed(ACTIVITIES, isPayroll, (it: Any) => ({ ...(it as object), notes: 'Two' })),
      }),
      'is not what revision',
    ],
    [
      'so that a record is none',
      () => ({
        [ACTIVITIES]: changed(ACTIVITIES, isPayroll, (it: Any) => ({ ...(it as object), role: 'owner' })),
      }),
      `${ACTIVITIES}, line 26: role`,
    ],
    [
      'by leaving a record out',
      () => ({
        [ACTIVITIES]: asLines(linesIn(ACTIVITIES).filter((one) => !isPayroll(one))),
      }),
      'about.json promises',
    ],
    [
      'in a count',
      () => ({ 'data/about.json': about({ counts: { records: 1, documents: 4, cases: 1, revisions: 1 } }) }),
      'It promises 1 records',
    ],
    [
      'by a lie about another register',
      () => ({ 'data/about.json': about({ records: { spells: 3 } }) }),
      'There is no register called “spells”',
    ],
    [
      'in its trail',
      () => ({
        [TRAIL]: changed(
          TRAIL,
          ({ seq }: Any) => seq === (3 as never),
          (it: Any) => ({ ...(it as object), actor: 'me' }),
        ),
      }),
      'does not follow from the one before',
    ],
    [
      'in an earlier content',
      () => ({
        [BODIES]: changed(
          BODIES,
          ({ seq }: Any) => seq === (3 as never),
          () => ({ seq: 3, body: '{}' }),
        ),
      }),
      'The content of revision 3 was changed',
    ],
    ['by a missing history', () => ({ [BODIES]: null }), 'is not in the archive'],
    [
      'in an attached file and its list',
      () => {
        const { file } = linesIn(DOCUMENTS).find(isLetter)
        const sha256 = sha256Of(Buffer.from('other'))
        return {
          [file]: 'other',
          [DOCUMENTS]: changed(
            DOCUMENTS,
            (it: Any) => it['file'] === file,
            (it: Any) => ({ ...(it as object), sha256, bytes: 5 }),
          ),
        }
      },
      'is not the file that breaches',
    ],
    [
      'so that an attached file leads elsewhere',
      () => ({
        [DOCUMENTS]: changed(DOCUMENTS, isLetter, (it: Any) => ({
          ...(it as object),
          file: 'data/about.json',
        })),
      }),
      'The file of “letter.pdf” is not there',
    ],
    [
      'so that an attached file is nowhere',
      () => ({ [linesIn(DOCUMENTS).find(isLetter).file]: null }),
      'is not there',
    ],
    [
      'so that a record names what is not there',
      () => ({ [DOCUMENTS]: asLines(linesIn(DOCUMENTS).filter((one) => !isLetter(one))) }),
      'is not listed',
    ],
    [
      'so that a case would be written elsewhere',
      () => ({
        [CASES]: changed(CASES, isOpenCase, (it: Any) => ({ ...(it as object), request: '../../../tmp/x' })),
      }),
      `${CASES}, line`,
    ],
    [
      'in the certificate of what was destroyed',
      () => ({
        [CASES]: changed(
          CASES,
          ({ certificate }: Any) => certificate !== null,
          (it: Any) => ({
            ...(it as object),
            certificate: String(it['certificate']).replace('It is over', 'It is lost'),
          }),
        ),
      }),
      'no longer says what was sealed',
    ],
    ['by a line that is no JSON', () => ({ [BREACHES]: '{"id":\n' }), `${BREACHES}, line 1: It is not JSON`],
    [
      'by bytes that are no text',
      () => ({ [BREACHES]: Buffer.from([0x7b, 0xff, 0x0a]) }),
      'not written in UTF-8',
    ],
    [
      'into another version',
      () => ({ 'data/about.json': about({ version: 2 }) }),
      'data/about.json: version',
    ],
    [
      'into a newer archive',
      () => ({
        'bag-info.txt': textOf('bag-info.txt').replace(
          'whole register, version 1',
          'whole register, version 7',
        ),
      }),
      'written by a newer version',
    ],
    [
      'into another kind',
      () => ({
        'bag-info.txt': textOf('bag-info.txt').replace(
          /^Archive-Profile: .*$/mu,
          'Archive-Profile: Some other',
        ),
      }),
      'it is a “Some other”',
    ],
  ])('%s is refused by name', async (_, changes, says) => {
    const path = await rebuilt(files, join(made.folder, 'changed.zip'), changes())
    expect(await refusal(path)).toContain(says)
  })

  test('in the tables of a case, or into another database, is refused', async () => {
    const line = linesIn(CASES).find(isOpenCase)
    const plain = join(made.folder, 'case.db')
    const withCase = async (bytes: Buffer) => {
      const lines = changed(CASES, isOpenCase, (it: Any) => ({
        ...(it as object),
        sha256: sha256Of(bytes),
        bytes: bytes.length,
      }))
      return rebuilt(files, join(made.folder, 'changed.zip'), { [line.file]: bytes, [CASES]: lines })
    }
    const python = async (script: string) => {
      await writeFile(plain, files.get(line.file)!)
      execFileSync('python3', [
        '-c',
        `import sqlite3,sys\ndb=sqlite3.connect(sys.argv[1])\n${script}\ndb.commit()\ndb.close()`,
        plain,
      ])
      return readFileSync(plain)
    }
    const trigger = `db.execute("create trigger evil after update on facts begin delete from sources; end")`
    expect(await refusal(await withCase(await python(trigger)))).toContain(
      'Its tables are not those of a case',
    )
    expect(
      await refusal(await withCase(await python(`db.execute("update chunks set bytes = x'00'")`))),
    ).toContain('is not what was taken in')
    expect(await refusal(await withCase(Buffer.from('no database')))).toContain('not a database as')
    const damaged = Buffer.from(files.get(line.file)!)
    damaged.fill(0xff, 3 * 4_096, 4 * 4_096 - 80)
    expect(await refusal(await withCase(damaged))).toMatch(/damaged/)
  })
})

describe('an archive from a stranger', () => {
  const hostile = existsSync(HOSTILE)
    ? [
        ...new Set(
          readFileSync(join(HOSTILE, 'EXPECTED.tsv'), 'utf8')
            .trim()
            .split('\n')
            .slice(1)
            .map((line) => line.split('\t')[0]!),
        ),
      ].filter((file) => !file.startsWith('many-entries'))
    : []
  test.each(hostile)('%s is refused in words', async (file) => {
    expect(await refusal(join(HOSTILE, file))).toMatch(/archive|not in/)
  })

  test('that is damaged anywhere is refused, or holds the same', async () => {
    const bytes = readFileSync(good)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const bad = Buffer.from(bytes)
        bad[at] = bad[at]! ^ by
        const path = join(made.folder, 'damaged.zip')
        await writeFile(path, bad)
        const { ok } = await made.call('reports.verifyArchive', { path })
        // A byte that nothing is read from, such as a time in a local header, changes nothing that comes back.
        if (!ok) expect(await refusal(path)).not.toBe('brought in')
      }),
      { numRuns: 6 },
    )
  })

  test('can also lie unpacked in a folder, where links are not followed', async () => {
    const folder = join(made.folder, 'unpacked')
    for (const [name, content] of files) {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), content)
    }
    expect(await made.call('archives.look', { path: folder, passphrase: null })).toMatchObject({
      counts: { documents: 4, cases: 1 },
    })
    execFileSync('ln', ['-s', '/etc/passwd', join(folder, 'data', 'link')])
    expect(await refusal(folder)).toContain('link')
  })

  test('that is not there, or no archive, is refused', async () => {
    expect(await refusal(join(made.folder, 'nowhere.zip'))).toContain('There is no file')
    await writeFile(join(made.folder, 'letter.zip'), 'Dear all')
    expect(await refusal(join(made.folder, 'letter.zip'))).toContain('cannot be read as an archive')
  })

  test('is neither read nor put where nobody chose', async () => {
    await using window = await startTestEngine({ register: 'none', windowed: true })
    const input = { passphrase: PASSPHRASE, archivePassphrase: null }
    const notChosen = { code: 'rule', message: expect.stringContaining('was not chosen') }
    const register = join(window.folder, 'New.dpo')
    await expect(window.call('archives.look', { path: good, passphrase: null })).rejects.toMatchObject(
      notChosen,
    )
    await expect(window.call('archives.import', { ...input, path: good, register })).rejects.toMatchObject(
      notChosen,
    )
    window.engine.grants.allowReading(good)
    const elsewhere = join(made.folder, 'New.dpo')
    await expect(
      window.call('archives.import', { ...input, path: good, register: elsewhere }),
    ).rejects.toMatchObject(notChosen)
    await window.call('archives.import', { ...input, path: good, register })
    expect(await window.call('registerFile.status', {})).toMatchObject({ state: 'open', path: register })
  })

  test('is never put where something is', async () => {
    await mkdir(join(made.folder, 'Full.dpo'))
    await writeFile(join(made.folder, 'Full.dpo', 'mine.txt'), 'mine')
    await expect(broughtIn(made, good, 'Full')).rejects.toMatchObject({ reason: 'already-exists' })
    expect(readFileSync(join(made.folder, 'Full.dpo', 'mine.txt'), 'utf8')).toBe('mine')
    const input = { path: good, passphrase: PASSPHRASE, archivePassphrase: null }
    await expect(
      made.call('archives.import', { ...input, register: join(made.folder, 'x') }),
    ).rejects.toThrow('.dpo')
    await expect(
      made.call('archives.import', { ...input, passphrase: 'short', register: join(made.folder, 'x.dpo') }),
    ).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('lines of JSON', () => {
  test('that are too long are refused while they are read, and memory does not grow', async () => {
    const length = 2_000_000_000
    async function* oneLine() {
      const piece = Buffer.alloc(1_048_576, 'a')
      for (let sent = 0; sent < length; sent += piece.length) yield piece
    }
    const read = async () => {
      for await (const line of jsonLines('data/records/x.jsonl', oneLine())) expect(line).toBeUndefined()
    }
    const before = process.memoryUsage().rss
    await expect(read()).rejects.toThrow('data/records/x.jsonl, line 1: It is longer than 64 MiB')
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1_048_576)
  })

  test('come back exactly, whatever stands in them and however they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue({ stringUnit: 'binary' })),
        fc.integer({ min: 1, max: 9 }),
        async (values, cut) => {
          const odd = [...values, { '\ud800': 'x\udc00', b: '\u2028', '10': 1, '9': 2, ['__proto__']: 3 }]
          const bytes = Buffer.from(asLines(odd))
          const pieces = Array.from({ length: Math.ceil(bytes.length / cut) }, (_, at) =>
            bytes.subarray(at * cut, (at + 1) * cut),
          )
          const read: unknown[] = []
          for await (const line of jsonLines(
            'x',
            (async function* () {
              yield* pieces
            })(),
          )) {
            expect(exactJson(line.value)).toBe(line.text)
            read.push(line.value)
          }
          expect(read).toEqual(odd.map((value) => JSON.parse(JSON.stringify(value))))
        },
      ),
      { numRuns: 60 },
    )
  })
})
