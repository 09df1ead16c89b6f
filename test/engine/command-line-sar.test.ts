import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { dpo as runHere } from '#test/support/dpo.ts'
import { PASSPHRASE } from '#test/support/engine.ts'
import { samples } from '../reading/samples.ts'

vi.setConfig({ testTimeout: 60_000 })

let folder = ''
let register = ''
let id = ''

const dpo = (...words: string[]) =>
  runHere(words, { DPO_PASSPHRASE: PASSPHRASE, DPO_HOME: join(folder, 'home') })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dpo-command-line-sar-'))
  register = join(folder, 'Test.dpo')
  await mkdir(join(folder, 'Letters'))
  for (const [name, bytes] of await samples()) await writeFile(join(folder, 'Letters', name), bytes)
  await writeFile(join(folder, 'Letters', 'box.7z'), Buffer.from('377abcaf271c0004', 'hex'))
  expect(await dpo('create', '--register', register)).toMatchObject({ code: 0, errors: '' })
  const made = {
    register: 'requests',
    name: 'Access',
    fields: { right: 'R-ACCESS', receivedOn: '2026-11-02' },
  }
  const { output } = await dpo('call', 'records.create', JSON.stringify(made), '--register', register)
  id = (JSON.parse(output) as { id: string }).id
}, 60_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('dpo sar', () => {
  test('import gives a line of JSON for each file and each one in it, and status counts them', async () => {
    const where = ['--register', register, '--id', id]
    const { code, output, errors } = await dpo(
      'sar',
      'import',
      ...where,
      '--format',
      'json',
      join(folder, 'Letters'),
    )
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    const lines = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    const of = (path: string) => lines.find((line) => line['path'] === path)
    expect(lines).toHaveLength(10 + 1 + 8)
    expect(of('Letters/a.pdf')).toMatchObject({ outcome: 'read', type: 'pdf', pages: 2, attachments: 0 })
    expect(of('Letters/a.zip/a.pdf')).toMatchObject({ pages: 2, sameBytesAs: 'Letters/a.pdf' })
    expect(of('Letters/a.rtf')).toMatchObject({ hidden: ['hiddenText'] })
    expect(of('Letters/box.7z')).toMatchObject({ outcome: 'not-read', type: '7z', pages: 0 })
    expect(output).not.toContain('5 October')

    const status = await dpo('sar', 'status', ...where)
    expect(status.output).toMatch(/^19 files: 18 read, 0 read in part, 1 not read, 0 waiting\.$/mu)
    const again = await dpo('sar', 'import', ...where)
    expect(again).toEqual({ code: 0, output: '', errors: '' })
    const counted = JSON.parse((await dpo('sar', 'status', ...where, '--format', 'json')).output)
    expect(counted).toMatchObject({ state: 'open', sources: { waiting: 0, 'not-read': 1 } })
  })

  test('says which requests there are when none has the reference', async () => {
    const { code, errors } = await dpo('sar', 'status', '--register', register, '--id', 'RQ-9999')
    expect(code).toBe(1)
    expect(errors).toMatch(/no request “RQ-9999”\. The register has: \S+-0001\./u)
  })
})
