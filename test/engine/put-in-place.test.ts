import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { putInPlace } from '#engine/files/put-in-place.ts'

let folder = ''
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'dpo-parts-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

const step = async () => {}
const put = (name: string, text: string) =>
  putInPlace(join(folder, name), step, (path) => writeFile(path, text))
const old = new Date(Date.now() - 2 * 3_600_000)

describe('putting a file in place', () => {
  test('removes what a killed program left beside the same name, longer than the new text as it was', async () => {
    await writeFile(join(folder, '.report.pdf.dpo.part'), 'x'.repeat(1000))
    expect(await put('report.pdf', 'short')).toMatchObject({ bytes: 5 })
    expect(await readdir(folder)).toEqual(['report.pdf'])
  })

  test('removes an old part of another name, and nothing that is fresh or not ours', async () => {
    const kept = ['.fresh.pdf.dpo.part', '.other.part', 'film.part', 'mine.dpo.part']
    for (const name of [...kept, '.left.pdf.dpo.part']) await writeFile(join(folder, name), 'x')
    for (const name of ['.left.pdf.dpo.part', '.other.part', 'film.part', 'mine.dpo.part'])
      await utimes(join(folder, name), old, old)
    await put('report.pdf', 'text')
    expect((await readdir(folder)).toSorted()).toEqual([...kept, 'report.pdf'].toSorted())
  })

  test('removes an old folder in which the files of an archive waited, and leaves one in use', async () => {
    for (const name of ['.archive-parts-old', '.archive-parts-new']) {
      await mkdir(join(folder, name))
      await writeFile(join(folder, name, 'record.pdf'), 'x')
    }
    await utimes(join(folder, '.archive-parts-old'), old, old)
    await put('report.pdf', 'text')
    expect((await readdir(folder)).toSorted()).toEqual(['.archive-parts-new', 'report.pdf'])
  })

  test('writes all the same where something in the folder cannot be swept', async () => {
    await mkdir(join(folder, '.a.dpo.part'))
    await utimes(join(folder, '.a.dpo.part'), old, old)
    await put('report.pdf', 'text')
    expect(await readFile(join(folder, 'report.pdf'), 'utf8')).toBe('text')
  })

  test('leaves what stood there, and no part, when the writing fails', async () => {
    await writeFile(join(folder, 'report.pdf'), 'before')
    const failing = putInPlace(join(folder, 'report.pdf'), step, async (path) => {
      await writeFile(path, 'half')
      throw new Error('stopped')
    })
    await expect(failing).rejects.toThrow('stopped')
    expect(await readdir(folder)).toEqual(['report.pdf'])
    expect(await readFile(join(folder, 'report.pdf'), 'utf8')).toBe('before')
  })
})
