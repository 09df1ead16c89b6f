import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dpo as runHere } from '../support/dpo.ts'
import { PASSPHRASE } from '../support/engine.ts'

let folder = ''
const path = (name: string) => join(folder, name)
const SECRET = 'seven unlikely herons walking'

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dpo-exit-'))
  await dpo({}, 'create', '--register', path('Ours.dpo'))
  for (const name of ['About Jo Bloggs', 'Lone working'])
    await call('records.create', { register: 'assessments', name, fields: { kind: 'DPIA' } })
  await call('activities.create', { name: 'Payroll', organisationId: null, role: 'controller' })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('dpo export all and dpo import archive', () => {
  test('take a register away, encrypted unless asked otherwise, and bring it back', async () => {
    const made = await dpo({}, 'export', 'all', '--register', path('Ours.dpo'), '--out', path('all.zip'))
    expect(made.errors).toBe('')
    expect(made.output).toContain('4 records, 0 attached files, 0 case files, 4 revisions')
    const passphrase = /Passphrase, shown this once[^:]*: (\S+)/.exec(made.output)![1]!

    const refused = await dpo({}, 'import', 'archive', path('all.zip'), '--register', path('Back.dpo'))
    expect(refused).toMatchObject({ code: 1, errors: expect.stringContaining('is encrypted') })
    expect(existsSync(path('Back.dpo'))).toBe(false)

    const env = { DPO_ARCHIVE_PASSPHRASE: passphrase }
    const verified = await dpo(env, 'verify', path('all.zip'))
    expect(verified.output).toContain('Every check passed.')
    const back = await dpo(env, 'import', 'archive', path('all.zip'), '--register', path('Back.dpo'))
    expect(back.errors).toBe('')
    expect(back.output).toMatch(/Chain head of the archive: [0-9a-f]{64} \(it goes on\)/)
    expect(back.output).toContain('ok     4 records are the same as in the archive')
    expect(back.output).toMatch(/Recovery key, shown this once: /)
    expect((await dpo({}, 'verify', path('Back.dpo'))).output).toContain('Every check passed.')
    expect((await dpo({}, 'list', 'assessments', '--register', path('Back.dpo'))).output).toContain(
      'About Jo Bloggs',
    )
  })

  test('without history keep the trail as evidence, and a passphrase of one’s own encrypts', async () => {
    const env = { DPO_ARCHIVE_PASSPHRASE: SECRET }
    const words = ['export', 'all', '--register', path('Ours.dpo'), '--out', path('bare.zip')]
    const made = await dpo(env, ...words, '--without-history', '--without-cases')
    expect(made.output).toContain('It is encrypted with DPO_ARCHIVE_PASSPHRASE.')
    const back = await dpo(env, 'import', 'archive', path('bare.zip'), '--register', path('Bare.dpo'))
    expect(back.output).toContain('note   A new trail begins here.')
    expect((await dpo({}, 'verify', path('Bare.dpo'))).output).toContain('Every check passed.')
  })

  test('say it where the archive is open', async () => {
    const words = ['export', 'all', '--register', path('Ours.dpo'), '--out', path('open.zip'), '--open']
    expect((await dpo({}, ...words)).output).toContain('It is not encrypted')
    expect((await dpo({}, 'verify', path('open.zip'))).output).toContain('Every check passed.')
  })

  test('bring an archive of the record in as far as it goes', async () => {
    const words = ['--register', path('Ours.dpo'), '--format', 'archive', '--out', path('record.zip')]
    await dpo({}, 'export', 'ropa', ...words)
    const back = await dpo({}, 'import', 'archive', path('record.zip'), '--register', path('Record.dpo'))
    expect(back.errors).toBe('')
    expect(back.output).toContain('4 records, 0 attached files')
    expect(back.output).toContain('note   This is an archive of the record, not of a whole register')
    expect((await dpo({}, 'verify', path('Record.dpo'))).output).toContain('Every check passed.')
    expect((await dpo({}, 'list', 'activities', '--register', path('Record.dpo'))).output).toContain(
      'Payroll',
    )
  })

  test('refuse what cannot be done in a sentence', async () => {
    const other = await dpo({}, 'import', 'spreadsheet', path('open.zip'), '--register', path('No.dpo'))
    expect(other).toMatchObject({
      code: 1,
      errors: expect.stringContaining('“spreadsheet” cannot be brought in'),
    })
    const none = await dpo({}, 'import', 'archive', path('none.zip'), '--register', path('No.dpo'))
    expect(none).toMatchObject({ code: 1, errors: expect.stringContaining('There is no file') })
    const form = await dpo({}, 'export', 'ropa', '--register', path('Ours.dpo'), '--out', path('x'))
    expect(form).toMatchObject({ code: 2, errors: expect.stringContaining('--format') })
    expect(existsSync(path('No.dpo'))).toBe(false)
  })
})

const call = (procedure: string, input: object) =>
  dpo({}, 'call', procedure, JSON.stringify(input), '--register', path('Ours.dpo'))

function dpo(env: Record<string, string>, ...words: readonly string[]) {
  return runHere(words, { DPO_PASSPHRASE: PASSPHRASE, DPO_HOME: path('.home'), ...env })
}
