import { readFile, writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { verifyArchive } from '#engine/archive/verify-archive.ts'
import { writeArchive } from '#engine/archive/write-archive.ts'
import { buildSample } from '#engine/sample/build-sample.ts'
import { RecordFile } from '#shared/registers/reports/record-file.ts'
import { readCsv } from './read-csv.ts'
import { aFullActivity, aRegister, hasTool, runTool, STAMP, workFolder } from './material.ts'

const BAG = 'register-archive'

async function* revisions(): AsyncGenerator<string> {
  yield '{"seq":1}'
  yield '{"seq":2}'
}

describe('the register archive', () => {
  test.skipIf(!hasTool('unzip') || !hasTool('sha256sum'))(
    'is accepted by unzip and by the system’s own checksum tools',
    async () => {
      await using work = await workFolder()
      await writeArchive({ content: buildSample(), stamp: STAMP, revisions: revisions() }, work.path('a.zip'))
      expect(await runTool('unzip', ['-t', work.path('a.zip')])).toContain('No errors detected')
      await runTool('unzip', ['-q', work.path('a.zip'), '-d', work.folder])
      for (const algorithm of ['sha256', 'sha512'])
        for (const kind of ['manifest', 'tagmanifest']) {
          const listed = await runTool(`${algorithm}sum`, ['-c', `${kind}-${algorithm}.txt`], work.path(BAG))
          expect(listed).not.toContain('FAILED')
          expect(listed.trim().split('\n').length).toBeGreaterThan(3)
        }
      expect(await readFile(work.path(`${BAG}/data/revisions.jsonl`), 'utf8')).toBe('{"seq":1}\n{"seq":2}\n')
    },
  )

  test.skipIf(!hasTool('unzip'))('holds the whole register twice: as JSON and as tables', async () => {
    await using work = await workFolder()
    const content = buildSample()
    await writeArchive({ content, stamp: STAMP }, work.path('a.zip'))
    await runTool('unzip', ['-q', work.path('a.zip'), '-d', work.folder])
    const file = RecordFile.parse(JSON.parse(await readFile(work.path(`${BAG}/data/record.json`), 'utf8')))
    expect(file.activities).toHaveLength(content.activities.length)
    expect(file.stamp).toEqual(STAMP)
    const rows = async (table: string) =>
      readCsv(await readFile(work.path(`${BAG}/data/tables/${table}.csv`), 'utf8'))
    const counts = {
      organisations: content.organisations.length,
      contracts: content.contracts.length,
      activities: content.activities.length,
      terms: content.terms.length,
      purposes: content.activities.flatMap(({ purposes }) => purposes).length,
      data_uses: content.activities.flatMap(({ data }) => data).length,
      disclosures: content.activities.flatMap(({ disclosures }) => disclosures).length,
    }
    for (const [table, count] of Object.entries(counts)) {
      const [headings = [], ...body] = await rows(table)
      expect(body, table).toHaveLength(count)
      for (const row of body) expect(row, table).toHaveLength(headings.length)
    }
  })

  test('names its chain head and its day in bag-info.txt, and passes its own verifier', async () => {
    await using work = await workFolder()
    await writeArchive({ content: aRegister([aFullActivity()]), stamp: STAMP }, work.path('a.zip'))
    const verification = await verifyArchive(work.path('a.zip'))
    expect(verification.checks.filter(({ ok }) => !ok)).toEqual([])
    expect(verification).toMatchObject({ ok: true, kind: 'Register archive, BagIt 1.0' })
    if (!hasTool('unzip')) return
    const info = await runTool('unzip', ['-p', work.path('a.zip'), `${BAG}/bag-info.txt`])
    expect(info).toContain(`Chain-Head: ${STAMP.chain.head}\n`)
    expect(info).toContain('Bagging-Date: 2026-11-22\n')
  })

  test('is the same to the byte for the same content and stamp', async () => {
    await using work = await workFolder()
    const content = buildSample()
    await writeArchive({ content, stamp: STAMP }, work.path('1.zip'))
    await writeArchive(
      { content: { ...content, terms: content.terms.toReversed() }, stamp: STAMP },
      work.path('2.zip'),
    )
    const [one, two] = await Promise.all([readFile(work.path('1.zip')), readFile(work.path('2.zip'))])
    expect(one.equals(two)).toBe(true)
  })

  test('leaves nothing beside it when it is stopped half way', async () => {
    await using work = await workFolder()
    let steps = 0
    const stop = () => (++steps > 4 ? Promise.reject(new Error('stopped')) : Promise.resolve())
    await expect(
      writeArchive({ content: buildSample(), stamp: STAMP }, work.path('a.zip'), stop),
    ).rejects.toThrow('stopped')
    const left = (await import('node:fs')).readdirSync(work.folder)
    expect(left.filter((name) => name !== 'a.zip')).toEqual([])
  })
})

describe.skipIf(!hasTool('zip') || !hasTool('unzip'))(
  'tampering with an archive is reported by name (skipped without zip and unzip)',
  () => {
    const cases: [what: string, tamper: (folder: string) => Promise<unknown>, about: RegExp][] = [
      ['a changed payload file', (bag) => writeFile(`${bag}/data/record.json`, '{}'), /data\/record\.json/u],
      ['an added payload file', (bag) => writeFile(`${bag}/data/extra.txt`, 'x'), /data\/extra\.txt/u],
      ['a removed payload file', (bag) => runTool('rm', [`${bag}/data/README.txt`]), /data\/README\.txt/u],
      [
        'a changed bag-info.txt',
        (bag) => writeFile(`${bag}/bag-info.txt`, 'Chain-Head: 0\n'),
        /bag-info\.txt/u,
      ],
      [
        'a changed manifest',
        (bag) => writeFile(`${bag}/manifest-sha256.txt`, ''),
        /manifest-sha256\.txt|data\//u,
      ],
      ['a lost declaration', (bag) => runTool('rm', [`${bag}/bagit.txt`]), /bagit\.txt/u],
      [
        'another encoding than declared',
        (bag) => writeFile(`${bag}/bag-info.txt`, Buffer.from([0x41, 0xff, 0xfe])),
        /bag-info\.txt/u,
      ],
      [
        'a link instead of a file',
        (bag) => runTool('ln', ['-sf', '/etc/passwd', `${bag}/data/record.csv`]),
        /record\.csv/u,
      ],
    ]

    test.each(cases)('%s', async (_, tamper, about) => {
      await using work = await workFolder()
      await writeArchive({ content: aRegister([aFullActivity()]), stamp: STAMP }, work.path('a.zip'))
      await runTool('unzip', ['-q', work.path('a.zip'), '-d', work.folder])
      await tamper(work.path(BAG))
      await runTool('zip', ['-q', '-r', '-y', 'b.zip', BAG], work.folder)
      const { ok, checks } = await verifyArchive(work.path('b.zip'))
      expect(ok).toBe(false)
      expect(
        checks
          .filter((check) => !check.ok)
          .map(({ name }) => name)
          .join('\n'),
      ).toMatch(about)
    })

    test('a single flipped bit anywhere in a stored file is found', async () => {
      await using work = await workFolder()
      await writeArchive({ content: aRegister([aFullActivity()]), stamp: STAMP }, work.path('a.zip'))
      const bytes = await readFile(work.path('a.zip'))
      const from = bytes.indexOf('%PDF-1.7')
      for (const at of [from + 40, from + 4000]) {
        const flipped = Buffer.from(bytes)
        flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at)
        await writeFile(work.path('b.zip'), flipped)
        const { checks } = await verifyArchive(work.path('b.zip'))
        expect(checks.filter(({ ok }) => !ok).map(({ name }) => name)).toContain('Reading: data/record.pdf')
      }
    })

    test('a cut archive is refused in a sentence', async () => {
      await using work = await workFolder()
      await writeArchive({ content: aRegister([aFullActivity()]), stamp: STAMP }, work.path('a.zip'))
      const bytes = await readFile(work.path('a.zip'))
      await writeFile(work.path('b.zip'), bytes.subarray(0, bytes.length - 200))
      const { ok, checks } = await verifyArchive(work.path('b.zip'))
      expect(ok).toBe(false)
      expect(checks[0]?.detail).toMatch(/^It cannot be read as a zip archive: /u)
    })
  },
)
