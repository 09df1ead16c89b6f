import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { samples } from './samples.ts'

const DPO = join(import.meta.dirname, '../../electron/cli/dpo.ts')
const run = promisify(execFile)
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dpo-read-'))
  await mkdir(join(folder, 'more'))
  for (const [name, bytes] of await samples()) await writeFile(join(folder, 'more', name), bytes)
  await writeFile(join(folder, 'box.7z'), Buffer.from('377abcaf271c0004', 'hex'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const dpo = async (...args: string[]) =>
  (await run(process.execPath, [DPO, 'read', ...args], { cwd: folder })).stdout.trimEnd().split('\n')

describe('dpo read', () => {
  test('gives one line for every file of a folder and every file inside those', async () => {
    const lines = await dpo('.')
    expect(lines).toHaveLength(1 + 9 + 1 + 8 + 1)
    expect(lines[0]).toMatch(/^box\.7z: NOT READ; 7z; Files of this type .* 7-Zip/u)
    expect(lines).toContain('more/a.eml: read; eml; 1 inside')
    expect(lines).toContain('more/a.zip/a.eml/a.txt: read; txt')
    expect(lines.find((line) => line.startsWith('more/a.rtf'))).toContain('does not show: hiddenText 1')
  })

  test('gives JSON with the words in them left out', async () => {
    const [line] = await dpo('more/a.pdf', '--format', 'json')
    expect(JSON.parse(line!)).toMatchObject({ path: 'more/a.pdf', outcome: 'read', type: 'pdf', pages: 2 })
    expect(line).not.toContain('letter')
  })

  test('says when a file is not there', async () => {
    await expect(dpo('nothing.pdf')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is not there'),
    })
  })
})
