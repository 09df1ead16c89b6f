import { createHash } from 'node:crypto'
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { ReportFormat } from '#shared/registers/reports/report.contract.ts'
import { RecordFile } from '#shared/registers/reports/record-file.ts'
import { writeRecord } from '#engine/registers/reports/write-record-file.ts'
import { buildSample } from '#engine/sample/build-sample.ts'
import { AppError } from '#shared/errors.ts'
import { startTestEngine } from '../support/engine.ts'
import { STAMP, workFolder } from './material.ts'

const FORMATS = ReportFormat.options
const calmly = () => Promise.resolve()

describe('handing out the record', () => {
  test.each(FORMATS)('writes it as %s, with its length and hash, and leaves nothing else', async (format) => {
    await using work = await workFolder()
    const to = work.path(`record.${format}`)
    const written = await writeRecord({ format, content: buildSample(), stamp: STAMP }, to, calmly)
    const bytes = await readFile(to)
    expect(written).toEqual({
      path: to,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
    expect(await readdir(work.folder)).toEqual([`record.${format}`])
    expect((await stat(to)).mode & 0o077).toBe(0)
  })

  test.each(FORMATS)('stopped while writing %s, what stood there before still stands', async (format) => {
    await using work = await workFolder()
    const to = work.path('record')
    await writeFile(to, 'before')
    const stop = () => Promise.reject(new AppError('cancelled', 'Stopped. Nothing was written.'))
    const writing = writeRecord({ format, content: buildSample(), stamp: STAMP }, to, stop)
    await expect(writing).rejects.toMatchObject({ code: 'cancelled' })
    expect(await readFile(to, 'utf8')).toBe('before')
    expect(await readdir(work.folder)).toEqual(['record'])
  })

  test.each(FORMATS)('on a full disk, %s ends in a sentence', async (format) => {
    await using work = await workFolder()
    const step = () => Promise.reject(Object.assign(new Error('write'), { code: 'ENOSPC' }))
    const writing = writeRecord({ format, content: buildSample(), stamp: STAMP }, work.path('record'), step)
    await expect(writing).rejects.toMatchObject({ code: 'storage', reason: 'disk-full' })
    expect(await readdir(work.folder)).toEqual([])
  })

  test('a folder that is not there is named as missing', async () => {
    await using work = await workFolder()
    const writing = writeRecord(
      { format: 'csv', content: buildSample(), stamp: STAMP },
      work.path('none/record.csv'),
      calmly,
    )
    await expect(writing).rejects.toMatchObject({
      code: 'storage',
      reason: 'missing',
      message: expect.stringContaining('record.csv'),
    })
  })

  test.skipIf(process.getuid?.() === 0)(
    'a read-only folder is named as such (not as root, who may write anywhere)',
    async () => {
      await using work = await workFolder()
      await mkdir(work.path('shut'))
      await chmod(work.path('shut'), 0o500)
      const writing = writeRecord(
        { format: 'pdf', content: buildSample(), stamp: STAMP },
        work.path('shut/r.pdf'),
        calmly,
      )
      await expect(writing).rejects.toMatchObject({ code: 'storage', reason: 'folder-read-only' })
    },
  )
})

describe('reports.writeRecord, through the engine', () => {
  test('writes one organisation’s activities only, and names the chain head', async () => {
    await using test_ = await startTestEngine({ register: 'sample' })
    const { call, folder } = test_
    const organisations = await call('organisations.list', { relation: 'own' })
    const target = {
      format: 'json',
      to: `${folder}/r.json`,
      organisationId: null,
      target: null,
      asAt: null,
    } as const
    const all = await call('reports.writeRecord', target)
    const own = organisations.find(({ legalName }) => legalName.startsWith('Home-Start'))
    const some = await call('reports.writeRecord', {
      ...target,
      to: `${folder}/s.json`,
      organisationId: own?.id ?? null,
    })
    expect(some.activities).toBeGreaterThan(0)
    expect(some.activities).toBeLessThan(all.activities)
    const file = RecordFile.parse(JSON.parse(await readFile(`${folder}/s.json`, 'utf8')))
    expect(new Set(file.activities.map(({ organisationId }) => organisationId))).toEqual(new Set([own?.id]))
    expect(file.stamp.chain.head).toBe(all.chainHead)
  })

  test('an archive it wrote is one it verifies', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const path = `${engine.folder}/archive.zip`
    await engine.call('reports.writeRecord', {
      format: 'archive',
      to: path,
      organisationId: null,
      target: null,
      asAt: null,
    })
    expect(await engine.call('reports.verifyArchive', { path })).toMatchObject({ ok: true })
  })
})
