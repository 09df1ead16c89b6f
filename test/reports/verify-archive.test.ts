import { readFileSync } from 'node:fs'
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ZipArchive } from 'archiver'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { describe, expect, test } from 'vitest'
import { unsafeName } from '#engine/archive/bag-source.ts'
import { verifyArchive } from '#engine/archive/verify-archive.ts'
import { bagItSuite as suite, LOST_A_FILE, SUITE } from './bagit-suite.ts'
import { CORPORA, hasCorpora, workFolder } from './material.ts'

const HOSTILE = join(CORPORA, 'archives/hostile')

async function zipOf(folder: string, to: string): Promise<void> {
  const archive = new ZipArchive({ zlib: { level: 9 } })
  const written = finished(archive.pipe(createWriteStream(to)))
  archive.directory(folder, 'bag')
  await archive.finalize()
  await written
}

describe.skipIf(!hasCorpora)(
  'the BagIt conformance suite (skipped where the test material is absent)',
  () => {
    test('is there in full', () => expect(suite()).toHaveLength(60))

    test.each(hasCorpora ? suite() : [])('$name', async ({ name, path, isValid, isWarning }) => {
      const verification = await verifyArchive(path)
      const failures = verification.checks.filter(({ ok }) => !ok)
      if (name === LOST_A_FILE) return expect(failures[0]?.name).toBe('Payload manifests: data/.DS_Store')
      expect(verification.ok, JSON.stringify(failures)).toBe(isValid)
      if (isWarning) expect(verification.checks.map((check) => check.name)).toContain('Note')
      return undefined
    })

    test('gives the same answer for a bag in a zip', async () => {
      await using work = await workFolder()
      for (const { name, path, isValid } of suite().filter((bag) => bag.name !== LOST_A_FILE)) {
        await zipOf(path, work.path('bag.zip'))
        expect((await verifyArchive(work.path('bag.zip'))).ok, name).toBe(isValid)
      }
    })

    test.each([
      ['v0.97/invalid/corrupt-data-file', /^Payload manifests: data\//u],
      ['v0.97/invalid/corrupt-tag-file', /^Tag manifests: /u],
      ['v0.97/invalid/extra-file-in-bag', /^Payload manifests: data\/bar$/u],
      ['v0.97/invalid/bom-in-bagit.txt', /^Declaration: bagit\.txt$/u],
      ['v0.97/linux-only/out-of-scope-file-paths-using-absolute-path', /^Tag files: manifest-md5\.txt$/u],
      ['v0.97/invalid/out-of-scope-file-paths-using-dot-notation-for-fetch', /^Tag files: fetch\.txt$/u],
    ])('%s is reported where it is wrong', async (bag, about) => {
      const { checks } = await verifyArchive(join(SUITE, bag))
      expect(checks.find(({ ok }) => !ok)?.name).toMatch(about)
    })
  },
)

describe.skipIf(!hasCorpora)('hostile archives (skipped where the test material is absent)', () => {
  const files = hasCorpora
    ? readFileSync(join(HOSTILE, 'EXPECTED.tsv'), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split('\t')[0] ?? '')
    : []
  const before = () => process.memoryUsage().rss

  test.each(files)('%s is refused in words, and nothing is unpacked', async (file) => {
    const memory = before()
    const temporary = await readdir('/tmp')
    const verification = await verifyArchive(join(HOSTILE, file))
    expect(verification.ok).toBe(false)
    expect(verification.checks.filter(({ ok }) => !ok).every(({ detail }) => detail.length > 10)).toBe(true)
    expect(before() - memory).toBeLessThan(300 * 1024 ** 2)
    expect(
      (await readdir('/tmp')).filter((name) => !temporary.includes(name) && name.includes('pwned')),
    ).toEqual([])
  })
})

describe('what no archive may do', () => {
  test.each([
    '../up.txt',
    'a/../../b',
    '/etc/passwd',
    '//server/share',
    'C:\\x',
    'C:/x',
    '\\\\server\\x',
    '~/x',
    '~root/x',
    '%HomeDrive%/x',
    'a\\b',
    'a//b',
    'a/./b',
    '',
    'a\u0000.exe',
    'a\nb',
    'x\u202Egnp.exe',
    'n'.repeat(300),
  ])('name %j', (name) => expect(unsafeName(name)).toMatch(/./u))

  test.each([
    'data/a.txt',
    'data/~test',
    'data/%7Etest',
    'data/Núñez',
    'data/…',
    'data/ spaced name.txt',
    'data/a..b',
  ])('but %j is a name', (name) => expect(unsafeName(name)).toBeNull())

  test('a file that unpacks to a thousand times its size is not read', async () => {
    await using work = await workFolder()
    await mkdir(work.path('bag/data'), { recursive: true })
    await writeFile(work.path('bag/bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
    await writeFile(work.path('bag/data/zeros'), Buffer.alloc(32 * 1024 ** 2))
    await zipOf(work.path('bag'), work.path('bag.zip'))
    const { checks } = await verifyArchive(work.path('bag.zip'))
    expect(checks.find(({ ok }) => !ok)).toMatchObject({
      name: 'Archive: bag/data/zeros',
      detail: expect.stringContaining('times its size'),
    })
  })

  test('a file whose length is given too small, or named differently in its two places, is not believed', async () => {
    await using work = await workFolder()
    await mkdir(work.path('bag/data'), { recursive: true })
    await writeFile(work.path('bag/bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
    await writeFile(work.path('bag/data/letter.txt'), 'Dear all, '.repeat(40))
    await writeFile(work.path('bag/manifest-md5.txt'), `${'0'.repeat(32)}  data/letter.txt\n`)
    await zipOf(work.path('bag'), work.path('bag.zip'))
    const bytes = readFileSync(work.path('bag.zip'))
    const central = bytes.lastIndexOf('bag/data/letter.txt') - 46
    const lying = Buffer.from(bytes)
    lying.writeUInt32LE(10, central + 24)
    await writeFile(work.path('lying.zip'), lying)
    const renamed = Buffer.from(bytes)
    renamed.write('bag/data/LETTER.txt', bytes.indexOf('bag/data/letter.txt'))
    await writeFile(work.path('renamed.zip'), renamed)
    for (const file of ['lying.zip', 'renamed.zip']) {
      const { checks } = await verifyArchive(work.path(file))
      expect(
        checks.filter(({ ok }) => !ok).map(({ name }) => name),
        file,
      ).toContain('Reading: data/letter.txt')
    }
  })

  test('a link in a folder is not followed', async () => {
    await using work = await workFolder()
    await mkdir(work.path('bag/data'), { recursive: true })
    await writeFile(work.path('bag/bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
    await symlink('/etc/passwd', work.path('bag/data/passwd'))
    const { checks } = await verifyArchive(work.path('bag'))
    expect(checks.find(({ ok }) => !ok)).toEqual({
      name: 'Names: data/passwd',
      ok: false,
      detail: 'This entry is a link; links are not followed.',
    })
  })

  test('a missing file is said to be missing', async () => {
    await expect(verifyArchive('/nowhere/a.zip')).rejects.toMatchObject({ code: 'not-found' })
  })
})
